import { languages } from 'monaco-editor/editor/editor.api.js';
import { conf, language } from 'monaco-editor/languages/definitions/python/python.js';

/** Monaco's own registration would fetch the language after the editor is there: lines typed until then go unindented. */
export function registerPython(): void {
  languages.register({ id: 'python' });
  languages.setLanguageConfiguration('python', conf);
  languages.setMonarchTokensProvider('python', language);
}
