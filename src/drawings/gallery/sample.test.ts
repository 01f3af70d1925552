import { expect, test } from 'vitest';
import { createSample } from './sample';

test('a sample really learns, and its maps have the shapes the drawings expect', () => {
  const hidden = [{ units: 6, activation: 'tanh' }] as const;
  const sample = createSample({
    dataset: 'moons',
    hidden,
    points: 60,
    epochs: 80,
    columns: 8,
    withHistory: true,
  });
  const { trainLoss: first } = sample.history[0]!;
  const { trainLoss: last } = sample.history.at(-1)!;
  expect(last).toBeLessThan(first / 2);
  expect(sample.history).toHaveLength(81);
  expect(sample.outputs).toMatchObject({ columns: 8, rows: 8, units: 1 });
  expect(sample.unitMaps.values).toHaveLength(32 * 32 * 7);
  expect(sample.inputLabels).toEqual(['x₁', 'x₂']);
});

test('one input gives lines, not squares', () => {
  const sample = createSample({ dataset: 'sine', points: 20, epochs: 1, columns: 8 });
  expect([sample.outputs.rows, sample.unitMaps.rows, sample.inputMaps.units]).toEqual([1, 1, 1]);
});
