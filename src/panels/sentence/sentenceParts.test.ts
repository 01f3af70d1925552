import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../../tests/support/experimentArbitrary';
import { cloud, type ExperimentParts, experimentWith } from '../../../tests/support/testExperiment';
import { classSymbols } from '../../drawings/classMarks';
import { type DatasetId, datasets } from '../../engine/data/datasets';
import { type FeatureId, features } from '../../engine/data/features';
import { presentFeatures } from '../../engine/data/inputs';
import type { Experiment } from '../../engine/experiment';
import type { activations } from '../../engine/model/activations';
import { type LossId, losses } from '../../engine/model/losses';
import { type OptimizerId, optimizers } from '../../engine/training/optimizers';
import { type ScheduleId, schedules } from '../../engine/training/schedules';
import { initI18n } from '../../i18n/i18n';
import type { Locale } from '../../i18n/localized';
import { choosePreset, clearPoints, setClasses } from '../../store/dataEdits';
import { chooseKind, chooseOptimizer, chooseSchedule } from '../../store/modelEdits';
import { steps } from '../../store/runState';
import type { Words } from '../shared/punctuation';
import { lengthOf, mostCharacters, type SentencePart, sentenceParts } from './sentenceParts';

const tOf: Record<Locale, Words['t']> = {
  en: (await initI18n('en')).getFixedT('en'),
  zh: (await initI18n('zh')).getFixedT('zh'),
};
const wordsOf = (locale: Locale): Words => ({ t: tOf[locale], locale });
const locales = ['en', 'zh'] as const;

/** Softmax regression on the four blobs by plain gradient descent. */
const plain: ExperimentParts = {
  model: { hidden: [] },
  training: { optimizer: { id: 'sgd', options: {} }, learningRate: 0.1 },
};
const course = experimentWith(plain);

/** As it is read, without the numbers of the steps. */
function read(experiment: Experiment, locale: Locale = 'en'): string {
  return sentenceParts(experiment, wordsOf(locale))
    .map((piece) => {
      if (piece.kind !== 'part') return piece.text;
      const { text, marks = 0, rest = '' } = piece;
      const drawn = Array.from({ length: marks }, (_, i) => classSymbols[i % classSymbols.length]).join('');
      return `${text}${marks > 0 ? ` ${drawn}` : ''}${rest}`;
    })
    .join('');
}

function partsOf(experiment: Experiment, locale: Locale = 'en'): Record<SentencePart['step'], SentencePart> {
  const parts = sentenceParts(experiment, wordsOf(locale)).filter((piece) => piece.kind === 'part');
  return Object.fromEntries(parts.map((part) => [part.step, part])) as ReturnType<typeof partsOf>;
}

const hidden = (units: readonly number[], activation: keyof typeof activations = 'relu') =>
  experimentWith({ ...plain, model: { hidden: units.map((n) => ({ units: n, activation })) } });

describe('the sentence of the experiment', () => {
  it('is that of the course in both languages', () => {
    expect(read(course)).toBe(
      'Separate four blobs ○×△□ with softmax regression, measure each error by cross-entropy, and make the cost J small by gradient descent, α = 0.1.',
    );
    expect(read(course, 'zh')).toBe(
      '把四团点 ○×△□用softmax 回归分开，错多少用交叉熵来量，再用梯度下降，α = 0.1 使成本 J 变小。',
    );
  });

  it('is another one for regression', () => {
    const line = chooseKind(choosePreset(course, 'line'), 'linear');
    expect(read(line)).toBe(
      'Fit points near a straight line with linear regression, measure each error by squared error, and make the cost J small by gradient descent, α = 0.1.',
    );
    expect(read(line, 'zh')).toBe(
      '对直线附近的点用线性回归做拟合，差多少用平方误差来量，再用梯度下降，α = 0.1 使成本 J 变小。',
    );
  });

  it.each(locales)('has all four steps in order, whatever the data set (%s)', (locale) => {
    for (const id of Object.keys(datasets) as DatasetId[]) {
      const experiment = choosePreset(course, id);
      const pieces = sentenceParts(experiment, wordsOf(locale));
      expect(pieces.flatMap((piece) => (piece.kind === 'part' ? [piece.step] : []))).toEqual(steps);
      expect(partsOf(experiment, locale).data).toMatchObject({
        text: datasets[id].phrase[locale],
        marks: experiment.data.task === 'classification' ? experiment.data.classes : 0,
      });
    }
  });
});

