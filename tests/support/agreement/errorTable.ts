/** For tests only: the worst errors of the agreement matrix as a table, printed on demand. */
import type { Kind } from './kinds';

export interface Entry {
  /** "wasm against reference". */
  readonly pair: string;
  readonly kind: Kind;
  readonly error: number;
}

const groups = {
  'hidden activation': ({ shape, hidden }: Kind) => (shape.hidden.length > 0 ? hidden : null),
  'output activation': ({ output }: Kind) => output,
  loss: ({ loss }: Kind) => loss,
  optimiser: ({ optimizer }: Kind) => optimizer,
  regularisation: ({ regularisation }: Kind) => regularisation,
} satisfies Record<string, (kind: Kind) => string | null>;

/** Worst error of every group and pair, as a Markdown table. */
export function tableOf(entries: readonly Entry[]): string {
  const pairs = [...new Set(entries.map(({ pair }) => pair))];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const worst = (chosen: readonly Entry[]) => (pair: string) => {
    const errors = chosen.filter((entry) => entry.pair === pair).map(({ error }) => error);
    return errors.length > 0 ? Math.max(...errors).toExponential(1) : '';
  };
  const rows = Object.entries(groups).flatMap(([group, of]) => {
    const ids = new Set(entries.map(({ kind }) => of(kind)).filter((id) => id !== null));
    return [...ids].map((id) =>
      row([group, id, ...pairs.map(worst(entries.filter(({ kind }) => of(kind) === id)))]),
    );
  });
  return [
    row(['', '', ...pairs]),
    row(['---', '---', ...pairs.map(() => '---:')]),
    ...rows,
    row(['all', `${entries.length / pairs.length} problems`, ...pairs.map(worst(entries))]),
  ].join('\n');
}
