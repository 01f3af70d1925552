/** A term of the loss as a line of mathematics, the same in every language. */
import { digits, subscript } from '../figure';
import type { Chain, LossTerm, OutputRow } from './chain';

/** −log a₂, −log(1 − f), ½(f − 1)², …: `output` is f for a single unit, or a with the number of its class. */
export function termFormula({ kind, target, error }: LossTerm, output: string): string {
  if (kind === 'logOutput') return `−log ${output}`;
  if (kind === 'logRest' || !error) return `−log(1 − ${output})`;
  const y = Number.isInteger(target) ? digits(target, 0) : digits(target, 3);
  return error.curve.formula(`${output} − ${target < 0 ? `(${y})` : y}`, error.of);
}

/** What an output is called: f where there is one, a₁, a₂, … where each class has its own. */
export function outputName(classIndex: number | null, isSingle: boolean): string {
  return isSingle || classIndex === null ? 'f' : `a${subscript(classIndex)}`;
}

/** The loss in short: its formula where it has a single term, else L. */
export function lossFormula({ rows }: Pick<Chain, 'rows'>): string {
  const known = rows.filter((row) => row.term !== null);
  const [row] = known;
  return row?.term && known.length === 1
    ? termFormula(row.term, outputName(row.classIndex, hasSingleUnit(rows)))
    : 'L';
}

/** One unit for two classes: one of the rows is what it leaves over. */
export function hasSingleUnit(rows: readonly OutputRow[]): boolean {
  return rows.length === 1 || rows.some((row) => row.logit === null);
}
