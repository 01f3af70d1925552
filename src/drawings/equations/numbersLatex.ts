/** Equations with their numbers as LaTeX for other programs: what is copied. Matrices fold as they do on the page. */
import { plainLatex } from '../formula/markedLatex';
import { foldIndices } from './foldIndices';
import { aligned } from './notation';
import type { EquationStage, StagePart } from './stage';
import type { Equation, EquationNumbers, ModelMoment } from './wholeModel';

/** Rows and columns of a matrix that are written. */
const MOST = 12;

export function matrixLatex(
  rows: number,
  columns: number,
  at: (row: number, column: number) => number,
): string {
  const across = foldIndices(columns, MOST);
  const lines = foldIndices(rows, MOST).map((row) =>
    across
      .map((column) => {
        if (row !== null && column !== null) return numberLatex(at(row, column));
        return row !== null ? '\\cdots' : column !== null ? '\\vdots' : '\\ddots';
      })
      .join(' & '),
  );
  // bmatrix has no more than ten columns and centres them.
  return `\\left[\\begin{array}{${'r'.repeat(across.length)}} ${lines.join(' \\\\ ')} \\end{array}\\right]`;
}

/** Four significant digits; powers of ten where those are shorter. */
export function numberLatex(value: number): string {
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? '\\text{NaN}' : value > 0 ? '\\infty' : '-\\infty';
  const text = String(Number(value.toPrecision(4)));
  const [digits = '', power] = text.split('e');
  return power === undefined ? digits : `${digits} \\times 10^{${Number(power)}}`;
}

function numbersLatex(numbers: EquationNumbers, moment: ModelMoment): string {
  const name = plainLatex(numbers.latex);
  if (numbers.kind === 'matrix') {
    const { rows, columns, at } = numbers;
    return `${name} = ${matrixLatex(rows, columns, (row, column) => at(moment, row, column))}`;
  }
  const value = numbers.at(moment);
  return value === null ? '' : `${name} = ${numberLatex(value)}`;
}

/** An equation, and its numbers where a snapshot is given, each on a line of its own between \[ and \]. */
export function equationLatex({ lines, numbers }: Equation, moment: ModelMoment | null): string {
  const values = moment ? numbers.map((one) => numbersLatex(one, moment)).filter((text) => text !== '') : [];
  return [plainLatex(aligned(lines)), ...values].map((text) => `\\[ ${text} \\]`).join('\n');
}

/** A stage of an update with all its numbers. */
export function stageLatex({ lines, figures, rows }: EquationStage): string {
  const of = (part: StagePart) =>
    part.kind === 'sign' ? part.latex : matrixLatex(part.rows, part.columns, part.at);
  const values = [
    ...figures.map(({ latex, value }) => `${latex} = ${numberLatex(value)}`),
    ...rows.map(({ name, parts, result }) => {
      const middle = parts.length > 0 ? `${parts.map(of).join(' ')} = ` : '';
      return `${name} = ${middle}${of(result)}`;
    }),
  ];
  return [aligned(lines), ...values].map((text) => `\\[ ${plainLatex(text)} \\]`).join('\n');
}
