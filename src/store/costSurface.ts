/** What is asked of the cost surface: the learner's choices, as far as the document has what they are about. */
import type { Experiment } from '../engine/experiment';
import { type LossChoice, losses } from '../engine/model/losses';
import type { Loss } from '../engine/model/losses/loss';
import type { NetworkPlan } from '../engine/model/network';
import type { SurfaceDirections, SurfaceQuestion } from '../engine/training/costSurface/surfaceQuestion';
import { network } from './derived';
import { pages } from './pages';
import type { CostSurfaceView } from './runState';
import { look, type State, store } from './store';

export function surfaceQuestion(experiment: Experiment, view: CostSurfaceView): SurfaceQuestion {
  return {
    directions: directionsOf(network(experiment), view),
    loss: surfaceLoss(experiment, view.squared),
    regularised: view.regularised,
    zoom: view.zoom,
    centre: view.centre,
  };
}

/** null while nobody looks. */
export function surfaceQuestionOf({ experiment, view }: State): SurfaceQuestion | null {
  return pages[view.page].watch === 'costSurface' ? surfaceQuestion(experiment, view.costSurface) : null;
}

export function sameQuestion(a: SurfaceQuestion | null, b: SurfaceQuestion | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function directionsOf(plan: NetworkPlan, { directions, pair, seed }: CostSurfaceView): SurfaceDirections {
  if (directions === 'random') return { kind: directions, seed };
  if (directions === 'principal') return { kind: directions };
  const isThere = pair && Math.max(pair.first, pair.second) < plan.parameterCount;
  return { kind: directions, ...(isThere ? pair : usualPair(plan)) };
}

/** The first two weights of the first output unit, or its only weight and its bias. */
function usualPair({ layers }: NetworkPlan): { first: number; second: number } {
  const { kernelOffset, biasOffset, inputs, units } = layers[
    layers.length - 1
  ] as NetworkPlan['layers'][number];
  return { first: kernelOffset, second: inputs > 1 ? kernelOffset + units : biasOffset };
}

/** Log loss is the cross-entropy of the document, or the one its output asks for; in regression it is always the document's loss. */
function surfaceLoss({ data, loss, model }: Experiment, squared: boolean | null): LossChoice {
  const { id, options } = loss;
  const trained = { id, options };
  if (data.task === 'regression') return trained;
  const { measures }: Loss = losses[id];
  const isError = measures === 'error';
  const needsMany = model.outputActivation === 'softmax' || data.classes > 2;
  if (!isError) return squared ? { id: 'squaredError' } : trained;
  if (squared !== false) return { id: 'squaredError' };
  return { id: needsMany ? 'categoricalCrossentropy' : 'binaryCrossentropy' };
}

/** Changes what the surface shows. */
export function lookAtSurface(change: Partial<CostSurfaceView>): void {
  look({ costSurface: { ...store.getState().view.costSurface, ...change } });
}
