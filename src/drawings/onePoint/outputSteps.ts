/**
 * The last steps of a chain as rows with numbers and bars: z of every output, its power with softmax, and a. Text and shares of a bar
 * only; the page shows them one below the other, the projector side by side.
 */

import { activations } from '../../engine/model/activations';
import { subscript } from '../figure';
import { niceCeiling } from '../niceCeiling';
import type { Chain, OutputRow } from './chain';
import { hasSingleUnit } from './lossFormula';
import { numberText, powerText, preciseText } from './numbers';
import { barSpan } from './signedBars';

export interface ValueRow {
  /** null in regression. */
  readonly classIndex: number | null;
  /** The output unit; null for the class that a single unit leaves over. */
  readonly unit: number | null;
  readonly isTruth: boolean;
  readonly text: string;
  /** Shares of the width, 0–1. */
  readonly bar: { readonly start: number; readonly length: number };
}

export interface ValueStep {
  readonly rows: readonly ValueRow[];
  /** Zero lies in the middle of the bars. */
  readonly isSigned: boolean;
  /** Of all rows, where that says something. */
  readonly sum: string | null;
}

export interface OutputSteps {
  readonly z: ValueStep;
  /** e^z; null without softmax. */
  readonly power: ValueStep | null;
  readonly a: ValueStep;
}

export const decimals = { z: 2, a: 3, loss: 3 } as const;

export function outputSteps(chain: Chain): OutputSteps {
  const { shift, outputSum } = chain;
  const rows = shownRows(chain);
  const units = rows.filter((row) => row.logit !== null);
  const rowOf = (row: OutputRow) => ({
    classIndex: row.classIndex,
    unit: row.logit === null ? null : units.indexOf(row),
    isTruth: row.isTruth,
  });
  const fullZ = niceCeiling(largest(units.map(({ logit }) => logit ?? 0)));
  const z = units.map((row): ValueRow => {
    const value = row.logit ?? Number.NaN;
    return { ...rowOf(row), text: numberText(value, decimals.z), bar: barSpan(value, signed(fullZ)) };
  });
  const powers = units.map((row): ValueRow => {
    const text = powerText(row.logit ?? Number.NaN);
    return { ...rowOf(row), text, bar: barSpan(row.power ?? 0, { full: 1, isSigned: false }) };
  });
  const logOfSum = shift && shift.max + Math.log(shift.sum);
  return {
    z: { rows: z, isSigned: true, sum: null },
    power: logOfSum === null ? null : { rows: powers, isSigned: false, sum: powerText(logOfSum) },
    a: { ...outputStep(chain, rows, rowOf), sum: outputSum === null ? null : sumText(outputSum) },
  };
}

function outputStep(
  { activation }: Chain,
  rows: readonly OutputRow[],
  rowOf: (row: OutputRow) => Omit<ValueRow, 'text' | 'bar'>,
) {
  const isShare = activation === 'softmax' || activation === 'sigmoid';
  const isSigned = !isShare && activations[activation].range[0] < 0;
  const full = isShare ? 1 : niceCeiling(largest(rows.map(({ output }) => output)));
  const values = rows.map((row): ValueRow => {
    const text = preciseText(row.output, decimals.a);
    return { ...rowOf(row), text, bar: barSpan(row.output, { full, isSigned }) };
  });
  return { rows: values, isSigned };
}

/** What a single unit leaves over is a probability only with sigmoid; otherwise it is not shown. */
function shownRows({ activation, rows }: Chain): readonly OutputRow[] {
  return activation === 'sigmoid' ? rows : rows.filter(({ logit }) => logit !== null);
}

function signed(full: number) {
  return { full, isSigned: true };
}

/** 1 as 1: rounding is not what the learner is to look at. */
function sumText(sum: number): string {
  return Math.abs(sum - 1) < 1e-9 ? '1' : numberText(sum, decimals.a);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
}

/** f in regression, a for a single unit, a₂ for one of several. */
export function outputSymbol({ rows }: Pick<Chain, 'rows'>, classIndex: number | null): string {
  if (classIndex === null) return 'f';
  return hasSingleUnit(rows) ? 'a' : `a${subscript(classIndex)}`;
}

/** z, or z₂ for one of several. */
export function sumSymbol({ rows }: Pick<Chain, 'rows'>, classIndex: number | null): string {
  return classIndex === null || hasSingleUnit(rows) ? 'z' : `z${subscript(classIndex)}`;
}
