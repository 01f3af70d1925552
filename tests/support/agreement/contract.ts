/** For tests only: all that every device must keep to by itself, besides agreeing with the others. */
import { describe } from 'vitest';
import type { DeviceId } from '../../../src/engine/devices/device';
import {
  type Accuracy,
  evaluatesGrids,
  evaluatesLikeForward,
  hasAccurateActivations,
  hasAccurateSlopes,
} from './evaluationContract';
import { leavesFrozenAlone } from './frozenContract';
import { holdsNoMore } from './memoryContract';
import { countHoldings } from './resourceCounts';
import { reachesTheLimits, takesCrowds } from './sizeContract';
import {
  followsTheOracle,
  isRightFarFromZero,
  keepsStillOrTellsOfIt,
  repeatsItself,
} from './trainingContract';

const ownKernels: Accuracy = { relative: 1e-6, absolute: 2e-36, infinite: true };

const accuracies: Readonly<Record<DeviceId, Accuracy>> = {
  // tfjs' products and differences: e^z − 1 near 0, 1 + tanh in the tail of GELU, −∞ · 0 of swish.
  reference: { relative: 1e-6, absolute: 1e-7, infinite: false },
  wasm: ownKernels,
  webgl: ownKernels,
};

/** Declares the tests of each device. What they hold on to is counted from here on: call it before any device is made. */
export function keepsTheContract(ids: readonly DeviceId[]): void {
  const holdings = countHoldings();
  describe.each(ids)('the %s device', (id) => {
    repeatsItself(id);
    followsTheOracle(id);
    leavesFrozenAlone(id);
    takesCrowds(id);
    isRightFarFromZero(id);
    keepsStillOrTellsOfIt(id);
    reachesTheLimits(id);
    evaluatesLikeForward(id);
    evaluatesGrids(id);
    hasAccurateActivations(id, accuracies[id]);
    hasAccurateSlopes(id);
    holdsNoMore(id, holdings);
  });
}
