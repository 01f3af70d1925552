/** What every device that runs in Node must keep to, besides agreeing with the others. */
import { describe } from 'vitest';
import {
  evaluatesGrids,
  evaluatesLikeForward,
  hasAccurateActivations,
  hasAccurateSlopes,
} from '../../../tests/support/agreement/evaluationContract';
import { leavesFrozenAlone } from '../../../tests/support/agreement/frozenContract';
import { holdsNoMore } from '../../../tests/support/agreement/memoryContract';
import { countHoldings } from '../../../tests/support/agreement/resourceCounts';
import { reachesTheLimits, takesCrowds } from '../../../tests/support/agreement/sizeContract';
import {
  followsTheOracle,
  isRightFarFromZero,
  keepsStillOrTellsOfIt,
  repeatsItself,
} from '../../../tests/support/agreement/trainingContract';

const holdings = countHoldings();

const accuracies = {
  // tfjs' products and differences: e^z − 1 near 0, 1 + tanh in the tail of GELU, −∞ · 0 of swish.
  reference: { relative: 1e-6, absolute: 1e-7, infinite: false },
  wasm: { relative: 1e-6, absolute: 2e-36, infinite: true },
} as const;

describe.each(['reference', 'wasm'] as const)('the %s device', (id) => {
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
