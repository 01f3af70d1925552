/**
 * The questions of Why, in their order, one entry each: the experiment that it is about, and what it shows in the column. Content is
 * loaded when it is opened. The words are in `i18n/`.
 */
import type { ComponentType } from 'react';
import type { Experiment } from '../../../engine/experiment';
import { lazyPart } from '../../controls/lazyPart';
import { linearLayers, outputActivation, sigmoidNetwork, softmaxOfTwo } from './questionExperiments';

interface WhyQuestion {
  readonly experiment: Experiment;
  readonly Content: ComponentType;
}

export const whyQuestions = {
  'softmax-of-two': {
    experiment: softmaxOfTwo,
    Content: lazyPart(async () => (await import('./proofs/PairProof')).PairProof),
  },
  'linear-layers': {
    experiment: linearLayers,
    Content: lazyPart(async () => (await import('./proofs/CollapseProof')).CollapseProof),
  },
  'sigmoid-or-relu': {
    experiment: sigmoidNetwork,
    Content: lazyPart(async () => (await import('./HiddenRace')).HiddenRace),
  },
  'output-activation': {
    experiment: outputActivation('class'),
    Content: lazyPart(async () => (await import('./OutputChoice')).OutputChoice),
  },
  activations: {
    experiment: sigmoidNetwork,
    Content: lazyPart(async () => (await import('./activations/ActivationGallery')).ActivationGallery),
  },
} as const satisfies Readonly<Record<string, WhyQuestion>>;

export type WhyId = keyof typeof whyQuestions;

export const whyIds = Object.keys(whyQuestions) as WhyId[];
