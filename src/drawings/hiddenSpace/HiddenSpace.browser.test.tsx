import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { untilPainted } from '../../../tests/support/painted';
import { planNetwork } from '../../engine/model/network';
import { writable } from '../../engine/readableStore';
import { rgbOf } from '../colours';
import { followSpace } from './followSpace';
import { HiddenSpace } from './HiddenSpace';
import type { PointMarkers } from './paintRings';
import type { SpaceFrame } from './spacePicture';

const plan = planNetwork(
  {
    hidden: [{ units: 2, activation: 'sigmoid' }],
    outputActivation: 'sigmoid',
    initializer: 'zeros',
    seed: 1,
  },
  { task: 'classification', classes: 2 },
  2,
);
const points = {
  x1: Float64Array.of(-1, 0, 1),
  x2: Float64Array.of(0, 0, 0),
  y: Float64Array.of(0, 0, 1),
};
const question = {
  plan,
  layer: 0,
  view: { kind: 'units', across: 0, up: 1 },
  classOf: points.y,
  classes: 2,
} as const;

/** Three points of two units, left to right at one height, before an output that parts them at `border` across. */
function frameOf(across: readonly [number, number, number], border = 0.6): SpaceFrame {
  const side = 4;
  const parameters = new Float32Array(plan.parameterCount);
  const { kernelOffset, biasOffset } = plan.layers[1]!;
  parameters[kernelOffset] = 10;
  parameters[biasOffset] = -10 * border;
  return {
    hidden: {
      layer: 0,
      indices: Uint32Array.of(0, 1, 2),
      values: Float32Array.from([...across, 0.5, 0.5, 0.5]),
    },
    unitMaps: {
      columns: side,
      rows: side,
      units: 3,
      values: Float32Array.from({ length: 3 * side * side }, (_, cell) => (cell % side) / (side - 1)),
    },
    parameters,
  };
}

async function show({ isTest = [0, 0, 0], showTest = true } = {}) {
  const frame = writable<SpaceFrame | null>(frameOf([0.1, 0.4, 0.9]));
  const markers = writable<PointMarkers>({ pointed: null, selection: new Set() });
  const onPoint = vi.fn((pointed: number | null) => markers.set({ ...markers.get(), pointed }));
  const onSelect = vi.fn((selection: ReadonlySet<number>) => markers.set({ ...markers.get(), selection }));
  const space = followSpace(frame, question, { findAxes: null });
  const look = {
    points: { points, isTest: Uint8Array.from(isTest), task: 'classification', showTest },
    axes: ['a₁', 'a₂'],
  } as const;
  const words = {
    label: 'Hidden layer 1',
    instructions: 'Arrow keys go from point to point.',
    point: (index: number, across: number, up: number) =>
      `point ${index}: ${across.toFixed(2)}, ${up.toFixed(2)}`,
    selected: 'selected',
    unselected: 'no longer selected',
  };
  const screen = await render(
    <div style={{ width: 400, height: 160 }}>
      <HiddenSpace space={space} look={look} markers={markers} {...{ onPoint, onSelect, words }} />
    </div>,
  );
  const [picture, rings] = screen.container.querySelectorAll('canvas');
  await untilPainted(picture!);
  const region = screen.getByRole('application', { name: 'Hidden layer 1' });
  const said = () => screen.container.querySelector('[aria-live]')?.textContent;
  return { screen, frame, onPoint, onSelect, region, said, picture: picture!, rings: rings! };
}

function colourAt(canvas: HTMLCanvasElement, xPx: number, yPx: number): readonly number[] {
  const ratio = canvas.width / canvas.clientWidth;
  return [
    ...canvas.getContext('2d')!.getImageData(Math.round(xPx * ratio), Math.round(yPx * ratio), 1, 1).data,
  ];
}

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...[0, 1, 2].map((i) => a[i]! - b[i]!));
const [blue, vermillion] = [rgbOf('#0072B2'), rgbOf('#D55E00')];
/** Where an activation of a₁ lies; the picture is inset, and both axes go from 0 to 1. */
const placeOf = (across: number) => 30 + across * (400 - 44);
const middleY = 12 + (160 - 32) / 2;

/** At a place of the picture, at any scale of the test page. */
function pointer(element: Element, type: 'pointermove' | 'pointerup', xPx: number, yPx: number): void {
  const { left, top } = element.getBoundingClientRect();
  const place = { clientX: left + xPx, clientY: top + yPx };
  element.dispatchEvent(new PointerEvent(type, { ...place, pointerType: 'mouse', bubbles: true }));
}

test('arrow keys walk from point to point and say where they are; Enter selects, Escape lets go', async () => {
  const { onPoint, onSelect, said, region } = await show();
  await userEvent.tab();
  await expect.element(region).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onPoint).toHaveBeenLastCalledWith(0);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(onPoint).toHaveBeenLastCalledWith(2);
  await expect.poll(said).toBe('point 2: 0.90, 0.50');
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith(new Set([1]));
  await expect.poll(said).toBe('selected');
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith(new Set([1, 2]));
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith(new Set([1]));
  await userEvent.keyboard('{Escape}');
  expect(onSelect).toHaveBeenLastCalledWith(new Set());
  expect(onPoint).toHaveBeenLastCalledWith(null);
});

test('the pointer finds points where they are drawn, rings them, and a press selects', async () => {
  const { region, onPoint, onSelect, rings } = await show();
  pointer(region.element(), 'pointermove', placeOf(0.4) + 3, middleY);
  expect(onPoint).toHaveBeenLastCalledWith(1);
  await expect.poll(() => colourAt(rings, placeOf(0.4) + 9, middleY)[3]).toBeGreaterThan(100);
  pointer(region.element(), 'pointerup', placeOf(0.4) + 3, middleY);
  expect(onSelect).toHaveBeenLastCalledWith(new Set([1]));
  pointer(region.element(), 'pointermove', placeOf(0.6), 30);
  expect(onPoint).toHaveBeenLastCalledWith(null);
});

test('training moves points and the border between the classes', async () => {
  const { frame, picture } = await show();
  expect(distance(colourAt(picture, placeOf(0.1), middleY), blue)).toBeLessThan(30);
  const before = colourAt(picture, placeOf(0.5), 40);
  frame.set(frameOf([0.7, 0.8, 0.2], 0.3));
  await expect.poll(() => distance(colourAt(picture, placeOf(0.7), middleY), blue)).toBeLessThan(30);
  expect(distance(colourAt(picture, placeOf(0.2), middleY), vermillion)).toBeLessThan(30);
  const after = colourAt(picture, placeOf(0.5), 40);
  expect(distance(before, blue)).toBeLessThan(distance(before, vermillion));
  expect(distance(after, vermillion)).toBeLessThan(distance(after, blue));
});

test('test points are outlined, and neither drawn nor reached while they are hidden', async () => {
  const shown = await show({ isTest: [1, 0, 0] });
  expect(distance(colourAt(shown.picture, placeOf(0.1), middleY), blue)).toBeGreaterThan(100);
  expect(distance(colourAt(shown.picture, placeOf(0.4), middleY), blue)).toBeLessThan(30);
  await shown.screen.unmount();
  const { region, onPoint } = await show({ isTest: [0, 1, 0], showTest: false });
  pointer(region.element(), 'pointermove', placeOf(0.4), middleY);
  expect(onPoint).not.toHaveBeenCalledWith(1);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(onPoint).toHaveBeenLastCalledWith(2);
});
