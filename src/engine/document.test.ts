import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../tests/support/experimentArbitrary';
import { lineExperiment, networkExperiment } from '../../tests/support/testExperiment';
import { type Decoded, decode, decodeText } from './document';
import { limits } from './experiment';
import type { Problem } from './problem';
import { optimizers } from './training/optimizers';
import { schedules } from './training/schedules';

type Json = Record<string, unknown>;

/** The default document as JSON with the value at a dotted path replaced; undefined removes the key. */
function documentWith(path: string, value: unknown, base: unknown = networkExperiment): Json {
  const document = JSON.parse(JSON.stringify(base)) as Json;
  const keys = path.split('.');
  const last = keys.pop() as string;
  let place = document;
  for (const key of keys) place = place[key] as Json;
  place[last] = value;
  // Without the keys that are undefined.
  return value === undefined ? (JSON.parse(JSON.stringify(document)) as Json) : document;
}

const own = (x1: unknown, x2: unknown, y: unknown): Json => ({ kind: 'own', x1, x2, y });
const zeros = (count: number): number[] => new Array<number>(count).fill(0);

function problemsOf(decoded: Decoded): readonly Problem[] {
  expect(decoded.experiment).toBeNull();
  return decoded.problems;
}

describe('decode', () => {
  it('answers the same experiment for any valid one sent through JSON', () => {
    fc.assert(
      fc.property(experimentArbitrary, (experiment) => {
        expect(decode(JSON.parse(JSON.stringify(experiment)))).toEqual({ experiment, problems: [] });
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('accepts its own default', () => {
    expect(decode(networkExperiment)).toEqual({ experiment: networkExperiment, problems: [] });
  });

  it.each(Object.values(optimizers))(
    'fills in the options that $id declares and a document lacks',
    (optimizer) => {
      const { experiment } = decode(documentWith('training.optimizer', { id: optimizer.id, options: {} }));
      const defaults = Object.fromEntries(optimizer.hyperparameters.map((each) => [each.id, each.default]));
      expect(experiment?.training.optimizer).toEqual({ id: optimizer.id, options: defaults });
    },
  );

  it('fills in the options of a loss that declares some, and gives none to others', () => {
    const decoded = (loss: object) => decode({ ...lineExperiment(), loss: { l1: 0, l2: 0, ...loss } });
    expect(decoded({ id: 'huber' }).experiment?.loss).toEqual({
      id: 'huber',
      options: { delta: 1 },
      l1: 0,
      l2: 0,
    });
    expect(decoded({ id: 'squaredError' }).experiment?.loss).toEqual({ id: 'squaredError', l1: 0, l2: 0 });
    expect(decoded({ id: 'huber', options: { delta: 1000 } }).problems).toMatchObject([
      { code: 'outOfRange', field: 'loss.options.delta', value: '1000' },
    ]);
    expect(decoded({ id: 'squaredError', options: { delta: 1 } }).problems).toMatchObject([
      { code: 'unknownValue', field: 'loss.options.delta' },
    ]);
  });

  it.each(Object.values(schedules))('fills in the options that the $id schedule declares', (schedule) => {
    const { experiment } = decode(documentWith('training.schedule', { id: schedule.id, options: {} }));
    const defaults = Object.fromEntries(schedule.hyperparameters.map((each) => [each.id, each.default]));
    expect(experiment?.training.schedule).toEqual({ id: schedule.id, options: defaults });
  });

  it('keeps an option that is given beside the defaults', () => {
    const { experiment } = decode(
      documentWith('training.optimizer', { id: 'adam', options: { beta1: 0.5 } }),
    );
    expect(experiment?.training.optimizer.options).toEqual({ beta1: 0.5, beta2: 0.999, epsilon: 1e-7 });
  });

  it('reads a document from before anything could be frozen', () => {
    const { experiment } = decode(documentWith('training.frozen', undefined));
    expect(experiment?.training.frozen).toEqual({ layers: [], parameters: [] });
  });

  it('accepts what is frozen as long as the network has it', () => {
    const frozen = { layers: [0, 2], parameters: [0, 131] };
    expect(decode(documentWith('training.frozen', frozen)).experiment?.training.frozen).toEqual(frozen);
  });

  it('accepts 100,000 own points and one point, and none', () => {
    for (const count of [limits.points, 1, 0]) {
      const source = own(zeros(count), zeros(count), zeros(count));
      expect(decode(documentWith('data.source', source)).problems).toEqual([]);
    }
  });
});

const one = [0];
const refused: [path: string, value: unknown, problem: Partial<Problem>][] = [
  ['version', 2, { code: 'futureVersion', field: 'version', value: '2' }],
  ['version', 1e300, { code: 'futureVersion', field: 'version', value: '1e+300' }],
  ['version', 0, { code: 'unknownValue', field: 'version', value: '0', allowed: '1' }],
  ['version', '1', { code: 'unknownValue', field: 'version', value: '1' }],
  ['version', undefined, { code: 'wrongType', field: 'version', value: 'undefined' }],
  ['data', null, { code: 'wrongType', field: 'data', value: 'null' }],
  ['model', [], { code: 'wrongType', field: 'model.hidden' }],
  ['training', undefined, { code: 'wrongType', field: 'training', value: 'undefined' }],
  ['surprise', 1, { code: 'unknownValue', field: 'surprise' }],
  ['training.surprise', 1, { code: 'unknownValue', field: 'training.surprise' }],
  ['training.learningRate', '0.1', { code: 'wrongType', field: 'training.learningRate', value: '0.1' }],
  ['training.learningRate', null, { code: 'wrongType', field: 'training.learningRate', value: 'null' }],
  ['training.learningRate', Number.NaN, { code: 'wrongType', field: 'training.learningRate', value: 'NaN' }],
  [
    'training.learningRate',
    -0.1,
    { code: 'outOfRange', field: 'training.learningRate', value: '-0.1', allowed: '≥ 0.00001' },
  ],
  [
    'training.learningRate',
    11,
    { code: 'outOfRange', field: 'training.learningRate', value: '11', allowed: '≤ 10' },
  ],
  [
    'training.learningRate',
    Infinity,
    { code: 'outOfRange', field: 'training.learningRate', value: 'Infinity' },
  ],
  ['training.batchSize', 0, { code: 'outOfRange', field: 'training.batchSize', value: '0' }],
  ['training.batchSize', 1.5, { code: 'outOfRange', field: 'training.batchSize', value: '1.5' }],
  ['training.batchSize', 'some', { field: 'training.batchSize', value: 'some' }],
  ['training.optimizer.id', 'lion', { code: 'unknownValue', field: 'training.optimizer.id', value: 'lion' }],
  ['training.optimizer.id', 'constructor', { code: 'unknownValue', field: 'training.optimizer.id' }],
  ['training.optimizer.id', '__proto__', { code: 'unknownValue', field: 'training.optimizer.id' }],
  [
    'training.optimizer.options',
    { beta1: 1.5 },
    { code: 'outOfRange', field: 'training.optimizer.options.beta1', value: '1.5', allowed: '0–0.999' },
  ],
  [
    'training.optimizer.options',
    { beta9: 0 },
    { code: 'unknownValue', field: 'training.optimizer.options.beta9', value: '0' },
  ],
  [
    'training.optimizer.options',
    { toString: 0 },
    { code: 'unknownValue', field: 'training.optimizer.options.toString' },
  ],
  [
    'training.optimizer.options',
    { beta1: null },
    { code: 'wrongType', field: 'training.optimizer.options.beta1', value: 'null' },
  ],
  [
    'training.schedule',
    { id: 'step', options: { epochs: 1.5 } },
    { code: 'outOfRange', field: 'training.schedule.options.epochs', value: '1.5' },
  ],
  [
    'training.schedule.id',
    'weekly',
    { code: 'unknownValue', field: 'training.schedule.id', value: 'weekly' },
  ],
  ['training.clipNorm', 0, { code: 'outOfRange', field: 'training.clipNorm', value: '0' }],
  ['training.stop.epochs', 0, { code: 'outOfRange', field: 'training.stop.epochs', value: '0' }],
  [
    'training.stop.plateau',
    { epochs: 5 },
    { code: 'wrongType', field: 'training.stop.plateau.minImprovement' },
  ],
  ['training.frozen', null, { code: 'wrongType', field: 'training.frozen' }],
  ['training.frozen.layers', [9], { code: 'outOfRange', field: 'training.frozen.layers.0', value: '9' }],
  [
    'training.frozen.layers',
    [0, 3],
    { code: 'outOfRange', field: 'training.frozen.layers.1', value: '3', allowed: '0–2' },
  ],
  [
    'training.frozen.parameters',
    [131, 132],
    { code: 'outOfRange', field: 'training.frozen.parameters.1', value: '132', allowed: '0–131' },
  ],
  [
    'training.frozen.parameters',
    [0, -1],
    { code: 'outOfRange', field: 'training.frozen.parameters.1', value: '-1' },
  ],
  ['training.frozen.parameters', [0.5], { field: 'training.frozen.parameters.0', value: '0.5' }],
  [
    'training.frozen.parameters',
    zeros(200_001),
    { code: 'wrongLength', field: 'training.frozen.parameters', value: '200001' },
  ],
  ['loss.id', 'hinge', { code: 'unknownValue', field: 'loss.id', value: 'hinge' }],
  ['loss.l2', -1, { code: 'outOfRange', field: 'loss.l2', value: '-1' }],
  [
    'model.outputActivation',
    'maxout',
    { code: 'unknownValue', field: 'model.outputActivation', value: 'maxout' },
  ],
  [
    'model.hidden',
    [{ units: 8, activation: 'softmax' }],
    { code: 'unknownValue', field: 'model.hidden.0.activation', value: 'softmax' },
  ],
  [
    'model.hidden',
    [{ units: 0, activation: 'relu' }],
    { code: 'outOfRange', field: 'model.hidden.0.units', value: '0' },
  ],
  [
    'model.hidden',
    [{ units: 129, activation: 'relu' }],
    { code: 'outOfRange', field: 'model.hidden.0.units', value: '129', allowed: '≤ 128' },
  ],
  [
    'model.hidden',
    new Array(9).fill({ units: 1, activation: 'relu' }),
    { code: 'wrongLength', field: 'model.hidden', value: '9', allowed: '≤ 8' },
  ],
  ['model.seed', 0, { code: 'outOfRange', field: 'model.seed', value: '0' }],
  ['data.task', 'clustering', { code: 'unknownValue', field: 'data.task', value: 'clustering' }],
  ['data.inputs', 3, { code: 'unknownValue', field: 'data.inputs', value: '3', allowed: '1, 2' }],
  ['data.inputs', 1, { code: 'unknownValue', field: 'data.inputs', value: '1', allowed: '2' }],
  ['data.classes', 11, { code: 'outOfRange', field: 'data.classes', value: '11' }],
  ['data.classes', 3, { code: 'outOfRange', field: 'data.classes', value: '3', allowed: '4–4' }],
  ['data.testShare', 0.95, { code: 'outOfRange', field: 'data.testShare', value: '0.95' }],
  ['data.plane.x', [2, -2], { code: 'conflict', field: 'data.plane.x', value: '[2,-2]' }],
  ['data.plane.x', [0], { field: 'data.plane.x.1' }],
  ['data.plane.y', [0, 1e10], { code: 'outOfRange', field: 'data.plane.y.1' }],
  ['data.features', [], { code: 'wrongLength', field: 'data.features', value: '0' }],
  ['data.features', ['x1', 'x1'], { code: 'conflict', field: 'data.features' }],
  ['data.features', ['x3'], { code: 'unknownValue', field: 'data.features.0', value: 'x3' }],
  ['data.standardize', 'yes', { code: 'wrongType', field: 'data.standardize', value: 'yes' }],
  ['data.source.kind', 'file', { code: 'unknownValue', field: 'data.source.kind', value: 'file' }],
  ['data.source.id', 'sphere', { code: 'unknownValue', field: 'data.source.id', value: 'sphere' }],
  ['data.source.id', 'plane', { code: 'conflict', field: 'data.source.id', value: 'plane (classification)' }],
  ['data.source.points', 9, { code: 'outOfRange', field: 'data.source.points', value: '9', allowed: '≥ 10' }],
  ['data.source.noise', 2.1, { code: 'outOfRange', field: 'data.source.noise', value: '2.1' }],
  [
    'data.source',
    own(one, one, [4]),
    { code: 'outOfRange', field: 'data.source.y.0', value: '4', allowed: '0–3' },
  ],
  ['data.source', own(one, one, [0.5]), { code: 'outOfRange', field: 'data.source.y.0', value: '0.5' }],
  [
    'data.source',
    own([1e39], one, one),
    { code: 'outOfRange', field: 'data.source.x1.0', value: '1e+39', allowed: '±1000000000' },
  ],
  ['data.source', own(one, [0, -1.1e9], one), { code: 'outOfRange', field: 'data.source.x2.1' }],
  ['data.source', own([null], one, one), { code: 'wrongType', field: 'data.source.x1.0', value: 'null' }],
  [
    'data.source',
    own(one, [Infinity], one),
    { code: 'outOfRange', field: 'data.source.x2.0', value: 'Infinity' },
  ],
  [
    'data.source',
    own([0, '1', null], one, one),
    { code: 'wrongType', field: 'data.source.x1.1', value: '1' },
  ],
  ['data.source', own(one, [0, 1], one), { code: 'wrongLength', field: 'data.source', value: '1, 2, 1' }],
  ['data.source', own({}, one, one), { code: 'wrongType', field: 'data.source.x1', value: '{}' }],
  [
    'data.source',
    own(zeros(100_001), zeros(100_001), zeros(100_001)),
    { code: 'wrongLength', field: 'data.source.x1', value: '100001', allowed: '≤ 100000' },
  ],
];

const regression = {
  ...networkExperiment,
  data: { ...networkExperiment.data, task: 'regression', inputs: 1, source: own([1], [0], [2]) },
  loss: { id: 'squaredError', l1: 0, l2: 0 },
};

describe('a document that is wrong', () => {
  it.each(refused)('in %s = %j is refused by name and value', (path, value, problem) => {
    expect(problemsOf(decode(documentWith(path, value)))).toContainEqual(expect.objectContaining(problem));
  });

  it('for regression is refused a cross-entropy, and features that one input does not have', () => {
    expect(decode(regression).problems).toEqual([]);
    expect(problemsOf(decode(documentWith('loss.id', 'binaryCrossentropy', regression)))).toEqual([
      { code: 'conflict', field: 'loss.id', value: 'binaryCrossentropy (regression)' },
    ]);
    expect(problemsOf(decode(documentWith('data.features', ['x2', 'x1x2'], regression)))).toEqual([
      { code: 'conflict', field: 'data.features', value: 'x2, x1x2' },
    ]);
  });

  it.each([null, 1, 'text', [], true, undefined])('because it is %j is refused as a whole', (input) => {
    expect(problemsOf(decode(input))).toEqual([expect.objectContaining({ code: 'wrongType', field: '' })]);
  });

  it('shortens a long value, so that it fits a sentence', () => {
    const problems = problemsOf(decode(documentWith('training.optimizer.id', 'x'.repeat(10_000))));
    expect(problems[0]?.value.length).toBeLessThan(60);
  });

  it('does not take over a prototype', () => {
    const text = JSON.stringify(networkExperiment).replace('{', '{"__proto__":{"polluted":true},');
    const { experiment } = decodeText(text);
    expect(Object.keys(experiment ?? {})).not.toContain('__proto__');
    expect((experiment as Json | null)?.polluted).toBeUndefined();
    expect(({} as Json).polluted).toBeUndefined();
  });

  it('with hundreds of thousands of bad values is refused with a list short enough to show', () => {
    const words = new Array<string>(limits.points).fill('a');
    const problems = problemsOf(decode(documentWith('data.source', own(words, words, words))));
    expect(problems[0]).toMatchObject({ code: 'wrongType', field: 'data.source.x1.0', value: 'a' });
    expect(problems.length).toBeLessThanOrEqual(20);
  });

  it('nested a hundred thousand deep is refused like any other', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    const document = {
      ...networkExperiment,
      training: { ...networkExperiment.training, learningRate: deep },
    };
    expect(problemsOf(decode(document))).toEqual([
      { code: 'tooDeep', field: 'training.learningRate', value: '> 12', allowed: '≤ 12' },
    ]);
  });

  it('never makes decode throw, whatever JSON it is', () => {
    const paths = [
      'data',
      'data.source',
      'data.plane',
      'model.hidden',
      'loss',
      'training',
      'training.stop',
      'version',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const { experiment, problems } = decode(documentWith(path, value));
        expect(experiment === null).toBe(problems.length > 0);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe('decodeText', () => {
  it('reads the text of a file, with or without a byte order mark', () => {
    const text = JSON.stringify(networkExperiment);
    expect(decodeText(text).experiment).toEqual(networkExperiment);
    expect(decodeText(`\uFEFF${text}`).experiment).toEqual(networkExperiment);
  });

  it.each(['', '{', 'hello', '{"version":1,}', 'NaN'])('says that %j is not JSON', (text) => {
    expect(problemsOf(decodeText(text))).toEqual([{ code: 'notJson', field: '', value: text }]);
  });
});
