import { expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { edgeAt } from './edges';
import { layoutNetwork } from './layoutNetwork';
import { lockMarks } from './lockMarks';

const hidden = [{ units: 3, activation: 'relu' }] as const;
const model = { hidden, outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
/** Kernel 2 × 3 and 3 biases, then kernel 3 × 4 and 4 biases. */
const plan = planNetwork(model, { task: 'classification', classes: 4 }, 2);
const layout = layoutNetwork(plan, 400, 300);

test('nothing frozen, no locks', () => {
  expect(lockMarks(plan, layout, { layers: [], parameters: [] })).toEqual([]);
});

test('a frozen layer has a lock on each of its units and none on its edges', () => {
  const marks = lockMarks(plan, layout, { layers: [0], parameters: [1] });
  expect(marks).toHaveLength(3);
  for (const { xPx } of marks) expect(Math.abs(xPx - layout.columns[1]!.xPx)).toBeLessThan(24);
});

test('a frozen bias locks its unit, a frozen weight its edge', () => {
  const bias = 7;
  const weight = 9 + 1 * 4 + 2;
  const [unitLock, edgeLock] = lockMarks(plan, layout, { layers: [], parameters: [bias, weight] });
  expect(Math.abs(unitLock!.yPx - layout.columns[1]!.units[1]!.yPx)).toBeLessThan(24);
  expect(edgeAt(layout, edgeLock!, 1)).toEqual({ layer: 1, from: 1, to: 2 });
});

test('what is folded away has no lock', () => {
  const wide = planNetwork(
    { ...model, hidden: [{ units: 128, activation: 'relu' }] },
    { task: 'classification', classes: 4 },
    2,
  );
  const lastBias = 2 * 128 + 127;
  expect(lockMarks(wide, layoutNetwork(wide, 400, 300), { layers: [], parameters: [lastBias] })).toEqual([]);
});
