/**
 * What a stage of one update is: formulas, the same with their numbers, and what stands out in the diagram meanwhile. The numbers are
 * those of `engine/training/oneUpdate`; here they are only laid out.
 */

import type { FeatureId } from '../../engine/data/features';
import type { DeviceState } from '../../engine/devices/device';
import type { Experiment } from '../../engine/experiment';
import type { NetworkPlan } from '../../engine/model/network';
import type { LayerSymbol, SymbolRef } from '../../engine/model/symbolRef';
import type { OneUpdate } from '../../engine/training/oneUpdate';
import type { Highlight } from '../network/highlight';

export interface MatrixPart {
  readonly kind: 'matrix';
  readonly symbol?: SymbolRef;
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => number;
  /** Its columns are the points that the update sees; rows, where it is transposed. */
  readonly isOfPoints?: boolean;
  /** A matrix that stands on its side: its rows are columns of what the symbol stands for. */
  readonly isTransposed?: boolean;
}

export interface SignPart {
  readonly kind: 'sign';
  readonly latex: string;
}

export type StagePart = MatrixPart | SignPart;

/** `name = parts = result`; without parts only `name = result`. */
export interface StageRow {
  /** Marked LaTeX; unique in its stage. */
  readonly name: string;
  readonly parts: readonly StagePart[];
  readonly result: MatrixPart;
}

export interface StageFigure {
  readonly latex: string;
  readonly value: number;
}

export type StageKind = 'inputs' | 'forward' | 'loss' | 'backward' | 'penalty' | 'frozen' | 'clip' | 'update';

export type StageNote = 'cutOff' | 'mask' | 'notClipped' | 'meansOfBatch';

export interface EquationStage {
  readonly kind: StageKind;
  /** Of forward, backward and update. */
  readonly layer?: number;
  /** Marked LaTeX, aligned at `&`. */
  readonly lines: readonly string[];
  readonly rows: readonly StageRow[];
  readonly figures: readonly StageFigure[];
  readonly notes: readonly StageNote[];
  readonly highlight: Highlight;
}

/** An update with all that was there before it. */
export interface StepFacts {
  readonly experiment: Pick<Experiment, 'loss' | 'training'>;
  readonly plan: NetworkPlan;
  readonly features: readonly FeatureId[];
  readonly standardised: boolean;
  readonly before: DeviceState;
  readonly learningRate: number;
  /** 1 for each frozen weight and bias; null where none is. */
  readonly frozen: Uint8Array | null;
  readonly update: OneUpdate;
  /** A mini-batch, with a column for each point; else the one point. */
  readonly ofBatch: boolean;
}

export const sign = (latex: string): SignPart => ({ kind: 'sign', latex });

/** Numbers in the layout of the parameters as the matrix of a layer: a row for each unit. */
export function kernelPart(
  { layers }: NetworkPlan,
  layer: number,
  numbers: ArrayLike<number>,
  quantity: LayerSymbol['quantity'] = 'W',
): MatrixPart {
  const { kernelOffset, units, inputs } = layers[layer]!;
  return {
    kind: 'matrix',
    symbol: { quantity, layer },
    rows: units,
    columns: inputs,
    at: (row, column) => numbers[kernelOffset + column * units + row]!,
  };
}

export function biasPart(
  { layers }: NetworkPlan,
  layer: number,
  numbers: ArrayLike<number>,
  quantity: LayerSymbol['quantity'] = 'b',
): MatrixPart {
  const { biasOffset, units } = layers[layer]!;
  return {
    kind: 'matrix',
    symbol: { quantity, layer },
    rows: units,
    columns: 1,
    at: (row) => numbers[biasOffset + row]!,
  };
}

/** A number for each of `rows` and each point of the batch. */
export function pointsPart(
  { update }: StepFacts,
  rows: number,
  read: (point: OneUpdate['passes'][number]) => ArrayLike<number>,
  symbol?: SymbolRef,
): MatrixPart {
  return {
    kind: 'matrix',
    ...(symbol ? { symbol } : {}),
    rows,
    columns: update.passes.length,
    isOfPoints: true,
    at: (row, column) => read(update.passes[column]!)[row]!,
  };
}

export function transpose(part: MatrixPart): MatrixPart {
  return {
    ...part,
    rows: part.columns,
    columns: part.rows,
    at: (row, column) => part.at(column, row),
    isTransposed: true,
  };
}

/** What a layer passes on; −1 for the inputs. */
export function answersPart(facts: StepFacts, layer: number): MatrixPart {
  const symbol = { quantity: 'a', layer } as const;
  return layer < 0
    ? pointsPart(facts, facts.plan.inputs, ({ inputs }) => inputs, symbol)
    : pointsPart(facts, facts.plan.layers[layer]!.units, ({ values }) => values[layer]!.outputs, symbol);
}
