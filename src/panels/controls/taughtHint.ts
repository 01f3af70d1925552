/** The sentence of a control that a lesson is about leads to the card on which it is tried. */
import { createContext } from 'react';

/** The cards by what a control sets or does, `lesson/card`. */
export const taughtOn = {
  kind: 'outputs/yes-no',
  task: 'keras/regression',
  classes: 'softmax/four',
  layers: 'spiral/layer',
  units: 'keras/count',
  activation: 'why-relu/race',
  outputActivation: 'outputs/probability',
  weights: 'three-steps/by-hand',
  loss: 'three-steps/one-loss',
  softmaxLoss: 'minus-log/one-term',
  regressionLoss: 'keras/regression',
  surface: 'three-steps/surface',
  learningRate: 'three-steps/too-small',
  descent: 'three-steps/descend',
  batch: 'keras/epochs',
  oneStep: 'three-steps/downhill',
  code: 'keras/statements',
  tshirt: 'demand/sliders',
} as const;

export interface TaughtHint {
  readonly sentence: string;
  /** `lesson/card` */
  readonly card: string;
}

/** What a control says of itself, in one sentence. */
export type HintText = string | TaughtHint;

export function taught(sentence: string, by: keyof typeof taughtOn): TaughtHint {
  return { sentence, card: taughtOn[by] };
}

/** Opens a card; null where none can be opened, as in the middle of a lesson. */
export const CardOpener = createContext<((lesson: string, card: string) => void) | null>(null);
