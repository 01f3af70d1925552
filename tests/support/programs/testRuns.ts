/** For tests only: what the engine makes of an experiment, and what a program printed, side by side. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { buildProgram, type TargetId } from '../../../src/codegen/index';
import type { ProgramOptions, ProgramSource } from '../../../src/codegen/program';
import { programContextOf } from '../../../src/codegen/programContext';
import { prepareData } from '../../../src/engine/data/prepareData';
import type { Experiment } from '../../../src/engine/experiment';
import { outputHead } from '../../../src/engine/model/heads';
import { planNetwork } from '../../../src/engine/model/network';
import { Trainer } from '../../../src/engine/training/trainer';
import clippingAdamw from './clipping_adamw.json';
import l2StopAtLoss from './l2_stop_at_loss.json';
import { programText } from './programText';
import { testMatrix } from './testMatrix';
import { handSetStart, pairings } from './testPairs';

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
async function engineLosses({ experiment, run }: ProgramSource): Promise<Losses[]> {
  const trainer = await Trainer.create(experiment, { device: 'wasm', onFallback: () => {} });
  if (run?.start) await trainer.setWeights(Array.from(run.start, (value, index) => ({ index, value })));
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
function printedLosses(output: string): Losses[] {
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

/** A program to run, and what it was made of. */
export interface Trial {
  readonly title: string;
  readonly source: ProgramSource;
  readonly options: ProgramOptions;
}

/** What people brought along, and what went wrong with it once. */
const brought = { clipping_adamw: clippingAdamw, l2_stop_at_loss: l2StopAtLoss } as unknown as Record<
  string,
  Experiment
>;

/** The experiments with names of their own, with everything inlined. */
export const namedTrials: readonly Trial[] = Object.entries({ ...testMatrix, ...brought }).map(
  ([title, experiment]) => ({
    title,
    source: sourceOf(experiment),
    options: { locale: 'en', inlined: true },
  }),
);

/** All pairs of options, each way: with the data inlined and without. */
export function pairTrials(inlined: boolean): Trial[] {
  return pairings.map(({ title, experiment, locale, handSet }) => {
    const source = sourceOf(experiment);
    const run = handSet ? { run: handSetStart(source.network.parameterCount) } : {};
    return { title, source: { ...source, ...run }, options: { locale, inlined } };
  });
}

/** What is run: the text, and the file of points that the page exports beside it. */
export function runnable(
  target: TargetId,
  { source, options }: Trial,
): Readonly<{ text: string; csv: string }> {
  return { text: programText(buildProgram(target, source, options)), csv: pointsCsv(source) };
}

/**
/**
 * What two trainings may differ by, relative to the loss. Where an output is clipped into (0, 1), gradients reach 1e7 beside the ends,
 * and roundings grow with them.
 */
export function toleranceOf({ source: { experiment, network } }: Trial, usual: number): number {
  return outputHead(experiment.loss.id, network).clips ? Math.max(usual, 1e-3) : usual;
}

/**
 * Runs a command in a folder of its own inside `parent`, which holds `files`; the command prints what each program printed, as JSON.
 * A word on its stderr is a failure.
 */
export function outputsOf(
  command: string,
  commandArguments: readonly string[],
  files: Readonly<Record<string, string>>,
  parent: string,
): string[] {
  mkdirSync(parent, { recursive: true });
  const cwd = mkdtempSync(join(parent, 'quadrant-programs-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    const { stdout, stderr } = spawnSync(command, commandArguments, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as string[];
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

export interface Comparison {
  readonly title: string;
  /** Largest relative difference of a loss in any epoch. */
  readonly error: number;
  readonly expected: readonly Losses[];
  readonly printed: readonly Losses[];
}

/** What the programs printed, and what the engine measures. */
export async function compareWithEngine(
  trials: readonly Trial[],
  outputs: readonly string[],
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const [i, { title, source, options }] of trials.entries()) {
    const { printEvery } = programContextOf(source, options);
    const measured = await engineLosses(source);
    const expected = measured.filter(({ epoch }) => epoch % printEvery === 0 || epoch === measured.length);
    const printed = printedLosses(outputs[i] ?? '');
    comparisons.push({ title, error: worstError(printed, expected), expected, printed });
  }
  return comparisons;
}

/** What is wrong with the output of a program that draws its own weights or batches; empty where nothing is. */
export function faultOf({ source }: Trial, output: string): string {
  const { experiment, data } = source;
  const { epochs, trainLoss, plateau } = experiment.training.stop;
  const losses = printedLosses(output);
  const isEarly = (trainLoss !== null || plateau !== null) && losses.length > 0;
  if (!isEarly && losses.length !== epochs) return `printed ${losses.length} epochs`;
  if (losses.some(({ epoch }, i) => epoch !== i + 1)) return 'counts epochs in another way';
  const tested = data.split.test.length > 0;
  if (losses.some(({ test }) => (test !== null) !== tested)) return 'test costs';
  const all = losses.flatMap(({ train, test }) => (test === null ? [train] : [train, test]));
  return all.every(Number.isFinite) ? '' : 'a cost that is no number';
}

/** How many, the worst, and the largest differences in Markdown; printed by the tests where the environment has LOSS_TABLE=1. */
export function lossTable(library: string, comparisons: readonly Comparison[]): string {
  const last = (losses: readonly Losses[]) => losses.at(-1)?.train.toPrecision(7) ?? '-';
  const sorted = [...comparisons].sort((a, b) => b.error - a.error);
  const rows = sorted
    .slice(0, 30)
    .map(
      ({ title, error, expected, printed }) =>
        `| ${title} | ${expected.length} | ${last(expected)} | ${last(printed)} | ${error.toExponential(1)} |`,
    );
  const head = [
    `${comparisons.length} programs`,
    `| experiment | epochs | engine | ${library} | largest difference |`,
    '|---|---|---|---|---|',
  ];
  return [...head, ...rows].join('\n');
}

/** points.csv as the page exports it, without what a model says. */
function pointsCsv({ data, experiment }: ProgramSource): string {
  const { x1, x2, y } = data.points;
  const isClass = experiment.data.task === 'classification';
  const places = experiment.data.inputs === 1 ? [x1] : [x1, x2];
  const rows = Array.from(y, (label, i) => {
    const split = data.split.isTest[i] === 1 ? 'test' : 'train';
    return [...places.map((place) => place[i]), isClass ? label + 1 : label, split, '', '\r\n'].join(',');
  });
  return [
    `${places.length === 1 ? 'x1' : 'x1,x2'},${isClass ? 'class' : 'y'},split,prediction,loss\r\n`,
    ...rows,
  ].join('');
}
