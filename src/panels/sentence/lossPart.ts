/** Step 2 in the sentence: the loss, by its short name where it is the one that suits the output, and the penalties. */

import type { Experiment } from '../../engine/experiment';
import { losses } from '../../engine/model/losses';
import { outputUnits } from '../../engine/model/network';
import { said } from '../../i18n/localized';
import type { Words } from '../shared/punctuation';
import type { PartForm } from './partForm';

export function lossForms(experiment: Experiment, { t, locale }: Words): PartForm[] {
  const { id, l1, l2 } = experiment.loss;
  const penalties = `${l1 > 0 ? ' + L1' : ''}${l2 > 0 ? ' + L2' : ''}`;
  const full = { text: `${said(losses[id].name, locale)}${penalties}` };
  if (losses[id].measures === 'error') return [full];
  const short = { text: `${t('sentence.crossEntropy')}${penalties}` };
  return isUsual(experiment) ? [short] : [full, short];
}

/** Both are called cross-entropy: that of one unit, and that of one unit for each class under softmax. */
function isUsual({ data, model: { outputActivation }, loss }: Experiment): boolean {
  if (outputUnits(data, outputActivation) === 1) return loss.id === 'binaryCrossentropy';
  return outputActivation === 'softmax' && loss.id === 'categoricalCrossentropy';
}
