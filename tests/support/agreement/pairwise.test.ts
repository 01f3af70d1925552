import { expect, it } from 'vitest';
import { everyKind } from './kinds';
import { featuresOf, pairwise } from './pairwise';

it('keeps every pair of hidden activation, loss and optimiser, and every other value, in fewer problems', () => {
  const kinds = everyKind();
  const few = pairwise(kinds);
  expect(new Set(few.flatMap(featuresOf))).toEqual(new Set(kinds.flatMap(featuresOf)));
  expect(few.length).toBeLessThan(kinds.length / 2);
});
