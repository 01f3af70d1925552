/**
 * `npm run headless -- <experiment.json> [--epochs N] [--device wasm|reference] [--trace]`: trains an experiment file without a page
 * and prints one JSON object. With --trace it holds everything needed to repeat the run elsewhere.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodeText, type Problem } from '../src/engine/document';
import type { Experiment } from '../src/engine/experiment';
import type { NetworkPlan } from '../src/engine/model/network';
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
  readonly halt: Halt | null;
  readonly history: readonly HistoryRow[];
  /** After the last epoch of the history. */
  readonly parameters: Float32Array;
}

/** Trains epoch by epoch. An epoch that ends in numbers that are not finite is left out, and its weights with it. */
async function train(trainer: Trainer, epochs: number): Promise<Training> {
  const history: HistoryRow[] = [];
  let { parameters } = await trainer.readState();
  let halt: Halt | null = trainer.batches.points === 0 ? 'noPoints' : null;
  while (!halt && trainer.position.epoch < epochs) {
    halt = await trainer.run(trainer.batches.perEpoch);
    const measured = await trainer.measure();
    const next = await trainer.readState();
    const figures = [...next.parameters, measured.train?.loss ?? 0, measured.test?.loss ?? 0];
    if (!figures.every(Number.isFinite)) return { halt: 'diverged', history, parameters };
    ({ parameters } = next);
    history.push(row(trainer.position.epoch, measured.train, measured.test));
  }
  return { halt, history, parameters };
}

async function main(): Promise<void> {
  const { file, epochs: asked, device, trace } = readArguments();
  const experiment = await readExperiment(file);
  const trainer = await Trainer.create(experiment, { device, onFallback: () => {} });
  const initial = await trainer.readState();
  const { halt, history, parameters } = await train(trainer, epochsOf(experiment, asked));
  const run = {
    device: trainer.deviceId,
    epochs: history.length,
    updates: history.length * trainer.batches.perEpoch,
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
    initialWeights: weightsOf(trainer.network, initial.parameters),
    batches: history.map((_, epoch) => Array.from(epochOrder(trainer.batches, epoch))),
    history,
    finalWeights: weightsOf(trainer.network, parameters),
  };
  process.stdout.write(`${JSON.stringify(trace ? traced : run)}\n`);
  trainer.dispose();
}

await main();
