/** Step 1 in the sentence: a model of the course by its name, or the hidden layers with their sizes and activations. */

import { presentFeatures } from '../../engine/data/inputs';
import type { Experiment, HiddenLayer } from '../../engine/experiment';
import { activations, outputActivations } from '../../engine/model/activations';
import { outputUnits, planNetwork } from '../../engine/model/network';
import { frozenMask } from '../../engine/training/frozenMask';
import { said } from '../../i18n/localized';
import { joined, listed, type Words } from '../shared/punctuation';
import { amid, bracketed, type PartForm, shortenings } from './partForm';

/** Layers of different sizes: of more than these only the first and the last are named. */
const mostSizes = 4;

export function modelForms(experiment: Experiment, words: Words): PartForm[] {
  const { hidden } = experiment.model;
  const frozen = frozenWords(experiment, words);
  if (hidden.length === 0) return withoutHiddenForms(experiment, frozen, words);
  const head = networkName(hidden.length, words);
  const withLayers = `${head}${bracketed(words, layerWords(hidden, words))}`;
  const details = [...outputWords(experiment, words), ...frozen];
  const forms = shortenings(details).map((said) => ({ text: joined(words, [withLayers, ...said]) }));
  const short = [head, words.t('sentence.network')].map((name) => `${name}${bracketed(words, ['…'])}`);
  return [...forms, ...short.map((text) => ({ text }))];
}

function withoutHiddenForms(experiment: Experiment, frozen: readonly string[], words: Words): PartForm[] {
  const course = courseName(experiment, words);
  const head = course ?? outputLayer(experiment, words);
  const forms = shortenings(frozen).map((said) => ({ text: joined(words, [head, ...said]) }));
  return course ? forms : [...forms, { text: `${words.t('sentence.layer')}${bracketed(words, ['…'])}` }];
}

/** The name that the course has for a model without hidden layers. */
function courseName({ data, model: { outputActivation } }: Experiment, { t }: Words): string | null {
  const classifies = data.task === 'classification';
  if (classifies && outputActivation === 'softmax') return t('sentence.softmax');
  if (classifies && outputActivation === 'sigmoid' && data.classes === 2) return t('sentence.logistic');
  return !classifies && outputActivation === 'linear' ? t('sentence.linear') : null;
}

function outputLayer({ data, model: { outputActivation } }: Experiment, words: Words): string {
  const { t, locale } = words;
  const activation = amid(words, said(outputActivations[outputActivation].name, locale));
  const n = outputUnits(data, outputActivation);
  return n === 1 ? t('sentence.oneUnit', { activation }) : t('sentence.oneLayer', { n, activation });
}

function networkName(layers: number, { t }: Words): string {
  if (layers === 1) return t('sentence.network1');
  const number = t(`sentence.numbers.n${layers as 2 | 3 | 4 | 5 | 6 | 7 | 8}`);
  return t('sentence.networkMany', { number });
}

/** Sizes, then the activation that all share; two layers that differ say both. */
function layerWords(hidden: readonly HiddenLayer[], words: Words): string[] {
  const { t, locale } = words;
  const names = hidden.map(({ activation }) => said(activations[activation].name, locale));
  if (new Set(names).size === 1) return [sizes(hidden, words), names[0] ?? ''];
  if (hidden.length === 2)
    return [
      listed(
        words,
        hidden.map(({ units }, i) => `${units} ${names[i] ?? ''}`),
      ),
    ];
  return [sizes(hidden, words), t('sentence.mixed')];
}

function sizes(hidden: readonly HiddenLayer[], words: Words): string {
  const units = hidden.map((layer) => layer.units);
  if (units.length > 2 && new Set(units).size === 1) return `${units.length} × ${units[0]}`;
  if (units.length <= mostSizes) return listed(words, units);
  return listed(words, [units[0] ?? 0, '…', units.at(-1) ?? 0]);
}

/** The output activation, where another one suits the task. */
function outputWords({ data, model: { outputActivation } }: Experiment, words: Words): string[] {
  const isUsual =
    data.task === 'regression'
      ? outputActivation === 'linear'
      : outputActivation === (data.classes === 2 ? 'sigmoid' : 'softmax');
  const activation = amid(words, said(outputActivations[outputActivation].name, words.locale)).trimEnd();
  return isUsual ? [] : [words.t('sentence.output', { activation })];
}

function frozenWords({ data, model, training }: Experiment, { t }: Words): string[] {
  const mask = frozenMask(planNetwork(model, data, presentFeatures(data).length), training.frozen);
  if (!mask) return [];
  return [t(mask.every((flag) => flag === 1) ? 'sentence.frozen' : 'sentence.partlyFrozen')];
}
