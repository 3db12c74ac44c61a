/** What Monaco needs before its first editor, whichever kind that is. */
import './monaco-features.ts';
import { editor } from 'monaco-editor/editor/editor.api.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import type { EditorTheme } from './editor-host.ts';
import { registerPython } from './monaco-python.ts';
import { defineThemes } from './monaco-themes.ts';
import { insertWholeTexts } from './whole-text.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

/** The name that Monaco knows a theme by. */
export const themeName = (theme: EditorTheme): string => `edgewise-${theme}`;

/** What is to be done once before the first editor, in this order; each step for itself takes no time that anybody notices. */
export const setUpSteps: readonly (() => void)[] = [
  defineThemes,
  registerPython,
  insertWholeTexts,
  // Its services start when the first text is made, and the rules of a language are read when the first line is coloured.
  () => editor.createModel('', 'python').dispose(),
  () => void editor.tokenize('def solve(x):\n    return f"{x}"  # 1\n', 'python'),
];
