/** Monaco behind the `EditorHost` interface. Imported dynamically: it is the heaviest part of the page. */
import { editor, type IDisposable, KeyCode, Range } from 'monaco-editor/editor/editor.api.js';
import { changeBetween } from './changes.ts';
import type { EditorHost, EditorHostOptions, EditorListeners, PreparedEditor, TextSelection } from './editor-host.ts';
import { themeName } from './monaco-setup.ts';
import { nextFrame, nextTask } from './next-task.ts';

/**
 * Makes an editor in `element`, which is to be hidden meanwhile, a part at a time: in one task it would hold up the page for
 * almost a tenth of a second.
 */
export async function prepareMonaco(element: HTMLElement, options: EditorHostOptions): Promise<PreparedEditor> {
  editor.setTheme(themeName(options.theme));
  const fontFamily = getComputedStyle(element).getPropertyValue('--mono') || 'monospace';
  await nextFrame();
  drawFaces(element, fontFamily);
  await nextTask();
  const view = editor.create(element, {
    model: null,
    theme: themeName(options.theme),
    ariaLabel: options.label,
    fontSize: options.fontSize,
    readOnly: options.readOnly,
    fontFamily,
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
  await nextTask();
  const model = editor.createModel(options.text, 'python');
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  view.setModel(model);
  await nextTask();
  return {
    open(text, listeners) {
      if (model.getValue() !== text) model.setValue(text);
      // A text of one line would otherwise get the platform's line ends, and offsets would differ between machines.
      model.setEOL(editor.EndOfLineSequence.LF);
      return createHost(view, model, listeners);
    },
    dispose() {
      view.dispose();
      model.dispose();
    },
  };
}

/** Monaco measures three faces of its font; finding them takes the browser half as long as all the rest of an editor. */
function drawFaces(element: HTMLElement, fontFamily: string): void {
  const faces = ['', 'italic', 'bold'].map((face) => {
    const span = document.createElement('span');
    span.style.font = `${face} 1em ${fontFamily}`;
    span.textContent = 'm';
    return span;
  });
  element.append(...faces);
  element.getBoundingClientRect();
  for (const face of faces) face.remove();
}

function createHost(
  view: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  { onChange, onSelect }: EditorListeners,
): EditorHost {
  const markers = view.createDecorationsCollection();
  const shown = view.createDecorationsCollection();
  let replacing = false;
  const disposables: IDisposable[] = [
    model.onDidChangeContent((event) => {
      if (!replacing) onChange(event.changes, model.getValue());
    }),
    leaveWithEscapeThenTab(view),
    reportSelection(view, model, onSelect),
  ];
  const rangeOf = ({ start, end }: TextSelection) =>
    Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));

  return {
    replaceText(text) {
      replacing = true;
      view.pushUndoStop();
      // A read-only view refuses edits, those of its own page too; its model takes them, without an undo.
      if (view.getOption(editor.EditorOption.readOnly)) {
        const change = changeBetween(model.getValue(), text);
        if (change !== null) {
          const { rangeOffset: start, rangeLength, text: inserted } = change;
          model.applyEdits([{ range: rangeOf({ start, end: start + rangeLength }), text: inserted }]);
        }
      } else view.executeEdits('replace', [{ range: model.getFullModelRange(), text }]);
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
    select: (selection) => view.setSelection(rangeOf(selection)),
    showSelection(selection) {
      if (selection === null) return shown.clear();
      const range = rangeOf(selection);
      const caret = range.isEmpty();
      const className = caret ? 'editor__shown-caret' : 'editor__shown-selection';
      shown.set([{ range, options: { className, showIfCollapsed: caret } }]);
      view.revealPositionInCenterIfOutsideViewport(range.getEndPosition());
    },
    focus: () => view.focus(),
    setTheme: (theme) => editor.setTheme(themeName(theme)),
    setFontSize: (fontSize) => view.updateOptions({ fontSize }),
    setReadOnly: (readOnly) => view.updateOptions({ readOnly }),
    dispose() {
      for (const disposable of disposables) disposable.dispose();
      view.dispose();
      model.dispose();
    },
  };
}

/** How long the caret must keep still to have come to rest, in ms. */
const AT_REST_MS = 250;

/** Where typing leaves the caret follows from what was typed: only what was done with keys or pointer is told. */
function reportSelection(
  view: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  report: (selection: TextSelection) => void,
): IDisposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listener = view.onDidChangeCursorSelection(({ reason }) => {
    clearTimeout(timer);
    if (reason !== editor.CursorChangeReason.Explicit) return;
    timer = setTimeout(() => {
      const selection = view.getSelection();
      if (selection === null) return;
      const start = model.getOffsetAt(selection.getStartPosition());
      report({ start, end: model.getOffsetAt(selection.getEndPosition()) });
    }, AT_REST_MS);
  });
  return {
    dispose() {
      clearTimeout(timer);
      listener.dispose();
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
