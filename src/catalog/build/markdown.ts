import katexPlugin from '@vscode/markdown-it-katex';
import katex, { type KatexOptions } from 'katex';
import MarkdownIt from 'markdown-it';

const errors: string[] = [];

// The plugin itself prints a wrong formula into the page; a build should fail instead.
function renderToString(formula: string, options?: KatexOptions): string {
  try {
    return katex.renderToString(formula, { ...options, output: 'htmlAndMathml', throwOnError: true });
  } catch (error) {
    errors.push(`the formula $${formula}$ is wrong: ${error instanceof Error ? error.message : String(error)}`);
    return '';
  }
}

const markdownIt = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdownIt.use(unwrap(katexPlugin), { katex: { ...katex, renderToString } });

/**
 * HTML of Markdown with `$maths$`. Fenced code keeps its language as a class (`language-python`); HTML in the source is
 * shown as text. Throws an Error with KaTeX's message when a formula is wrong.
 */
export function renderMarkdown(markdown: string): string {
  errors.length = 0;
  const html = markdownIt.render(markdown);
  if (errors.length > 0) throw new Error(errors.join('; '));
  return html;
}

/** Under Node the plugin's CommonJS default arrives inside an object; bundlers take it out. */
function unwrap<Plugin>(imported: Plugin | { readonly default: Plugin }): Plugin {
  return typeof imported === 'object' && imported !== null && 'default' in imported ? imported.default : imported;
}
