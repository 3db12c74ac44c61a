/** Monaco's comparison of two texts. Imported dynamically, like the editor itself. */
import 'monaco-editor/features/diffEditor/register.js';
import { editor } from 'monaco-editor/editor/editor.api.js';
import type { EditorTheme } from './editor-host.ts';
import { themeName } from './monaco-setup.ts';

export interface DiffHostOptions {
  readonly before: string;
  readonly after: string;
  readonly labels: { readonly before: string; readonly after: string };
  readonly theme: EditorTheme;
  readonly fontSize: number;
  /** One text with the changes in place, rather than two beside each other. */
  readonly inline: boolean;
}

export interface DiffHost {
  setTheme(theme: EditorTheme): void;
  setInline(inline: boolean): void;
  dispose(): void;
}

export function createDiffHost(element: HTMLElement, options: DiffHostOptions): DiffHost {
  const model = { original: aModel(options.before), modified: aModel(options.after) };
  const view = editor.createDiffEditor(element, {
    theme: themeName(options.theme),
    fontSize: options.fontSize,
    fontFamily: getComputedStyle(element).getPropertyValue('--mono') || 'monospace',
    lineHeight: 1.55,
    readOnly: true,
    originalAriaLabel: options.labels.before,
    modifiedAriaLabel: options.labels.after,
    renderSideBySide: !options.inline,
    useInlineViewWhenSpaceIsLimited: false,
    hideUnchangedRegions: { enabled: true },
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderOverviewRuler: false,
    bracketPairColorization: { enabled: false },
    lineNumbersMinChars: 3,
    padding: { top: 8, bottom: 8 },
    // Tab goes on to what comes next: nothing can be typed here.
    tabFocusMode: true,
    scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
  view.setModel(model);
  return {
    setTheme: (theme) => editor.setTheme(themeName(theme)),
    setInline: (inline) => view.updateOptions({ renderSideBySide: !inline }),
    dispose() {
      view.dispose();
      model.original.dispose();
      model.modified.dispose();
    },
  };
}

function aModel(text: string): editor.ITextModel {
  const model = editor.createModel(text, 'python');
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  return model;
}
