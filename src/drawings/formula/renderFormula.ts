/** The only door to KaTeX: strict, and trusting nothing but the marks of symbols. With MathML beside the picture, for readers. */
import katex, { type KatexOptions } from 'katex';
import { attributed, plainLatex } from './markedLatex';

const options: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command, ...context }) =>
    command === '\\htmlData' &&
    'attributes' in context &&
    Object.keys(context.attributes).join() === 'data-symbol',
};

/** Draws marked LaTeX into `element`. Throws katex.ParseError for LaTeX that is none. */
export function renderFormula(latex: string, element: HTMLElement, isDisplay: boolean): void {
  katex.render(attributed(latex), element, { ...options, displayMode: isDisplay });
  // The source in MathML is read by screen readers and by programs that copy the formula.
  const source = element.querySelector('annotation');
  if (source) source.textContent = plainLatex(latex).replace(/^\{\}/, '');
}

/** The same as text, where there is no page. */
export function formulaHtml(latex: string): string {
  return katex.renderToString(attributed(latex), options);
}
