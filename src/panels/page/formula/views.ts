/** The views of the Equations tab, in order. Their content is loaded when a view is first opened. */
import { type ComponentType, lazy } from 'react';
import type { EquationsView } from '../../../store/runState';

export const views: Readonly<Record<EquationsView, ComponentType>> = {
  whole: lazy(async () => ({ default: (await import('./WholeModel')).WholeModel })),
  step: lazy(async () => ({ default: (await import('./OneStep')).OneStep })),
  proofs: lazy(async () => ({ default: (await import('../why/proofs/Proofs')).Proofs })),
  activations: lazy(async () => ({
    default: (await import('../why/activations/ActivationGallery')).ActivationGallery,
  })),
};

export const viewIds = Object.keys(views) as EquationsView[];
