/**
 * The experiment as one sentence: plain words and four parts, one for each step of the course. What the course takes for granted
 * (every input as it is, the loss that suits the output, plain gradient descent at a constant rate, no penalties) is left unsaid. A
 * sentence that would be longer than two lines says less, with “…” for what it leaves out.
 */

import { presentFeatures } from '../../engine/data/inputs';
import type { Experiment } from '../../engine/experiment';
import { type Step, steps } from '../../store/runState';
import { joined, named, type Words } from '../shared/punctuation';
import { dataForms } from './dataPart';
import { lossForms } from './lossPart';
import { modelForms } from './modelPart';
import type { PartForm } from './partForm';
import { trainingForms } from './trainingPart';

/** Longest sentence in characters, marks of classes among them; about two lines of a usual screen. */
export const mostCharacters = 190;

export type SentencePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | SentencePart;

export interface SentencePart extends PartForm {
  readonly kind: 'part';
  readonly step: Step;
  /** Accessible name: the step and all that there is to say, e.g. “Data: four blobs, 4 classes”. */
  readonly name: string;
}

export function sentenceParts(experiment: Experiment, words: Words): SentencePiece[] {
  const template = templateOf(experiment, words);
  const forms: Record<Step, readonly PartForm[]> = {
    data: dataForms(experiment.data, presentFeatures(experiment.data), words),
    model: modelForms(experiment, words),
    loss: lossForms(experiment, words),
    training: trainingForms(experiment.training, words),
  };
  const plain = template
    .filter((piece) => piece.kind !== 'place')
    .reduce((sum, { text }) => sum + text.length, 0);
  const chosen = fitted(forms, mostCharacters - plain);
  return template.map((piece) => {
    if (piece.kind !== 'place') return piece;
    const { step } = piece;
    return { kind: 'part', step, ...chosen[step], name: partName(step, forms[step][0], words) };
  });
}

type TemplatePiece = Exclude<SentencePiece, SentencePart> | { readonly kind: 'place'; readonly step: Step };

/** The sentence with its places still empty. */
function templateOf({ data }: Experiment, { t }: Words): TemplatePiece[] {
  const places = { data: '{data}', model: '{model}', loss: '{loss}', training: '{training}', J: '{J}' };
  const filled = t(`sentence.${data.task}`, places);
  const pieces = filled.split(/(\{\w+\})/).filter((text) => text !== '');
  return pieces.map((text): TemplatePiece => {
    if (!text.startsWith('{')) return { kind: 'text', text };
    const step = steps.find((known) => places[known] === text);
    return step ? { kind: 'place', step } : { kind: 'symbol', text: 'J' };
  });
}

/** The fullest forms that fit into so many characters, or the shortest there are. */
function fitted(forms: Record<Step, readonly PartForm[]>, room: number): Record<Step, PartForm> {
  const index: Record<Step, number> = { data: 0, model: 0, loss: 0, training: 0 };
  const form = (step: Step): PartForm => forms[step][index[step]] ?? { text: '' };
  for (;;) {
    const length = steps.reduce((sum, step) => sum + lengthOf(form(step)), 0);
    const long = steps.filter((step) => index[step] + 1 < forms[step].length);
    // The longest part says less first.
    const [longest] = long.sort((a, b) => lengthOf(form(b)) - lengthOf(form(a)));
    if (length <= room || !longest) break;
    index[longest] += 1;
  }
  return { data: form('data'), model: form('model'), loss: form('loss'), training: form('training') };
}

export function lengthOf({ text, marks = 0, rest = '' }: PartForm): number {
  return text.length + (marks > 0 ? marks + 1 : 0) + rest.length;
}

function partName(step: Step, full: PartForm | undefined, words: Words): string {
  const { t } = words;
  const { text, marks = 0, rest = '' } = full ?? { text: '' };
  const said = marks > 0 ? joined(words, [text, t('sentence.classes', { n: marks })]) : text;
  return named(words, t(`sentence.steps.${step}`), `${said}${rest}`);
}
