/** What holds for the short program of every experiment: it is Python, short, and says what the experiment is. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../../tests/support/experimentArbitrary';
import { testMatrix } from '../../../tests/support/programs/testMatrix';
import { sourceOf } from '../../../tests/support/programs/testRuns';
import { experimentWith } from '../../../tests/support/testExperiment';
import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { optimizers } from '../../engine/training/optimizers';
import { floatText } from '../numbers';
import { programContextOf } from '../programContext';
import { kerasShort } from './kerasShort';

const shortOf = (experiment: Experiment, locale: 'en' | 'zh' = 'en') =>
  kerasShort(programContextOf(sourceOf(experiment), { locale, inlined: false }));
const everything = () => [
  ...Object.values(testMatrix),
  ...fc.sample(experimentArbitrary, { numRuns: 120, seed: 11 }),
];

it('is softmax regression as the course writes it', () => {
  expect(shortOf(defaultExperiment).steps).toEqual([
    ['# X: 320 × 2; y: classes 0 to 3'],
    ['model = Sequential([', "    Dense(4, activation='softmax'),", '])'],
    ['model.compile(', '    loss=SparseCategoricalCrossentropy(),'],
    ['    optimizer=SGD(learning_rate=0.1),', ')', 'model.fit(X, y, epochs=100, batch_size=32)'],
  ]);
});

it('takes eight to twelve lines and names every layer, the loss, the optimiser and its rate', () => {
  for (const experiment of everything()) {
    const lines = shortOf(experiment).steps.flat();
    const text = lines.join('\n');
    const { hidden } = experiment.model;
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(lines.length, text).toBeLessThanOrEqual(12);
    const dense = [...text.matchAll(/Dense\((\d+)/g)].map(([, units]) => Number(units));
    expect(dense.slice(0, -1)).toEqual(hidden.map(({ units }) => units));
    expect(dense).toHaveLength(hidden.length + 1);
    const activations = [...text.matchAll(/Dense\(\d+, (?:activation=)?'([a-z_]+)'/g)].map(
      ([, name]) => name,
    );
    expect(activations.slice(0, hidden.length)).toEqual(
      hidden.map(({ activation }) => (activation === 'leakyRelu' ? 'leaky_relu' : activation)),
    );
    const { optimizer, learningRate } = experiment.training;
    expect(text).toContain(`optimizer=${optimizers[optimizer.id].keras}(`);
    expect(text).toMatch(
      new RegExp(`\\((learning_rate=)?${floatText(learningRate).replace('.', '\\.')}[,)]`),
    );
    expect(text).toMatch(/loss=(MeanSquaredError|BinaryCrossentropy|SparseCategoricalCrossentropy)\(\)/);
  }
});

it('fits the narrowest page where an experiment is not an odd one', () => {
  for (const experiment of Object.values(testMatrix)) {
    for (const line of shortOf(experiment).steps.flat()) {
      if (!/nesterov|beta_1/.test(line)) expect(line.length, line).toBeLessThanOrEqual(49);
    }
  }
});

it('says what it does otherwise than the page, and what it leaves out', () => {
  expect(shortOf(defaultExperiment)).toMatchObject({ notes: ['fromLogits'], omits: ['test'] });
  const odd = experimentWith({
    data: { standardize: true, testShare: 0 },
    model: { outputActivation: 'sigmoid', hidden: [{ units: 3, activation: 'gelu' }], initializer: 'zeros' },
    loss: { id: 'squaredError', l2: 0.1 },
    training: {
      clipNorm: 1,
      schedule: { id: 'cosine', options: { epochs: 10 } },
      stop: { epochs: 7, trainLoss: 0.1, plateau: null },
      frozen: { layers: [0], parameters: [] },
    },
  });
  expect(shortOf(odd)).toMatchObject({
    notes: ['half', 'mean'],
    omits: ['standardize', 'initializer', 'gelu', 'penalty', 'frozen', 'schedule', 'clip', 'stop'],
  });
});

const pythonProgram = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
);
if (!pythonProgram && process.env.CI) throw new Error('Python is not asked: there is no python3 here');

describe.runIf(pythonProgram)('as a file', () => {
  it('is read by Python, and calls only what it imports', () => {
    const names = `
import ast, json, sys
for text in json.load(sys.stdin):
    tree = ast.parse(text)
    known = {a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    assert called - known <= {"len"}, (called, text)
`;
    const input = JSON.stringify(
      everything().flatMap((experiment) => [shortOf(experiment).text, shortOf(experiment, 'zh').text]),
    );
    const { stderr, status } = spawnSync(pythonProgram ?? '', ['-W', 'error', '-c', names], {
      input,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
