/** Step 0 in the sentence: which points, a mark for each class, and the inputs where they are not the plain coordinates. */

import { datasets } from '../../engine/data/datasets';
import { type FeatureId, features } from '../../engine/data/features';
import type { DataSpec } from '../../engine/experiment';
import { said } from '../../i18n/localized';
import { listed, type Words } from '../shared/punctuation';
import { bracketed, type PartForm, shortenings } from './partForm';

/** More inputs than this are counted, not named. */
const mostNamed = 3;

export function dataForms(data: DataSpec, inputs: readonly FeatureId[], words: Words): PartForm[] {
  const { t, locale } = words;
  const { source, task } = data;
  const own = source.kind === 'own' && t(source.y.length > 0 ? 'sentence.own' : 'sentence.noPoints');
  const text = source.kind === 'own' ? String(own) : said(datasets[source.id].phrase, locale);
  const marks = task === 'classification' ? data.classes : 0;
  const details = [
    ...inputWords(data, inputs, words),
    ...(data.standardize ? [t('sentence.standardised')] : []),
  ];
  return shortenings(details).map((said) => ({ text, marks, rest: bracketed(words, said) }));
}

function inputWords({ inputs }: DataSpec, chosen: readonly FeatureId[], words: Words): string[] {
  const { t } = words;
  const plain: readonly FeatureId[] = inputs === 1 ? ['x1'] : ['x1', 'x2'];
  if (chosen.length === plain.length && plain.every((id) => chosen.includes(id))) return [];
  const labels = chosen.map((id) => features[id].label);
  if (labels.length === 1) return [t('sentence.onlyInput', { input: labels[0] ?? '' })];
  if (labels.length > mostNamed) return [t('sentence.manyInputs', { n: labels.length })];
  return [t('sentence.fewInputs', { inputs: listed(words, labels) })];
}
