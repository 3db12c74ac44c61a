/** Parts of Monaco that are only loaded, ahead of what imports them. They come without types. */
declare module 'monaco-editor/editor/common/model/textModel.js' {}
declare module 'monaco-editor/editor/browser/view.js' {}
declare module 'monaco-editor/editor/standalone/browser/standaloneServices.js' {}
