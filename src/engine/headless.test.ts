/**
 * `npm run headless` as a person calls it, in processes of its own: what it prints, what it says of a bad call, and that NumPy,
 * which knows nothing of this code, arrives at the same numbers (tests/numpy/recompute.py).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineExperiment } from '../../tests/support/testExperiment';
import { python, withNumpy } from '../../tests/support/testPython';
import { decodeText } from './document';
import { type Experiment, experimentVersion } from './experiment';
import { activations } from './model/activations';
import { losses } from './model/losses';
import { optimizers } from './training/optimizers';
import type { HistoryRow } from './training/snapshot';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'quadrant-headless-'));
// Bundles first where .cache has none.
const patient = 60_000;

afterAll(() => rmSync(folder, { recursive: true }));

interface LayerWeights {
  readonly kernel: number[][];
  readonly bias: number[];
}

interface Part {
  readonly x: number[][];
  readonly y: number[];
}

interface Trace {
  readonly experiment: Experiment;
  readonly device: string;
  readonly stopped: string | null;
  readonly train: Part;
  readonly test: Part;
  readonly layers: { units: number; activation: string }[];
  readonly loss: string;
  readonly initialWeights: LayerWeights[];
  readonly batches: number[][];
  readonly history: HistoryRow[];
  readonly finalWeights: LayerWeights[];
}

const script = 'scripts/headless.js';
/** What the script has bundled, once it was run: most calls go there at once. */
let bundle = script;

function headless(...parameters: string[]) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1e8 } as const;
  const { status, stdout, stderr } = spawnSync('node', [bundle, ...parameters], options);
  return { status, stdout, stderr };
}

beforeAll(() => {
  expect(headless(example('xor-relu'), '--epochs', '0').status).toBe(0);
  const cache = join(root, '.cache/headless');
  bundle = join(cache, readdirSync(cache)[0]!, 'headless.js');
}, patient);

