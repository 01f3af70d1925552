/** Step 3 in the sentence: the rule of the descent and its learning rate, then what changes either of them. */

import { limits, type TrainingSpec } from '../../engine/experiment';
import { optimizers } from '../../engine/training/optimizers';
import { schedules } from '../../engine/training/schedules';
import { said } from '../../i18n/localized';
import { shownText } from '../controls/numberText';
import { joined, type Words } from '../shared/punctuation';
import { type PartForm, shortenings } from './partForm';

export function trainingForms(training: TrainingSpec, words: Words): PartForm[] {
  const { t, locale } = words;
  const { learningRate, schedule, clipNorm } = training;
  const rate = `α = ${shownText(learningRate, { range: limits.learningRate })}`;
  const changes: string[] = [];
  if (schedule.id !== 'constant') {
    changes.push(t('sentence.schedule', { schedule: said(schedules[schedule.id].name, locale) }));
  }
  if (clipNorm !== null) changes.push(t('sentence.clipped'));
  const head = ruleName(training, words);
  return shortenings(changes).map((said) => ({ text: joined(words, [head, rate, ...said]) }));
}

function ruleName({ optimizer: { id } }: TrainingSpec, { t, locale }: Words): string {
  if (id === 'sgd') return t('sentence.descent');
  return id === 'momentum' ? t('sentence.momentum') : said(optimizers[id].name, locale);
}
