/** A program as a Jupyter notebook (nbformat 4.5): a cell of words and a cell of code for each step. */
import type { Block } from './program';

/** A block whose tables have been written out. */
export interface WrittenBlock extends Pick<Block, 'step' | 'words' | 'formula'> {
  readonly lines: readonly string[];
}

/** The JSON of the notebook. */
export function notebookText(blocks: readonly WrittenBlock[]): string {
  const cells = blocks.flatMap(({ step, words, formula, lines }) => {
    const [title = '', ...rest] = words;
    const heading = `${step === 'top' ? '#' : '##'} ${title.replace(/[.。]$/, '')}`;
    const paragraphs = [heading, ...rest.map(escaped), ...(formula === '' ? [] : [`$$${formula}$$`])];
    return [
      {
        cell_type: 'markdown',
        id: `words-${step}`,
        metadata: {},
        source: sourceOf(paragraphs.join('\n\n').split('\n')),
      },
      {
        cell_type: 'code',
        execution_count: null,
        id: `code-${step}`,
        metadata: {},
        outputs: [],
        source: sourceOf(lines),
      },
    ];
  });
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** Every line but the last ends in a line break. */
function sourceOf(lines: readonly string[]): string[] {
  return lines.map((line, i) => (i === lines.length - 1 ? line : `${line}\n`));
}

/** What Markdown would take for emphasis. */
function escaped(words: string): string {
  return words.replace(/[*_]/g, '\\$&');
}
