import { editor } from 'monaco-editor/editor/editor.api.js';

/** Monaco cannot read CSS variables: these repeat the surfaces of `src/app/theme.css`, and add the colours of Python. */
export function defineThemes(): void {
  editor.defineTheme('edgewise-light', {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'keyword', foreground: '7a3087' },
      { token: 'string', foreground: '22683a' },
      { token: 'string.escape', foreground: '8a4b08' },
      { token: 'number', foreground: '1f5aa8' },
      { token: 'comment', foreground: '6a6a63', fontStyle: 'italic' },
      { token: 'tag', foreground: '8a4b08' },
    ],
    colors: {
      'editor.background': '#ffffff',
      'editor.foreground': '#1d1d1b',
      'editorLineNumber.foreground': '#8a8a82',
      'editorLineNumber.activeForeground': '#3c3c38',
      'editor.lineHighlightBackground': '#f6f6f3',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#cfdcf9',
      'editorIndentGuide.background1': '#ebebe6',
      'editorIndentGuide.activeBackground1': '#cfcfc8',
      'editorWidget.background': '#fbfbf9',
      'editorWidget.border': '#dddcd6',
      focusBorder: '#2a52be',
      'diffEditor.insertedLineBackground': '#e3f2e899',
      'diffEditor.insertedTextBackground': '#b9dfc680',
      'diffEditor.removedLineBackground': '#fbe7e899',
      'diffEditor.removedTextBackground': '#f3c1c480',
    },
  });
  editor.defineTheme('edgewise-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [
      { token: 'keyword', foreground: 'd3a4e6' },
      { token: 'string', foreground: '9bd0a0' },
      { token: 'string.escape', foreground: 'e3b477' },
      { token: 'number', foreground: '8fc1f5' },
      { token: 'comment', foreground: '93958f', fontStyle: 'italic' },
      { token: 'tag', foreground: 'e3b477' },
    ],
    colors: {
      'editor.background': '#1b1c20',
      'editor.foreground': '#e7e7e3',
      'editorLineNumber.foreground': '#74777f',
      'editorLineNumber.activeForeground': '#c3c4c3',
      'editor.lineHighlightBackground': '#212328',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#33447a',
      'editorIndentGuide.background1': '#2a2c31',
      'editorIndentGuide.activeBackground1': '#4a4d55',
      'editorWidget.background': '#202126',
      'editorWidget.border': '#34363d',
      focusBorder: '#8ea9ff',
      'diffEditor.insertedLineBackground': '#1d342899',
      'diffEditor.insertedTextBackground': '#2f5a4280',
      'diffEditor.removedLineBackground': '#3d232699',
      'diffEditor.removedTextBackground': '#6b353980',
    },
  });
}
