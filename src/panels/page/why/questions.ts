/** The questions of Why: the experiment that each one is about, and what it shows in the column. Their content is loaded when opened. */
import { type ComponentType, lazy } from 'react';
import type { Experiment } from '../../../engine/experiment';
import type { WhyId } from '../../../store/runState';
import { linearLayers, outputActivation, sigmoidNetwork, softmaxOfTwo } from './questionExperiments';

interface WhyQuestion {
  readonly experiment: Experiment;
  readonly Content: ComponentType;
}

export const whyQuestions: Readonly<Record<WhyId, WhyQuestion>> = {
  'softmax-of-two': {
    experiment: softmaxOfTwo,
    Content: lazy(async () => ({ default: (await import('./proofs/PairProof')).PairProof })),
  },
  'linear-layers': {
    experiment: linearLayers,
    Content: lazy(async () => ({ default: (await import('./proofs/CollapseProof')).CollapseProof })),
  },
  'sigmoid-or-relu': {
    experiment: sigmoidNetwork,
    Content: lazy(async () => ({ default: (await import('./HiddenRace')).HiddenRace })),
  },
  'output-activation': {
    experiment: outputActivation('class'),
    Content: lazy(async () => ({ default: (await import('./OutputChoice')).OutputChoice })),
  },
  activations: {
    experiment: sigmoidNetwork,
    Content: lazy(async () => ({
      default: (await import('./activations/ActivationGallery')).ActivationGallery,
    })),
  },
};
