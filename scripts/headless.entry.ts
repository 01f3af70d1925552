/**
 * `npm run headless -- <experiment.json> [--epochs N] [--device wasm|reference] [--trace]`: trains an experiment file without a page
 * and prints one JSON object. With --trace it holds everything needed to repeat the run elsewhere.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodeText } from '../src/engine/document';
import type { Experiment } from '../src/engine/experiment';
import type { NetworkPlan } from '../src/engine/model/network';
import type { Problem } from '../src/engine/problem';
import { epochOrder } from '../src/engine/training/batches';
import type { HistoryRow, Metrics } from '../src/engine/training/snapshot';
import type { Halt } from '../src/engine/training/stopRules';
import { Trainer } from '../src/engine/training/trainer';

const usage = 'usage: npm run headless -- <experiment.json> [--epochs N] [--device wasm|reference] [--trace]';

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const faults: Record<Problem['code'], string> = {
  notJson: 'is not JSON',
  wrongType: 'has the wrong type',
  unknownValue: 'is not known',
  outOfRange: 'is out of range',
  wrongLength: 'has the wrong length',
  conflict: 'does not fit the rest of the experiment',
  futureVersion: 'was made by a newer Quadrant',
  tooDeep: 'nests lists or objects too deep',
  tooMany: 'has more entries than any experiment',
  tooLong: 'has a text that is too long',
  tooLarge: 'is too large',
};

function sentenceOf(file: string, { code, field, value, allowed }: Problem): string {
  const what = field === '' ? file : `${file}: ${field}`;
  return `${what} ${faults[code]}: ${value}${allowed ? ` (allowed: ${allowed})` : ''}`;
}

function readArguments() {
  const options = {
    epochs: { type: 'string' },
    device: { type: 'string', default: 'wasm' },
    trace: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return fail(usage);
    const { device, trace } = values;
    if (device !== 'wasm' && device !== 'reference') {
      return fail(`--device ${device}: without a page there are wasm and reference`);
    }
    const epochs = values.epochs === undefined ? null : Number(values.epochs);
    if (epochs !== null && !(Number.isInteger(epochs) && epochs >= 0)) {
      fail(`--epochs ${String(values.epochs)}: give a whole number from 0`);
    }
    return { file, epochs, device, trace } as const;
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`);
  }
}

async function readExperiment(file: string): Promise<Experiment> {
  const text = await readFile(file, 'utf8').catch((error: unknown) =>
    fail(`cannot read the file: ${(error as Error).message}`),
  );
  const { experiment, problems } = decodeText(text);
  return experiment ?? fail(problems.map((problem) => sentenceOf(file, problem)).join('\n'));
}

function row(epoch: number, train: Metrics | null, test: Metrics | null): HistoryRow {
  return {
    epoch,
    trainLoss: train?.loss ?? Number.NaN,
    testLoss: test?.loss ?? null,
    trainAccuracy: train?.accuracy ?? null,
    testAccuracy: test?.accuracy ?? null,
  };
}

/** Rows of `width` numbers. */
function rows(values: ArrayLike<number>, width: number): number[][] {
  const flat = Array.from(values);
  return Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width));
}

function weightsOf(network: NetworkPlan, parameters: Float32Array) {
  return network.layers.map(({ units, kernelOffset, biasOffset }) => ({
    kernel: rows(parameters.subarray(kernelOffset, biasOffset), units),
    bias: Array.from(parameters.subarray(biasOffset, biasOffset + units)),
  }));
}

function partOf({ data }: Trainer, indices: Uint32Array) {
  const { points, inputMap } = data;
  const column = (values: Float64Array) => Float64Array.from(indices, (i) => values[i] as number);
  return {
    x: rows(inputMap.fill(column(points.x1), column(points.x2)), inputMap.width),
    y: Array.from(column(points.y)),
  };
}

/** Epochs to run: as asked, or as the document's own limit says, or 100. */
function epochsOf(experiment: Experiment, asked: number | null): number {
  return asked ?? experiment.training.stop.epochs ?? 100;
}

interface Training {
  readonly trainer: Trainer;
  readonly initial: Float32Array;
  readonly halt: Halt | null;
  /** The last epoch whose numbers are all finite. */
  readonly epochs: number;
  /** Each epoch up to there, or only some of them and the last. */
  readonly history: readonly HistoryRow[];
  /** After the last of these epochs. */
  readonly parameters: Float32Array;
}

/**
 * Trains and measures after each epoch, or rarely, as measuring takes longer than a small network's epoch. A run that diverges between
 * two measurements is repeated with all of them, because the epoch before it is the one to print.
 */
async function train(open: () => Promise<Trainer>, epochs: number, isTraced: boolean): Promise<Training> {
  const trainer = await open();
  const history: HistoryRow[] = [];
  const { parameters: initial } = await trainer.readState();
  let parameters = initial;
  let halt: Halt | null = trainer.batches.points === 0 ? 'noPoints' : null;
  const done = (why: Halt | null): Training => {
    const last = history.at(-1)?.epoch ?? 0;
    return { trainer, initial, halt: why, epochs: last, history, parameters };
  };
  while (!halt && trainer.position.epoch < epochs) {
    const { epoch } = trainer.position;
    // Doubling, so that a run that has diverged is not trained much further.
    const next = isTraced ? 1 : Math.min(Math.max(1, epoch), epochs - epoch);
    halt = await trainer.run(next * trainer.batches.perEpoch, false);
    const measured = await trainer.measure();
    const state = await trainer.readState();
    const figures = [...state.parameters, measured.train?.loss ?? 0, measured.test?.loss ?? 0];
    if (!figures.every(Number.isFinite)) {
      if (next === 1) return done('diverged');
      trainer.dispose();
      return train(open, epochs, true);
    }
    ({ parameters } = state);
    history.push(row(trainer.position.epoch, measured.train, measured.test));
  }
  return done(halt);
}

async function main(): Promise<void> {
  const { file, epochs: asked, device, trace } = readArguments();
  const experiment = await readExperiment(file);
  const open = () => Trainer.create(experiment, { device, onFallback: () => {} });
  const training = await train(open, epochsOf(experiment, asked), trace);
  const { trainer, initial, halt, epochs, history, parameters } = training;
  const run = {
    device: trainer.deviceId,
    epochs,
    updates: epochs * trainer.batches.perEpoch,
    stopped: halt,
    ...(history.length > 0 ? { last: history[history.length - 1] } : {}),
  };
  const traced = {
    experiment,
    device: trainer.deviceId,
    stopped: halt,
    train: partOf(trainer, trainer.data.split.train),
    test: partOf(trainer, trainer.data.split.test),
    layers: trainer.network.layers.map(({ units, activation }) => ({ units, activation })),
    loss: experiment.loss.id,
    initialWeights: weightsOf(trainer.network, initial),
    batches: history.map((_, epoch) => Array.from(epochOrder(trainer.batches, epoch))),
    history,
    finalWeights: weightsOf(trainer.network, parameters),
  };
  process.stdout.write(`${JSON.stringify(trace ? traced : run)}\n`);
  trainer.dispose();
}

await main();
