/** What an experiment is called in a list: its data and its model, in the words of the sentence. */

import { presentFeatures } from '../../engine/data/inputs';
import type { Experiment } from '../../engine/experiment';
import type { Words } from '../shared/punctuation';
import { dataForms } from './dataPart';
import { modelForms } from './modelPart';
import type { PartForm } from './partForm';

export function experimentTitle(experiment: Experiment, words: Words): string {
  const { data } = experiment;
  const [points] = dataForms(data, presentFeatures(data), words);
  const [model] = modelForms(experiment, words);
  return [textOf(points), textOf(model)].join(' · ');
}

function textOf(form: PartForm | undefined): string {
  const { text = '', marks = 0, rest = '' } = form ?? {};
  return `${text}${marks > 0 ? ` ${'○×△□'.slice(0, marks)}` : ''}${rest}`;
}
