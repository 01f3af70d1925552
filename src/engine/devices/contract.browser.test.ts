/**
 * What the devices of a browser must keep to, besides agreeing with each other. Relaxed SIMD may be had here and not in Node, where wasm
 * keeps to the same: here it is tried with `npm test -- --full`.
 */
import { describe } from 'vitest';
import {
  evaluatesGrids,
  evaluatesLikeForward,
  hasAccurateActivations,
  hasAccurateSlopes,
} from '../../../tests/support/agreement/evaluationContract';
import { leavesFrozenAlone } from '../../../tests/support/agreement/frozenContract';
import { holdsNoMore } from '../../../tests/support/agreement/memoryContract';
import { isFull } from '../../../tests/support/agreement/pairwise';
import { countHoldings } from '../../../tests/support/agreement/resourceCounts';
import { reachesTheLimits, takesCrowds } from '../../../tests/support/agreement/sizeContract';
import {
  followsTheOracle,
  isRightFarFromZero,
  keepsStillOrTellsOfIt,
  repeatsItself,
} from '../../../tests/support/agreement/trainingContract';

const holdings = countHoldings();

describe.each(isFull ? (['wasm', 'webgl'] as const) : (['webgl'] as const))(
  'the %s device in a browser',
  (id) => {
    repeatsItself(id);
    followsTheOracle(id);
    leavesFrozenAlone(id);
    takesCrowds(id);
    isRightFarFromZero(id);
    keepsStillOrTellsOfIt(id);
    reachesTheLimits(id);
    evaluatesLikeForward(id);
    evaluatesGrids(id);
    hasAccurateActivations(id, { relative: 1e-6, absolute: 2e-36, infinite: true });
    hasAccurateSlopes(id);
    holdsNoMore(id, holdings);
  },
);