describe('the data', () => {
  it('are one’s own, or none yet', () => {
    const own = experimentWith({ ...plain, data: { source: cloud(30, 3), classes: 3 } });
    expect(partsOf(own).data).toMatchObject({ text: 'your own points', marks: 3, rest: '' });
    expect(partsOf(own, 'zh').data.name).toBe('数据：自己的点，3 类');
    expect(partsOf(clearPoints(own)).data.text).toBe('points yet to be placed');
  });

  it('name their inputs where they are not the coordinates', () => {
    const rest = (chosen: readonly FeatureId[], standardize = false) =>
      partsOf(experimentWith({ ...plain, data: { features: chosen, standardize } })).data.rest;
    expect(rest(['x1', 'x2'])).toBe('');
    expect(rest(['x2', 'x1'], true)).toBe(' (standardised)');
    expect(rest(['x2'])).toBe(' (only x₂)');
    expect(rest(['x1Squared', 'x2Squared'])).toBe(' (inputs x₁², x₂²)');
    expect(rest(Object.keys(features) as FeatureId[], true)).toBe(' (12 inputs, standardised)');
  });

  it('of one input have no x₂ among their inputs', () => {
    const curve = choosePreset(course, 'sine');
    const both = { ...curve, data: { ...curve.data, features: ['x1', 'x2'] as const } };
    expect(partsOf(both).data.rest).toBe('');
  });
});

describe('the model', () => {
  const model = (experiment: Experiment, locale: Locale = 'en') => partsOf(experiment, locale).model.text;

  it('is logistic regression for two classes and sigmoid only', () => {
    const two = choosePreset(course, 'moons');
    expect(model(chooseKind(two, 'logistic'))).toBe('logistic regression');
    expect(model(chooseKind(two, 'softmax'))).toBe('softmax regression');
    expect(model(chooseKind(course, 'logistic'))).toBe('one layer of 4 sigmoid units');
    expect(model(chooseKind(two, 'linear'))).toBe('a single linear unit');
    expect(model(chooseKind(two, 'linear'), 'zh')).toBe('一个线性单元');
    expect(model(chooseKind(choosePreset(course, 'line'), 'logistic'), 'zh')).toBe('一个 sigmoid 单元');
  });

  it('is a network with its sizes', () => {
    expect(model(hidden([8]))).toBe('a network with one hidden layer (8, ReLU)');
    expect(model(hidden([8, 8]))).toBe('a network with two hidden layers (8, 8, ReLU)');
    expect(model(hidden([8, 8]), 'zh')).toBe('两个隐藏层的网络（8、8，ReLU）');
    expect(model(hidden(Array<number>(8).fill(32)))).toBe(
      'a network with eight hidden layers (8 × 32, ReLU)',
    );
    expect(model(hidden([16, 8, 4, 2], 'tanh'))).toBe(
      'a network with four hidden layers (16, 8, 4, 2, tanh)',
    );
    expect(model(hidden([64, 32, 16, 8, 4]))).toBe('a network with five hidden layers (64, …, 4, ReLU)');
  });

  it('says what layers do not share', () => {
    const [relu, tanh] = [
      { units: 8, activation: 'relu' },
      { units: 4, activation: 'tanh' },
    ] as const;
    const of = (layers: readonly (typeof relu | typeof tanh)[]) =>
      model(experimentWith({ ...plain, model: { hidden: layers } }));
    expect(of([relu, tanh])).toBe('a network with two hidden layers (8 ReLU, 4 tanh)');
    expect(of([relu, tanh, relu])).toBe('a network with three hidden layers (8, 4, 8, mixed activations)');
  });

  it('says which output is not the usual one, and what is frozen', () => {
    const two = setClasses(choosePreset(hidden([8]), 'rings'), 2);
    expect(model(two)).toBe('a network with one hidden layer (8, ReLU), softmax output');
    expect(model(two, 'zh')).toBe('一个隐藏层的网络（8，ReLU），输出用 softmax');
    const frozen = (layers: readonly number[], parameters: readonly number[] = []) =>
      model(experimentWith({ ...plain, training: { ...course.training, frozen: { layers, parameters } } }));
    expect(frozen([0])).toBe('softmax regression, frozen');
    expect(frozen([], [1])).toBe('softmax regression, partly frozen');
    expect(frozen([], [...Array(12).keys()])).toBe('softmax regression, frozen');
  });
});

describe('the loss', () => {
  it('is called cross-entropy where it suits the output, else by its full name', () => {
    const text = (id: LossId, experiment: Experiment) =>
      partsOf({ ...experiment, loss: { ...experiment.loss, id } }).loss.text;
    const two = chooseKind(choosePreset(course, 'moons'), 'logistic');
    expect(text('categoricalCrossentropy', course)).toBe('cross-entropy');
    expect(text('binaryCrossentropy', course)).toBe('binary cross-entropy');
    expect(text('binaryCrossentropy', two)).toBe('cross-entropy');
    expect(text('squaredError', two)).toBe('squared error');
  });

  it.each([
    [0, 0, 'cross-entropy'],
    [0, 0.01, 'cross-entropy + L2'],
    [0.01, 0, 'cross-entropy + L1'],
    [0.01, 0.1, 'cross-entropy + L1 + L2'],
  ])('with L1 %f and L2 %f is %s', (l1, l2, text) => {
    expect(partsOf(experimentWith({ ...plain, loss: { l1, l2 } })).loss.text).toBe(text);
  });
});

