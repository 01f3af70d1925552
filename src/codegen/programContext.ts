/**
 * What the programs say of an experiment, worked out once for all of them: its layers and what is frozen in them, which form of the
 * loss it needs, how long it trains. Knows no language.
 */

import type { Experiment } from '../engine/experiment';
import { initialParameters, type LayerPlan } from '../engine/model/network';
import { singleText } from '../engine/singleText';
import type { Localized } from '../i18n/localized';
import type { Rows } from './code';
import { numberText } from './numbers';
import type { ProgramOptions, ProgramSource } from './program';

/** How the loss begins at the output layer; see `outputDeltas`. */
export type Head =
  | 'sigmoidBinary'
  | 'softmaxCategorical'
  | 'softmaxBinary'
  | 'sigmoidCategorical'
  | 'clippedBinary'
  | 'clippedCategorical'
  | 'squared';

export interface LayerFacts extends LayerPlan {
  /** "1", "2" …; empty where there is only one layer. */
  readonly number: string;
  readonly isOutput: boolean;
  readonly frozen: boolean;
  /** Single weights that keep their value in a layer that trains. */
  readonly frozenRows: readonly number[];
  readonly frozenColumns: readonly number[];
  readonly frozenBiases: readonly number[];
  /** The initial kernel, one row an input, numbers separated by ", ". */
  readonly kernelRows: Rows;
  /** The initial biases, separated by ", "; empty where they are 0. */
  readonly biases: string;
}

export interface ProgramContext extends ProgramSource, ProgramOptions {
  readonly say: (words: Localized) => string;
  readonly layers: readonly LayerFacts[];
  readonly output: LayerFacts;
  readonly head: Head;
  /** Whether the loss takes the logits, so that the activation of the output layer is part of it. */
  readonly fromLogits: boolean;
  readonly trainPoints: number;
  readonly testPoints: number;
  /** Epochs that the program runs. */
  readonly epochs: number;
  /** null where one batch holds all points. */
  readonly batchSize: number | null;
  /** Losses are printed of every so manieth epoch, and of the last one. */
  readonly printEvery: number;
  readonly hasSchedule: boolean;
  /** Whether some single weight of a layer that trains is frozen. */
  readonly freezesSome: boolean;
  /** Whether there is nothing to train. */
  readonly freezesAll: boolean;
}

/** As many epochs as `npm run headless` runs where the document names none. */
const usualEpochs = 100;
const mostPrinted = 200;

export function programContextOf(source: ProgramSource, options: ProgramOptions): ProgramContext {
  const { experiment, data } = source;
  const { training, loss } = experiment;
  const layers = layerFacts(source);
  const output = layers.at(-1) as LayerFacts;
  const head = headOf(experiment, output);
  const trainPoints = data.split.train.length;
  const epochs = training.stop.epochs ?? usualEpochs;
  const { batchSize } = training;
  return {
    ...source,
    ...options,
    say: (words) => words[options.locale],
    layers,
    output,
    head,
    fromLogits: loss.id !== 'squaredError' && ['sigmoid', 'softmax'].includes(output.activation),
    trainPoints,
    testPoints: data.split.test.length,
    epochs,
    batchSize: batchSize === 'all' || batchSize >= trainPoints ? null : batchSize,
    printEvery: 10 ** Math.max(0, Math.ceil(Math.log10(epochs / mostPrinted))),
    hasSchedule: training.schedule.id !== 'constant',
    freezesSome: layers.some(({ frozenRows, frozenBiases }) => frozenRows.length + frozenBiases.length > 0),
    freezesAll: layers.every(({ frozen }) => frozen),
  };
}

/** A single output f stands for the two probabilities 1 − f and f, which makes categorical cross-entropy binary. */
function headOf({ loss }: Experiment, { activation, units }: LayerPlan): Head {
  if (loss.id === 'squaredError') return 'squared';
  const categorical = loss.id === 'categoricalCrossentropy' && units > 1;
  if (activation === 'softmax') return categorical ? 'softmaxCategorical' : 'softmaxBinary';
  if (activation === 'sigmoid') return categorical ? 'sigmoidCategorical' : 'sigmoidBinary';
  return categorical ? 'clippedCategorical' : 'clippedBinary';
}

function layerFacts({ experiment, network, run }: ProgramSource): LayerFacts[] {
  const { frozen } = experiment.training;
  const start = run?.start ?? null;
  let drawn = start;
  const initial = () => (drawn ??= initialParameters(network, experiment.model));
  const single = new Set(frozen.parameters);
  const places = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => i).filter((i) => single.has(from + i));
  return network.layers.map((layer, k) => {
    const { inputs, units, kernelOffset, biasOffset } = layer;
    const whole = frozen.layers.includes(k);
    const kernel = whole ? [] : places(kernelOffset, biasOffset);
    return {
      ...layer,
      number: network.layers.length === 1 ? '' : String(k + 1),
      isOutput: k === network.layers.length - 1,
      frozen: whole,
      frozenRows: kernel.map((i) => Math.floor(i / units)),
      frozenColumns: kernel.map((i) => i % units),
      frozenBiases: whole ? [] : places(biasOffset, biasOffset + units),
      kernelRows: {
        count: inputs,
        row: (i) => singles(initial().subarray(kernelOffset + i * units, kernelOffset + (i + 1) * units)),
      },
      biases: start ? singles(start.subarray(biasOffset, biasOffset + units)) : '',
    };
  });
}

function singles(values: Float32Array): string {
  return Array.from(values, (value) => numberText(Number(singleText(value)))).join(', ');
}

/** Rows of points, "x1, x2, y" (without x2 where there is one input), in full precision. */
export function pointRows({ data, experiment }: ProgramSource, part: 'train' | 'test'): Rows {
  const { x1, x2, y } = data.points;
  const indices = data.split[part];
  return {
    count: indices.length,
    row: (k) => {
      const i = indices[k] as number;
      const place = experiment.data.inputs === 1 ? [x1[i]] : [x1[i], x2[i]];
      return [...place, y[i]].map((value) => numberText(value ?? 0)).join(', ');
    },
  };
}

/** Features that have one value on all training points: standardising must not divide by their deviation. */
export function constantColumns({ data: { inputMap } }: ProgramSource): number[] {
  return inputMap.constant.map((id) => inputMap.features.indexOf(id));
}

/** Wraps each row. */
export function wrapped(rows: Rows, open: string, close: string): Rows {
  return { count: rows.count, row: (i) => open + rows.row(i) + close };
}
