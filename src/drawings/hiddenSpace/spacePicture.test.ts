import { describe, expect, test } from 'vitest';
import type { HiddenLayer } from '../../engine/experiment';
import { planNetwork } from '../../engine/model/network';
import { type SpaceFrame, type SpaceQuestion, spacePicture } from './spacePicture';

function questionOf(
  hidden: readonly HiddenLayer[],
  layer: number,
  more: Partial<SpaceQuestion> = {},
): SpaceQuestion {
  const plan = planNetwork(
    { hidden, outputActivation: 'softmax', initializer: 'zeros', seed: 1 },
    { task: 'classification', classes: 3 },
    2,
  );
  return { plan, layer, view: { kind: 'units', across: 0, up: 1 }, classOf: [0, 2], classes: 3, ...more };
}

/** Every unit's map has its own number in every cell; the two points answer 0.25 and 0.75 for every unit, plus the unit. */
function frameOf({ plan, layer }: SpaceQuestion, columns = 3, rows = 3): SpaceFrame {
  const cells = columns * rows;
  const { units } = plan.layers[layer]!;
  return {
    hidden: {
      layer,
      indices: Uint32Array.of(0, 1),
      values: Float32Array.from({ length: units * 2 }, (_, i) => Math.floor(i / 2) + (i % 2 ? 0.75 : 0.25)),
    },
    unitMaps: {
      columns,
      rows,
      units: plan.unitCount,
      values: Float32Array.from({ length: plan.unitCount * cells }, (_, i) => Math.floor(i / cells)),
    },
    parameters: Float32Array.from({ length: plan.parameterCount }, (_, i) => Math.sin(i)),
  };
}

const relu = (units: number) => ({ units, activation: 'relu' }) as const;
const sigmoid = (units: number) => ({ units, activation: 'sigmoid' }) as const;

test('the grid is that of the chosen layer, not of its neighbours', () => {
  const question = questionOf([relu(4), relu(3)], 1);
  const { lines } = spacePicture(question, frameOf(question), null, null);
  expect(lines).toHaveLength(6);
  // Units 4 and 5 of the network are the first two of the second layer.
  expect(new Set(lines.flatMap(({ x }) => [...x]))).toEqual(new Set([4]));
  expect(new Set(lines.flatMap(({ y }) => [...y]))).toEqual(new Set([5]));
});

describe('straight borders', () => {
  test('are drawn where the whole space of the last layer is seen', () => {
    const question = questionOf([relu(4), sigmoid(2)], 1);
    const { regions, ties, across, up } = spacePicture(question, frameOf(question), null, null);
    expect(regions.length).toBeGreaterThan(0);
    expect(ties.length).toBeGreaterThan(0);
    expect([across, up]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('turn with the axes', () => {
    const question = questionOf([sigmoid(2)], 0);
    const turned = { ...question, view: { kind: 'units', across: 1, up: 0 } } as const;
    const straight = spacePicture(question, frameOf(question), null, null);
    const other = spacePicture(turned, frameOf(question), null, null);
    const [[x, y]] = straight.ties[0]!;
    const ends = other.ties.flat();
    expect(ends.some(([a, b]) => Math.abs(a - y) < 1e-9 && Math.abs(b - x) < 1e-9)).toBe(true);
  });

  test.each([
    ['of an earlier layer', questionOf([sigmoid(2), relu(4)], 0)],
    ['of more units than two', questionOf([relu(3)], 0)],
    [
      'of one unit against itself',
      questionOf([sigmoid(2)], 0, { view: { kind: 'units', across: 1, up: 1 } }),
    ],
    ['of a regression', questionOf([sigmoid(2)], 0, { classOf: null })],
  ])('are not drawn in the space %s', (_, question) => {
    expect(spacePicture(question, frameOf(question), null, null)).toMatchObject({ regions: [], ties: [] });
  });
});

test('one unit is a strip with a lane a class', () => {
  const question = questionOf([relu(1)], 0);
  const picture = spacePicture(question, frameOf(question), null, null);
  expect(picture).toMatchObject({ kind: 'strip', up: [-0.5, 2.5] });
  expect([...picture.y]).toEqual([0, 2]);
  expect([...picture.x]).toEqual([0.25, 0.75]);
});

test('one input is a curve', () => {
  const question = questionOf([relu(3)], 0, { classOf: null });
  const picture = spacePicture(question, frameOf(question, 16, 1), null, null);
  expect(picture.isCurve).toBe(true);
  expect(picture.lines).toHaveLength(1);
});

test('ranges stay while they fit', () => {
  const question = questionOf([relu(3)], 0);
  const frame = frameOf(question);
  const first = spacePicture(question, frame, null, null);
  const later = spacePicture(question, frame, null, { across: [0, 1.2], up: [-3, 40] });
  expect(later.across).toEqual([0, 1.2]);
  expect(later.up).toEqual(first.up);
});
