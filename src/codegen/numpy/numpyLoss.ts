/** The loss of each point from the logits of the output layer, and dL/dz, in NumPy: as the notes of the head have them. */
import type { NumpyLoss } from '../../engine/model/heads/head';
import { floatText } from '../numbers';
import type { ProgramContext } from '../programContext';
import { numpyActivation } from './numpyActivations';

export function numpyLoss({ notes, lossOptions, output: { activation } }: ProgramContext): NumpyLoss {
  // Heads of softmax name it themselves.
  const g = activation === 'softmax' ? softmax : numpyActivation(activation);
  return notes.numpy({ ...g, isLinear: activation === 'linear' }, lossOptions.map(floatText));
}

const softmax = { value: (z: string) => `softmax(${z})`, slope: () => '' };
