import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { networkExperiment } from '../../../../../tests/support/testExperiment';
import type { Experiment } from '../../../../engine/experiment';
import type { KeptRun } from '../../../../engine/keptRun';
import { changeLocale, initI18n, loadPageWords } from '../../../../i18n/i18n';
import { chooseKind, chooseOptimizer, setLayer, setTraining } from '../../../../store/modelEdits';
import { differenceText, type Words } from '../../../shared/race/settingWords';
import { runNames } from './runNames';

beforeAll(async () => {
  // Both languages, English last.
  await initI18n('zh');
  await loadPageWords();
  await changeLocale('en');
});

const english = { t: i18next.t.bind(i18next), locale: 'en' } as const;
const row = { epoch: 120, trainLoss: 1, testLoss: null, trainAccuracy: null, testAccuracy: null };

function namesOf(runs: readonly (Partial<KeptRun> & { experiment: Experiment })[], words: Words = english) {
  const whole = runs.map((run, i) => ({
    id: String(i),
    name: null,
    isAutomatic: false,
    keptAt: i,
    rows: [row],
    line: null,
    ...run,
  }));
  return [...runNames(whole, words).values()];
}

const experiment = networkExperiment;
const batch8 = setTraining(experiment, { batchSize: 8 });

describe('the name of a run', () => {
  it('says layers, activation, optimiser and learning rate', () => {
    const tanh = setLayer(experiment, 0, { activation: 'tanh', units: 4 });
    const deep = {
      ...experiment.model,
      hidden: Array.from({ length: 8 }, () => experiment.model.hidden[0]!),
    };
    expect(namesOf([{ experiment }])).toEqual(['8-8 ReLU · Adam 0.01']);
    expect(namesOf([{ experiment: tanh }])).toEqual(['4-8 tanh-ReLU · Adam 0.01']);
    expect(namesOf([{ experiment: chooseKind(experiment, 'softmax') }])).toEqual([
      'Softmax regression · Adam 0.01',
    ]);
    expect(namesOf([{ experiment: { ...experiment, model: deep } }])).toEqual(['8 × 8 ReLU · Adam 0.01']);
  });

  it('says what sets it apart from an earlier one of that name, or else counts', () => {
    const sgd = chooseOptimizer(experiment, 'sgd');
    expect(namesOf([{ experiment }, { experiment: batch8 }, { experiment: sgd }, { experiment }])).toEqual([
      '8-8 ReLU · Adam 0.01',
      '8-8 ReLU · Adam 0.01 · Mini-batch 8',
      '8-8 ReLU · SGD 0.01',
      '8-8 ReLU · Adam 0.01 (2)',
    ]);
  });

  it('says until when a way went that was left', () => {
    expect(namesOf([{ experiment, isAutomatic: true }])).toEqual(['8-8 ReLU · Adam 0.01 (until epoch 120)']);
  });

  it('is the learner’s when there is one, and no other run gets the same', () => {
    expect(namesOf([{ experiment }, { experiment, name: '8-8 ReLU · Adam 0.01' }])).toEqual([
      '8-8 ReLU · Adam 0.01 (2)',
      '8-8 ReLU · Adam 0.01',
    ]);
  });

  it('follows the language', () => {
    const chinese = { t: i18next.getFixedT('zh'), locale: 'zh' } as const;
    const [, second] = namesOf([{ experiment }, { experiment: batch8 }], chinese);
    expect(second).toBe('8-8 ReLU · Adam 0.01 · 小批量 8');
  });
});

describe('a difference in words', () => {
  it('says the setting, what it is and what it is now', () => {
    const value = { kind: 'figure', figure: 8 } as const;
    const present = { kind: 'word', word: 'all' } as const;
    expect(differenceText(english, { setting: 'batch', value, present })).toBe('Mini-batch: 8 (now all)');
    expect(differenceText(english, { setting: 'points', value: null, present: null })).toBe('other points');
    const share = { kind: 'share', share: 0.3 } as const;
    expect(differenceText(english, { setting: 'testShare', value: share, present: value })).toBe(
      'Test share: 30 % (now 8)',
    );
  });
});
