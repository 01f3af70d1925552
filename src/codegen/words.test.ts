/** What the programs say of themselves holds for the experiment and the run that they are written from. */
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../tests/support/programs/testRuns';
import {
  cloud,
  type ExperimentParts,
  experimentWith,
  lineExperiment,
} from '../../tests/support/testExperiment';
import type { Experiment } from '../engine/experiment';
import { buildProgram, programText, type TargetId, targets } from './index';
import { floatText, numberText } from './numbers';
import type { RunOnPage } from './program';

const ids = Object.keys(targets) as TargetId[];

/** Comments on one line each, as they were before they were broken. */
function textOf(id: TargetId, experiment: Experiment, inlined: boolean, run?: RunOnPage): string {
  const source = { ...sourceOf(experiment), ...(run ? { run } : {}) };
  return programText(buildProgram(id, source, { locale: 'en', inlined })).replace(
    /\n(# |\/\/ )?(?=[a-z])/g,
    ' ',
  );
}
const withStop = (stop: Experiment['training']['stop'], parts: ExperimentParts = {}) =>
  experimentWith({ ...parts, training: { ...parts.training, stop } });

it.each([
  [1, '1', '1.0'],
  [0, '0', '0.0'],
  [0.5, '0.5', '0.5'],
  [0.001, '0.001', '0.001'],
  [0.0005, '5e-4', '5e-4'],
  [1e-7, '1e-7', '1e-7'],
  [-0.00012345, '-1.2345e-4', '-1.2345e-4'],
  [1e21, '1e+21', '1e+21'],
])('writes %d as %s, and as a float of Python as %s', (value, number, float) => {
  expect([numberText(value), floatText(value)]).toEqual([number, float]);
  expect(Number(number)).toBe(value);
});

describe.each(ids)('%s', (id) => {
  it('says when it stops: after its epochs, or before them where a rule looks at the loss', () => {
    const words = (stop: Experiment['training']['stop']) => textOf(id, withStop(stop), false);
    expect(words({ epochs: 200, trainLoss: null, plateau: null })).toContain('It stops after epoch 200.');
    const plateau = { epochs: 5, minImprovement: 0.0001 };
    const both = words({ epochs: 200, trainLoss: 0.3, plateau });
    expect(both).toContain(
      'It stops after epoch 200, or as soon as the training cost is 0.3 or less or the training cost has not fallen for 5 epochs (a fall by 1e-4 or less does not count).',
    );
    expect(words({ epochs: null, trainLoss: null, plateau: null })).not.toContain('It stops after');
  });

  it('stops at the loss that the page looks at, penalties left out, with the data inlined or not', () => {
    const penalised = withStop({ epochs: 200, trainLoss: 0.3, plateau: null }, { loss: { l2: 0.01 } });
    for (const inlined of [true, false]) {
      const text = textOf(id, penalised, inlined);
      expect(text).toMatch(/if \(?train_?[lL]oss <= 0\.3/);
      expect(text).not.toMatch(/logs\["loss"\]|EarlyStopping|onEpochEnd/);
    }
  });

  it.each([
    [1, 'its gradient is twice as large'],
    [2, 'is the same for two units'],
    [3, 'its gradient is 2/3 as large'],
    [4, 'its gradient is 1/2 as large'],
  ])('compares the gradient of the squared error of %d outputs with that of its library', (units, words) => {
    const many = experimentWith({
      data: { classes: Math.max(2, units), source: cloud(40, Math.max(2, units)) },
      loss: { id: 'squaredError' },
    });
    const text = textOf(id, units === 1 ? lineExperiment() : many, false);
    if (id === 'numpy') expect(text).not.toContain('gradient is');
    else expect(text).toContain(words);
  });

  it('says which run of the page it repeats, and that one was changed on its way', () => {
    const experiment = experimentWith({});
    const plain = textOf(id, experiment, true);
    expect(plain).toContain(
      'the initial weights and the order of the batches: it repeats a run of the page from its start',
    );
    expect(plain).not.toContain('changed on its way');
    const changed = textOf(id, experiment, true, { start: null, changed: true });
    expect(changed).toContain("The page's run was changed on its way");
    const start = new Float32Array(sourceOf(experiment).network.parameterCount).fill(0.125);
    const handSet = textOf(id, experiment, true, { start, changed: false });
    expect(handSet).toContain('the weights that were set by hand before the first update');
    expect(handSet).toContain('0.125, 0.125, 0.125');
  });

  it('claims to draw only what it draws', () => {
    const words = (initializer: 'zeros' | 'normal', batchSize: number | 'all') =>
      textOf(id, experimentWith({ model: { initializer }, training: { batchSize } }), false);
    expect(words('normal', 16)).toContain('It draws its own initial weights and batches');
    expect(words('normal', 'all')).toContain('It draws its own initial weights, so');
    expect(words('zeros', 16)).toContain('It draws its own batches, so');
    expect(words('zeros', 'all')).not.toContain('It draws');
  });
});

it('Adam: epsilon counts as on the page where the run is repeated, and the others say that it does not', () => {
  const adam = experimentWith({
    training: { optimizer: { id: 'adam', options: { beta1: 0.9, beta2: 0.999, epsilon: 1e-2 } } },
  });
  expect(textOf('pytorch', adam, true)).toContain('["eps"] = epsilon / (1 - beta2**t) ** 0.5');
  expect(textOf('pytorch', adam, false)).toContain('after the bias correction, the page and Keras before it');
  expect(textOf('tensorflowJs', adam, true)).toContain('fit cannot add epsilon before the bias correction');
  expect(textOf('tensorflowJs', adam, false)).toContain('adds epsilon after the bias correction');
});

it('Keras: compile stands in step 2 and names the loss, the optimiser in step 3; the shuffle has a block of its own', () => {
  const { blocks } = buildProgram('keras', sourceOf(experimentWith({})), { locale: 'en', inlined: true });
  expect(blocks.map(({ step }) => step)).toEqual(['top', 0, 1, 2, 'order', 3]);
  const [, , , loss, , descent] = blocks.map(({ pieces }) =>
    pieces.filter((piece) => typeof piece === 'string').join('\n'),
  );
  expect(loss).toContain('model.compile(loss=loss)');
  expect(loss).not.toContain('optimizer');
  expect(descent).toContain('model.optimizer = keras.optimizers.Adam(');
});
