/** Settings and what they are set to, in the words that the page has for them elsewhere. */
import { said } from '../../../i18n/localized';
import type { Difference, SettingId, SettingValue } from '../../../store/differences';
import { formatCount } from '../formats';
import { listed, type Words } from '../punctuation';

const keys = {
  task: 'data.task',
  dataset: 'runs.settings.dataset',
  points: 'data.points',
  noise: 'data.noise',
  sample: 'runs.settings.sample',
  classes: 'data.classes',
  testShare: 'data.testShare',
  split: 'runs.settings.split',
  inputs: 'data.inputs',
  standardize: 'data.standardize',
  layers: 'runs.settings.layers',
  activation: 'runs.settings.activation',
  output: 'runs.settings.output',
  initializer: 'model.initializer',
  weights: 'model.seed',
  loss: 'loss.loss',
  l2: 'loss.l2',
  l1: 'loss.l1',
  optimizer: 'training.optimizer',
  learningRate: 'training.learningRate',
  schedule: 'training.schedule',
  batch: 'training.batch',
  shuffle: 'training.shuffleSeed',
  clip: 'training.clip',
  frozen: 'runs.settings.frozen',
  stopEpochs: 'training.stopEpochs',
  stopLoss: 'training.stopLoss',
  stopPlateau: 'training.stopPlateau',
  improvement: 'runs.settings.improvement',
} as const satisfies Record<SettingId, string>;

export function settingText({ t, locale }: Words, setting: Difference['setting']): string {
  return typeof setting === 'string' ? t(keys[setting]) : said(setting, locale);
}

export function valueText(words: Words, value: SettingValue): string {
  const { t, locale } = words;
  switch (value.kind) {
    case 'names':
      return listed(
        words,
        value.names.map((name) => said(name, locale)),
      );
    case 'figure':
      return figureText(value.figure);
    case 'share':
      return `${figureText(100 * value.share)} %`;
    case 'text':
      return value.text;
    case 'task':
      return t(`data.tasks.${value.task}`);
    case 'word':
      return t(`runs.words.${value.word}`);
  }
}

/** Whole numbers in full, others as far as anyone sets them. */
export function figureText(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : String(Number(value.toPrecision(6)));
}

/** One difference from the present experiment. */
export function differenceText(words: Words, { setting, value, present }: Difference): string {
  if (!value || !present) return words.t('runs.points');
  return words.t('runs.difference', {
    setting: settingText(words, setting),
    value: valueText(words, value),
    present: valueText(words, present),
  });
}
