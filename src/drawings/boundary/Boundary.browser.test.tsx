import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { untilPainted } from '../../../tests/support/painted';
import { type ReadableStore, writable } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import { rgbOf } from '../colours';
import { Boundary } from './Boundary';
import type { BoundaryFrame } from './frame';

const side = 16;

/** Two outputs: one class on the left, the other on the right of the plane. */
function halves(leftClass: 0 | 1): UnitGrid {
  const values = new Float32Array(2 * side * side);
  for (let cell = 0; cell < side * side; cell++) {
    const winner = cell % side < side / 2 ? leftClass : 1 - leftClass;
    values[winner * side * side + cell] = 1;
  }
  return { columns: side, rows: side, units: 2, values };
}

const data = {
  points: { x1: Float64Array.of(-3), x2: Float64Array.of(-3), y: Float64Array.of(0) },
  isTest: Uint8Array.of(0),
  plane: { x: [-6, 6], y: [-6, 6] },
  task: 'classification',
  inputs: 2,
  label: 'Decision boundary',
} as const;

/** Colour of a canvas at shares of its width and height. */
function colourAt(canvas: HTMLCanvasElement, x: number, y: number): readonly number[] {
  const context = canvas.getContext('2d')!;
  const pixel = context.getImageData(Math.round(canvas.width * x), Math.round(canvas.height * y), 1, 1);
  return [...pixel.data];
}

async function show(frame: ReadableStore<BoundaryFrame>) {
  const screen = await render(
    <div style={{ width: 200, height: 200 }}>
      <Boundary frame={frame} {...data} />
    </div>,
  );
  const [field, points] = screen.container.querySelectorAll('canvas');
  await untilPainted(points!);
  return { screen, field: field!, points: points! };
}

const [blue, vermillion] = [rgbOf('#0072B2'), rgbOf('#D55E00')];
const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...[0, 1, 2].map((i) => a[i]! - b[i]!));

test('tints each side in the colour of its class and repaints when the source moves on', async () => {
  const source = writable({ outputs: halves(0), predictions: null });
  const { field } = await show(source);
  const isBlue = (colour: readonly number[]) => distance(colour, blue) < distance(colour, vermillion);
  const sides = () => [isBlue(colourAt(field, 0.2, 0.4)), isBlue(colourAt(field, 0.8, 0.4))];
  await expect.poll(sides).toEqual([true, false]);
  source.set({ outputs: halves(1), predictions: null });
  await expect.poll(sides).toEqual([false, true]);
});

test('a point that becomes wrong looks different at once', async () => {
  const source = writable({ outputs: halves(0), predictions: Float32Array.of(0) });
  const { points } = await show(source);
  const right = colourAt(points, 0.25, 0.75);
  source.set({ outputs: halves(1), predictions: Float32Array.of(1) });
  await expect
    .poll(() => distance(colourAt(points, 0.25, 0.75), vermillion))
    .toBeLessThan(distance(right, vermillion) - 40);
});

test('numbers that are not finite are painted, not thrown', async () => {
  const outputs = { ...halves(0), values: new Float32Array(2 * side * side).fill(Number.NaN) };
  const { field } = await show(writable({ outputs, predictions: null }));
  await untilPainted(field);
  const [red, green, blueValue] = colourAt(field, 0.5, 0.4);
  expect(Math.max(red!, green!, blueValue!) - Math.min(red!, green!, blueValue!)).toBeLessThan(12);
});

test('has as many pixels as it covers on the screen, and its description', async () => {
  const { screen, field } = await show(writable({ outputs: null, predictions: null }));
  expect(field.width).toBe(Math.round(200 * window.devicePixelRatio));
  await expect.element(screen.getByRole('img', { name: 'Decision boundary' })).toBeVisible();
});
