/** Monaco behind the `EditorHost` interface. Imported dynamically: it is the heaviest part of the page. */
import './monaco-features.ts';
import { editor, type IDisposable, KeyCode, Range } from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import type { EditorHost, EditorHostOptions, EditorTheme } from './editor-host.ts';
import { registerPython } from './monaco-python.ts';
import { defineThemes } from './monaco-themes.ts';
import { insertWholeTexts } from './whole-text.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
defineThemes();
registerPython();
insertWholeTexts();

const themeName = (theme: EditorTheme) => `edgewise-${theme}`;

export function createMonacoHost(element: HTMLElement, options: EditorHostOptions): EditorHost {
  const model = editor.createModel(options.text, 'python');
  // A text of one line would otherwise get the platform's line ends, and offsets would differ between machines.
  model.setEOL(editor.EndOfLineSequence.LF);
  const view = editor.create(element, {
    model,
    theme: themeName(options.theme),
    ariaLabel: options.label,
    fontSize: options.fontSize,
    fontFamily: getComputedStyle(element).getPropertyValue('--mono') || 'monospace',
    lineHeight: 1.55,
    tabSize: 4,
    autoIndentOnPaste: false,
    insertSpaces: true,
    detectIndentation: false,
    automaticLayout: true,
    minimap: { enabled: false },
    glyphMargin: true,
    folding: true,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 8,
    scrollBeyondLastLine: false,
    padding: { top: 10, bottom: 10 },
    renderLineHighlight: 'line',
    overviewRulerLanes: 0,
    bracketPairColorization: { enabled: false },
    hideCursorInOverviewRuler: true,
    fixedOverflowWidgets: true,
    wordBasedSuggestions: 'off',
    quickSuggestions: false,
    smoothScrolling: false,
    scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  const markers = view.createDecorationsCollection();
  let replacing = false;
  const disposables: IDisposable[] = [
    model.onDidChangeContent((event) => {
      if (!replacing) options.onChange(event.changes, model.getValue());
    }),
    leaveWithEscapeThenTab(view),
  ];

  return {
    replaceText(text) {
      replacing = true;
      view.pushUndoStop();
      view.executeEdits('replace', [{ range: model.getFullModelRange(), text }]);
      view.pushUndoStop();
      replacing = false;
    },
    setMarker(marker) {
      if (marker === null || marker.line > model.getLineCount()) return markers.clear();
      const range = new Range(marker.line, 1, marker.line, 1);
      const hoverMessage = { value: ['```text', marker.message.replaceAll('```', "'''"), '```'].join('\n') };
      markers.set([
        {
          range,
          options: {
            isWholeLine: true,
            className: 'editor__marked-line',
            glyphMarginClassName: 'editor__marked-glyph',
            glyphMarginHoverMessage: hoverMessage,
            hoverMessage,
          },
        },
      ]);
    },
    revealLine(line) {
      const target = Math.min(Math.max(line, 1), model.getLineCount());
      view.setPosition({ lineNumber: target, column: model.getLineFirstNonWhitespaceColumn(target) || 1 });
      view.revealLineInCenterIfOutsideViewport(target);
    },
    select({ start, end }) {
      view.setSelection(Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)));
    },
    focus: () => view.focus(),
    setTheme: (theme) => editor.setTheme(themeName(theme)),
    setFontSize: (fontSize) => view.updateOptions({ fontSize }),
    dispose() {
      for (const disposable of disposables) disposable.dispose();
      view.dispose();
      model.dispose();
    },
  };
}

/** Tab indents; after Escape it leaves the editor, so that nobody is caught in it. Ctrl+M, built in, turns Tab for good. */
function leaveWithEscapeThenTab(view: editor.IStandaloneCodeEditor): IDisposable {
  let escaped = false;
  return view.onKeyDown((event) => {
    if (event.keyCode === KeyCode.Tab && escaped) event.stopPropagation();
    if (event.keyCode !== KeyCode.Shift) escaped = event.keyCode === KeyCode.Escape;
  });
}