function save(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const example = (name: string) => join(root, 'public/examples', `${name}.json`);

function traceOf(path: string, epochs: number): Trace {
  const { status, stdout, stderr } = headless(path, '--epochs', String(epochs), '--trace');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Trace;
}

describe('headless --trace', () => {
  it(
    'prints everything that is needed to repeat the run',
    () => {
      const trace = traceOf(example('xor-relu'), 3);
      expect(trace.experiment).toEqual(decodeText(readFileSync(example('xor-relu'), 'utf8')).experiment);
      expect(trace.experiment.version).toBe(experimentVersion);
      expect([trace.device, trace.loss]).toEqual(['wasm', 'binaryCrossentropy']);
      expect(trace.layers).toEqual([
        { units: 8, activation: 'relu' },
        { units: 1, activation: 'sigmoid' },
      ]);
      expect([trace.train.x.length, trace.train.y.length, trace.test.x.length, trace.test.y.length]).toEqual([
        240, 240, 60, 60,
      ]);
      expect(trace.train.x[0]).toHaveLength(2);
      for (const weights of [trace.initialWeights, trace.finalWeights]) {
        expect(weights.map(({ kernel, bias }) => [kernel.length, kernel[0]?.length, bias.length])).toEqual([
          [2, 8, 8],
          [8, 1, 1],
        ]);
      }
      expect(trace.batches.map((order) => order.length)).toEqual([240, 240, 240]);
      expect(trace.history.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
      expect(Object.keys(trace.history[0]!).sort()).toEqual([
        'epoch',
        'testAccuracy',
        'testLoss',
        'trainAccuracy',
        'trainLoss',
      ]);
    },
    patient,
  );

  it(
    'of no epochs leaves the initial weights',
    () => {
      const { batches, history, initialWeights, finalWeights } = traceOf(example('xor-relu'), 0);
      expect([batches, history]).toEqual([[], []]);
      expect(finalWeights).toEqual(initialWeights);
    },
    patient,
  );

  it(
    'ends with the last finite weights where a run diverges',
    () => {
      const path = save('diverging.json', JSON.stringify(lineExperiment({ training: { learningRate: 10 } })));
      const { stopped, history, batches, finalWeights } = traceOf(path, 5000);
      expect(stopped).toBe('diverged');
      expect(history.length).toBeGreaterThan(5);
      expect(batches).toHaveLength(history.length);
      const numbers = [
        ...history.map(({ trainLoss }) => trainLoss),
        ...finalWeights.flatMap(({ kernel, bias }) => [...kernel.flat(), ...bias]),
      ];
      expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
    },
    patient,
  );
});

describe('headless', () => {
  it.each([
    ['at the epochs asked for', 'xor-relu', {}, 37],
    ['where a rule of the document stops it', 'xor-relu', { trainLoss: 0.4 }, 300],
    ['before it diverges', null, {}, 5000],
  ] as const)(
    'ends as the trace of the same run does, %s',
    (_, name, stop, epochs) => {
      const experiment = name
        ? (JSON.parse(readFileSync(example(name), 'utf8')) as Experiment)
        : lineExperiment({ training: { learningRate: 10 } });
      const { training } = experiment;
      const content = { ...experiment, training: { ...training, stop: { ...training.stop, ...stop } } };
      const path = save('same.json', JSON.stringify(content));
      const { history, stopped } = traceOf(path, epochs);
      const { stdout } = headless(path, '--epochs', String(epochs));
      const run = JSON.parse(stdout) as { epochs: number; stopped: string | null; last: HistoryRow };
      expect([run.epochs, run.stopped, run.last]).toEqual([history.length, stopped, history.at(-1)]);
    },
    patient,
  );

  it(
    'prints where the run stands as one JSON object, at the limit of the document when none is given',
    () => {
      const line = JSON.parse(readFileSync(example('regression-line'), 'utf8')) as Experiment;
      const stop = { ...line.training.stop, epochs: 200 };
      const file = join(folder, 'limited.json');
      writeFileSync(file, JSON.stringify({ ...line, training: { ...line.training, stop } }));
      const { status, stdout } = headless(file);
      expect(status).toBe(0);
      expect(stdout.trim().split('\n')).toHaveLength(1);
      const run = JSON.parse(stdout) as { epochs: number; stopped: string; last: HistoryRow };
      expect(run).toMatchObject({ device: 'wasm', epochs: 200, updates: 200, stopped: 'epochs' });
      expect(run.last.trainAccuracy).toBeNull();
      expect(run.last.trainLoss).toBeLessThan(0.06);
    },
    patient,
  );

  it(
    'trains on the reference device when asked to, to the same numbers',
    () => {
      const runs = ['wasm', 'reference'].map((device) => {
        const { stdout } = headless(example('xor-relu'), '--epochs', '20', '--device', device);
        return JSON.parse(stdout) as { device: string; last: HistoryRow };
      });
      expect(runs.map(({ device }) => device)).toEqual(['wasm', 'reference']);
      expect(runs[0]!.last.trainLoss).toBeCloseTo(runs[1]!.last.trainLoss, 5);
      expect(runs[0]!.last.testLoss).toBeCloseTo(runs[1]!.last.testLoss!, 5);
    },
    patient,
  );

  const broken = save('broken.json', '{"version": 1,');
  const wrong = save('wrong.json', '{"version": 1, "data": 5}');
  const future = save('future.json', '{"version": 2}');
  const fine = example('regression-line');
  const mistakes: [title: string, parameters: string[], says: RegExp][] = [
    ['no file', [], /^usage: /],
    ['a file that is not there', [join(folder, 'none.json')], /cannot read the file: .*none\.json/],
    ['broken JSON', [broken], /broken\.json is not JSON: \{"version": 1,/],
    ['a document with a wrong field', [wrong], /wrong\.json: data has the wrong type: 5/],
    ['a document of a newer version', [future], /future\.json: version was made by a newer Quadrant: 2/],
    ['an unknown device', [fine, '--device', 'abacus'], /^--device abacus: /],
    ['a number of epochs that is none', [fine, '--epochs', 'many'], /^--epochs many: /],
    ['a negative number of epochs', [fine, '--epochs=-1'], /^--epochs -1: /],
    ['an unknown option', [fine, '--fast'], /--fast/],
    ['two files', [fine, fine], /^usage: /],
  ];

  it.each(mistakes)(
    'answers %s with a sentence, no output and exit code 1',
    (_, parameters, says) => {
      const { status, stdout, stderr } = headless(...parameters);
      expect(stderr).toMatch(says);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect([status, stdout]).toEqual([1, '']);
    },
    patient,
  );
});

describe(withNumpy('NumPy, from the initial weights of a trace,'), () => {
  const recompute = (...traces: string[]) =>
    spawnSync(python ?? '', ['tests/numpy/recompute.py', ...traces], { cwd: root, encoding: 'utf8' });
  /** Settings that no example has, over every optimiser, schedule and kind of loss there is. */
  const changed = (name: string, change: (experiment: Experiment) => Partial<Experiment>): string => {
    const experiment = JSON.parse(readFileSync(example(name), 'utf8')) as Experiment;
    return save(`${name}-changed.json`, JSON.stringify({ ...experiment, ...change(experiment) }));
  };
  const runs: [title: string, path: () => string, epochs: number][] = [
    ['softmax-four-blobs', () => example('softmax-four-blobs'), 10],
    ['rings-swish', () => example('rings-swish'), 5],
    ['xor-relu', () => example('xor-relu'), 10],
    ['squared-error-classification', () => example('squared-error-classification'), 5],
    ['regression-line', () => example('regression-line'), 50],
    ['regression-house-price', () => example('regression-house-price'), 10],
    ['regression-saddle', () => example('regression-saddle'), 5],
    [
      'penalties, clipping, Adagrad and an exponential schedule',
      () =>
        changed('softmax-two-classes', ({ training }) => ({
          loss: { id: 'binaryCrossentropy', l1: 0.01, l2: 0.02 },
          training: {
            ...training,
            batchSize: 50,
            clipNorm: 0.3,
            optimizer: { id: 'adagrad', options: { epsilon: 1e-7 } },
            schedule: { id: 'exponential', options: { epochs: 3, factor: 0.5 } },
          },
        })),
      10,
    ],
    [
      'the Huber loss, with errors on both sides of its threshold',
      () =>
        changed('regression-house-price', () => ({
          loss: { id: 'huber', options: { delta: 0.2 }, l1: 0, l2: 0 },
        })),
      10,
    ],
    [
      'an output activation that does not suit its loss, and a step schedule',
      () =>
        changed('network-four-blobs', ({ model, training }) => ({
          model: {
            ...model,
            hidden: [
              { units: 6, activation: 'elu' },
              { units: 5, activation: 'leakyRelu' },
            ],
            outputActivation: 'softplus',
          },
          training: { ...training, schedule: { id: 'step', options: { epochs: 2, factor: 0.3 } } },
        })),
      5,
    ],
    [
      'a layer and single weights frozen under AdamW, with penalties and clipping',
      () =>
        changed('network-four-blobs', ({ loss, training }) => ({
          loss: { ...loss, l1: 0.001, l2: 0.01 },
          training: {
            ...training,
            clipNorm: 0.3,
            optimizer: {
              id: 'adamw',
              options: { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0.1 },
            },
            frozen: { layers: [1], parameters: [0, 7, 51, 480, 528] },
          },
        })),
      5,
    ],
  ];

  it.runIf(python)(
    'arrives at the same losses and weights',
    () => {
      const traces = runs.map(([, path, epochs], i) =>
        save(`trace-${i}.json`, headless(path(), '--epochs', String(epochs), '--trace').stdout),
      );
      const { status, stdout, stderr } = recompute(...traces);
      expect(stderr).toBe('');
      const errors = stdout.trimEnd().split('\n');
      expect(errors).toHaveLength(runs.length);
      for (const [i, error] of errors.entries())
        expect(error, runs[i]![0]).toMatch(/^largest relative error \S+e-0[5-9] /);
      expect(status).toBe(0);
    },
    2 * patient,
  );

  it('knows every activation, loss and optimiser', () => {
    const text = readFileSync(join(root, 'tests/numpy/recompute.py'), 'utf8');
    for (const id of Object.keys(activations)) expect(text).toMatch(new RegExp(`^    "${id}": \\(`, 'm'));
    for (const id of Object.keys(losses)) expect(text).toMatch(new RegExp(`^    "${id}": `, 'm'));
    for (const id of Object.keys(optimizers)) expect(text).toMatch(new RegExp(`^    def ${id}\\(self`, 'm'));
  });

  it.runIf(python)(
    'notices a single weight that is off by a thousandth',
    () => {
      const trace = traceOf(example('regression-line'), 5);
      trace.finalWeights[0]!.kernel[0]![0]! *= 1.001;
      const path = save('forged.json', JSON.stringify(trace));
      expect(recompute(path).status).toBe(1);
    },
    patient,
  );
});
