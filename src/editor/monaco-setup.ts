/** What Monaco needs before its first editor, whichever kind that is. */
import './monaco-features.ts';
import { editor } from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import type { EditorTheme } from './editor-host.ts';
import { registerPython } from './monaco-python.ts';
import { defineThemes } from './monaco-themes.ts';
import { insertWholeTexts } from './whole-text.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
defineThemes();
registerPython();
insertWholeTexts();

/** The name that Monaco knows a theme by. */
export const themeName = (theme: EditorTheme): string => `edgewise-${theme}`;

/** Monaco starts its services when the first text is made; the first editor then need not. */
export function startServices(): void {
  editor.createModel('', 'python').dispose();
}
