/** For tests only: what the engine makes of an experiment, and what a program printed, side by side. */
import { prepareData } from '../data/prepare';
import type { Experiment } from '../experiment';
import { planNetwork } from '../model/network';
import { Trainer } from '../training/trainer';
import { buildProgram, programText, type TargetId } from './index';
import type { ProgramSource } from './program';
import { testMatrix } from './testMatrix';

/** Losses at the end of an epoch; null without a test set. */
export interface Losses {
  readonly epoch: number;
  readonly train: number;
  readonly test: number | null;
}

export function sourceOf(experiment: Experiment): ProgramSource {
  const data = prepareData(experiment.data);
  return { experiment, data, network: planNetwork(experiment.model, experiment.data, data.inputMap.width) };
}

/** Of the wasm device, until a rule of the experiment stops it. */
async function engineLosses(experiment: Experiment): Promise<Losses[]> {
  const trainer = await Trainer.create(experiment, { device: 'wasm', onFallback: () => {} });
  const losses: Losses[] = [];
  for (let halted = false; !halted; ) {
    halted = (await trainer.run(trainer.batches.perEpoch)) !== null;
    const { train, test } = await trainer.measure();
    losses.push({
      epoch: trainer.position.epoch,
      train: train?.loss ?? Number.NaN,
      test: test?.loss ?? null,
    });
  }
  trainer.dispose();
  return losses;
}

/** The table that a program prints at its end. */
export function printedLosses(output: string): Losses[] {
  const rows = output.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return rows
    .filter(([epoch]) => epoch !== undefined && epoch >= 1)
    .map(([epoch = Number.NaN, train = Number.NaN, test]) => ({ epoch, train, test: test ?? null }));
}

/** The largest difference, relative to the larger of the loss and 0.01; infinite where the epochs are others. */
function worstError(printed: readonly Losses[], expected: readonly Losses[]): number {
  if (printed.length !== expected.length) return Infinity;
  const errorOf = (a: number, b: number) => Math.abs(a - b) / Math.max(Math.abs(b), 0.01);
  const errors = expected.flatMap(({ epoch, train, test }, i) => {
    const row = printed[i];
    if (row?.epoch !== epoch || (row.test === null) !== (test === null)) return [Infinity];
    return [errorOf(row.train, train), test === null ? 0 : errorOf(row.test ?? Number.NaN, test)];
  });
  return Math.max(...errors.map((error) => (Number.isNaN(error) ? Infinity : error)));
}

/** The programs of the whole matrix with everything inlined, in its order. */
export function matrixPrograms(target: TargetId): string[] {
  return Object.values(testMatrix).map((experiment) =>
    programText(buildProgram(target, sourceOf(experiment), { locale: 'en', inlined: true })),
  );
}

export interface Comparison {
  readonly title: string;
  /** Largest relative difference of a loss in any epoch. */
  readonly error: number;
  readonly expected: readonly Losses[];
  readonly printed: readonly Losses[];
}

/** What the programs of the matrix printed, and what the engine measures. */
export async function compareWithEngine(outputs: readonly string[]): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const [i, [title, experiment]] of Object.entries(testMatrix).entries()) {
    const expected = await engineLosses(experiment);
    const printed = printedLosses(outputs[i] ?? '');
    comparisons.push({ title, error: worstError(printed, expected), expected, printed });
  }
  return comparisons;
}

/** The last training losses side by side, in Markdown; printed by the tests where the environment has LOSS_TABLE=1. */
export function lossTable(library: string, comparisons: readonly Comparison[]): string {
  const last = (losses: readonly Losses[]) => losses.at(-1)?.train.toPrecision(7) ?? '-';
  const rows = comparisons.map(
    ({ title, error, expected, printed }) =>
      `| ${title} | ${expected.length} | ${last(expected)} | ${last(printed)} | ${error.toExponential(1)} |`,
  );
  const head = [
    `| experiment | epochs | engine | ${library} | largest difference |`,
    '|---|---|---|---|---|',
  ];
  return [...head, ...rows].join('\n');
}

/** points.csv as the page exports it, without what a model says. */
export function pointsCsv({ data }: ProgramSource): string {
  const { x1, x2, y } = data.points;
  const rows = Array.from(y, (label, i) => {
    const split = data.split.isTest[i] === 1 ? 'test' : 'train';
    return `${x1[i]},${x2[i]},${label + 1},${split},,\r\n`;
  });
  return ['x1,x2,class,split,prediction,loss\r\n', ...rows].join('');
}
