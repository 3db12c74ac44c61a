import { editor, type IDisposable } from 'monaco-editor/editor/editor.api.js';

/**
 * Monaco takes a text that arrives as one input event (dictation, an input method, a browser extension) for typing, character
 * by character, and indents each of its lines once more. Several lines at once are a text that somebody has finished: they go
 * in as they stand, as pasted ones do. Holds for every editor of the page until disposed.
 */
export function insertWholeTexts(): IDisposable {
  return editor.registerCommand('type', (_accessor, { text }: { readonly text: string }) => {
    const view = editor.getEditors().find((candidate) => candidate.hasTextFocus());
    view?.trigger('keyboard', text.length > 1 && text.includes('\n') ? 'paste' : 'type', { text });
  });
}