describe('the training', () => {
  it('names every optimiser but the course’s own by its name', () => {
    for (const id of Object.keys(optimizers) as OptimizerId[]) {
      const { text } = partsOf(chooseOptimizer(course, id)).training;
      const own: Partial<Record<OptimizerId, string>> = {
        sgd: 'gradient descent',
        momentum: 'descent with momentum',
      };
      const known = own[id];
      expect(text).toBe(`${known ?? optimizers[id].name.en}, α = 0.1`);
    }
  });

  it('names schedules and clipping, and leaves out a constant rate', () => {
    for (const id of Object.keys(schedules) as ScheduleId[]) {
      const changed = chooseSchedule(course, id);
      const english = id === 'constant' ? '' : `, ${schedules[id].name.en} schedule`;
      const chinese = id === 'constant' ? '' : `，学习率${schedules[id].name.zh}`;
      expect(partsOf(changed).training.text).toBe(`gradient descent, α = 0.1${english}`);
      expect(partsOf(changed, 'zh').training.text).toBe(`梯度下降，α = 0.1${chinese}`);
    }
    const clipped = experimentWith({ ...plain, training: { ...course.training, clipNorm: 1 } });
    expect(partsOf(clipped).training.text).toBe('gradient descent, α = 0.1, clipped');
  });

  it.each(['all', 1, 32, 128] as const)('says nothing of batches of %s', (batchSize) => {
    expect(read({ ...course, training: { ...course.training, batchSize } })).toBe(read(course));
  });
});

describe('any experiment', () => {
  const length = (experiment: Experiment, locale: Locale) =>
    sentenceParts(experiment, wordsOf(locale)).reduce((sum, piece) => sum + lengthOf(piece), 0);

  it('takes two lines, whatever is set', () => {
    fc.assert(
      fc.property(experimentArbitrary, (experiment) => {
        // More classes than the plane has marks for come from links only.
        const extra = Math.max(0, experiment.data.classes - 4);
        expect(length(experiment, 'en')).toBeLessThanOrEqual(mostCharacters + extra);
        expect(length(experiment, 'zh')).toBeLessThanOrEqual(mostCharacters);
      }),
      { numRuns: 1500 },
    );
  });

  it('is full words without gaps', () => {
    fc.assert(
      fc.property(experimentArbitrary, fc.constantFrom(...locales), (experiment, locale) => {
        const text = read(experiment, locale);
        expect(text).not.toMatch(/[{}]|undefined|NaN|null| {2}|，，|, ,|…\S*…| [,.，。]/);
        expect(text).toMatch(locale === 'en' ? /^[A-Z].*\.$/ : /^[把对].*。$/);
      }),
    );
  });

  it('names no value wrongly, and all of them in the names of the parts', () => {
    fc.assert(
      fc.property(experimentArbitrary, (experiment) => {
        const { data, model, loss, training } = experiment;
        const parts = partsOf(experiment);
        const inputs = presentFeatures(data);
        expect(parts.data.marks).toBe(data.task === 'classification' ? data.classes : 0);
        expect(parts.data.name.includes('standardised')).toBe(data.standardize);
        if (inputs.length > 3) expect(parts.data.name).toContain(`${inputs.length} inputs`);
        const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
        const depth = /with (\w+) hidden/.exec(parts.model.text)?.[1] ?? '';
        if (parts.model.text !== 'a network (…)') expect(depth).toBe(numbers[model.hidden.length]);
        const units = model.hidden.map((layer) => layer.units);
        for (const size of parts.model.text.match(/\d+(?= × )/g) ?? [])
          expect(Number(size)).toBe(units.length);
        const shownSizes = /\(([\d, …]+), /
          .exec(parts.model.text)?.[1]
          ?.split(', ')
          .filter((size) => size !== '…');
        const isWhole = shownSizes?.length === units.length;
        expect(shownSizes?.map(Number) ?? []).toEqual(
          shownSizes ? (isWhole ? units : [units[0], units.at(-1)]) : [],
        );
        expect(/\+ L1/.test(parts.loss.text)).toBe(loss.l1 > 0);
        expect(/\+ L2/.test(parts.loss.text)).toBe(loss.l2 > 0);
        expect(losses[loss.id].name.en).toContain(parts.loss.text.split(' + ')[0]);
        const rate = Number(/α = ([\d.e+-]+?)(?=,|$)/.exec(parts.training.text)?.[1]);
        expect(Math.abs(rate / training.learningRate - 1)).toBeLessThan(0.005);
        expect(parts.training.name.includes(' schedule')).toBe(training.schedule.id !== 'constant');
        expect(parts.training.name.includes('clipped')).toBe(training.clipNorm !== null);
      }),
      { numRuns: 500 },
    );
  });

  it('begins the names of its parts with the names of their steps', () => {
    const names = steps.map((step) => partsOf(course)[step].name);
    expect(names).toEqual([
      'Data: four blobs, 4 classes',
      'Model: softmax regression',
      'Loss: cross-entropy',
      'Training: gradient descent, α = 0.1',
    ]);
  });
});
