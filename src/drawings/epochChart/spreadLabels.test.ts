import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedLines, spreadLabels } from './spreadLabels';

describe('labels', () => {
  test('stay where they are when they are apart', () => {
    expect(spreadLabels([20, 50], 13, [0, 100])).toEqual([20, 50]);
  });

  test('move apart without changing places', () => {
    expect(spreadLabels([50, 48], 14, [0, 100])).toEqual([56, 42]);
    expect(spreadLabels([50, 50, 50], 10, [0, 100])).toEqual([40, 50, 60]);
  });

  test('push others aside only as far as they must', () => {
    expect(spreadLabels([10, 50, 52, 90], 14, [0, 100])).toEqual([10, 44, 58, 90]);
  });

  test('of one place come apart in their order', () => {
    expect(spreadLabels([50, 50, 50, 50, 50], 40, [0, 100])).toEqual([0, 25, 50, 75, 100]);
  });

  test('stay inside at the edges', () => {
    expect(spreadLabels([99, 100], 14, [0, 100])).toEqual([86, 100]);
    expect(spreadLabels([-5, 2], 14, [0, 100])).toEqual([0, 14]);
  });

  test('stand closer where there is no room', () => {
    expect(spreadLabels([5, 5, 5], 14, [0, 20])).toEqual([0, 10, 20]);
  });

  test('never overlap, never leave, never change their order', () => {
    const place = fc.double({ min: -20, max: 120, noNaN: true });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), (places) => {
        const spread = spreadLabels(places, 13, [0, 100]);
        const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
        order.forEach((index, i) => {
          const at = spread[index]!;
          expect(at).toBeGreaterThanOrEqual(-1e-6);
          expect(at).toBeLessThanOrEqual(100 + 1e-6);
          if (i > 0) expect(at - spread[order[i - 1]!]!).toBeGreaterThanOrEqual(13 - 1e-6);
        });
      }),
    );
  });
});

test('names thin out evenly, the first and the last line keep theirs', () => {
  expect([...namedLines(9, 20)]).toHaveLength(9);
  expect([...namedLines(9, 5)]).toEqual([0, 2, 4, 6, 8]);
  expect([...namedLines(9, 2)]).toEqual([0, 8]);
  expect([...namedLines(1, 0)]).toEqual([0]);
});
