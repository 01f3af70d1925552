/** Presses on the plane by mouse and by fingers, as events tell of them; the plane is a square of 400 px and 16 units. */
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { defaultExperiment } from '../../../engine/experiment';
import { initI18n } from '../../../i18n/i18n';
import { addPoints, clearPoints, ownSource } from '../../../store/dataEdits';
import type { Tool } from '../../../store/runState';
import { edit, look, store, undo } from '../../../store/store';
import { PlanePanel } from './PlanePanel';

beforeAll(() => {
  void initI18n('en');
});

beforeEach(() => {
  // Pointers made up by a test cannot be captured.
  vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
  edit(() => addPoints(clearPoints(defaultExperiment), [{ x1: 0, x2: 0, y: 0 }]));
  store.temporal.getState().clear();
  look({ tool: { kind: 'brush', class: 1 }, probe: null, selection: new Set(), showTest: true });
});

async function show(): Promise<HTMLElement> {
  await render(
    <div style={{ width: 400 }}>
      <PlanePanel />
    </div>,
  );
  const hand = page.getByRole('application', { name: 'Decision boundary' });
  await expect.element(hand).toBeVisible();
  // The plane knows its size once it finds the point.
  const element = hand.element() as HTMLElement;
  const aimed = () => {
    pointer(element, 'move', [0, 0]);
    return store.getState().aim;
  };
  await expect.poll(aimed).toEqual({ kind: 'point', index: 0 });
  return element;
}

type Place = readonly [x: number, y: number];

function pointer(hand: HTMLElement, type: string, [x, y]: Place, pointerType = 'mouse', pointerId = 1): void {
  const { left, top, width } = hand.getBoundingClientRect();
  const perUnit = width / 16;
  const clientX = left + (x + 8) * perUnit;
  const clientY = top + (8 - y) * perUnit;
  const event = { bubbles: true, cancelable: true, button: 0, clientX, clientY, pointerId, pointerType };
  hand.dispatchEvent(new PointerEvent(`pointer${type}`, event));
}

function drag(hand: HTMLElement, from: Place, to: Place, pointerType = 'mouse'): void {
  pointer(hand, 'down', from, pointerType);
  for (let step = 1; step <= 10; step++) {
    const part = step / 10;
    const at = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])] as const;
    pointer(hand, 'move', at, pointerType);
  }
  pointer(hand, 'up', to, pointerType);
}

function press(hand: HTMLElement, at: Place, pointerType = 'mouse'): void {
  pointer(hand, 'down', at, pointerType);
  pointer(hand, 'up', at, pointerType);
}

const own = () => ownSource(store.getState().experiment.data);
const plane = () => store.getState().experiment.data.plane;
const take = (tool: Tool) => look({ tool });

it('a press of the brush places a point, also close to another, and pins the one at this very place', async () => {
  const hand = await show();
  press(hand, [4, 4]);
  expect(own().y).toEqual([0, 1]);
  expect(store.getState().view.probe).toBeNull();
  press(hand, [0.1, 0]);
  expect(own().y).toEqual([0, 1, 1]);
  expect(store.getState().view.probe).toBeNull();
  press(hand, [0.005, 0]);
  expect(own().y).toEqual([0, 1, 1]);
  expect(store.getState().view.probe).toEqual({ kind: 'point', index: 0 });
});

it('a drag of the brush moves no point, one of the move tool does, in one step of undo', async () => {
  const hand = await show();
  drag(hand, [0, 0], [4, 0]);
  expect([own().x1[0], own().x2[0]]).toEqual([0, 0]);
  expect(own().y.length).toBeGreaterThan(2);
  undo();
  expect(own().y).toEqual([0]);
  take({ kind: 'select' });
  drag(hand, [0, 0], [4, 2]);
  expect(own().x1[0]).toBeCloseTo(4);
  expect(own().x2[0]).toBeCloseTo(2);
  undo();
  expect(own()).toMatchObject({ x1: [0], x2: [0] });
});

it('a long press takes hold of a point, whatever the brush', async () => {
  const hand = await show();
  pointer(hand, 'down', [0, 0], 'touch');
  await expect.poll(() => hand.dataset.moving).toBe('true');
  pointer(hand, 'move', [3, -3], 'touch');
  pointer(hand, 'up', [3, -3], 'touch');
  expect(own().x1).toHaveLength(1);
  expect(own().x1[0]).toBeCloseTo(3);
  expect(own().x2[0]).toBeCloseTo(-3);
});

it('without a brush one finger scrolls the page and a tap pins; with one it draws', async () => {
  const hand = await show();
  const [brush] = page.getByRole('button', { name: 'class 2' }).elements() as HTMLElement[];
  expect(getComputedStyle(hand).touchAction).toBe('none');
  brush?.click();
  await expect.poll(() => getComputedStyle(hand).touchAction).toBe('pan-y');
  press(hand, [4, 4], 'touch');
  expect(own().y).toEqual([0]);
  expect(store.getState().view.probe).toMatchObject({ kind: 'place' });
  brush?.click();
  drag(hand, [-6, 4], [6, 4], 'touch');
  expect(own().y.length).toBeGreaterThan(3);
});

it('two fingers zoom and never draw, not even what the first of them had begun', async () => {
  const hand = await show();
  pointer(hand, 'down', [-2, 0], 'touch', 1);
  pointer(hand, 'move', [-4, 0], 'touch', 1);
  expect(own().y.length).toBeGreaterThan(1);
  pointer(hand, 'down', [4, 0], 'touch', 2);
  expect(own().y).toEqual([0]);
  pointer(hand, 'move', [8, 0], 'touch', 2);
  pointer(hand, 'move', [-8, 0], 'touch', 1);
  pointer(hand, 'up', [8, 0], 'touch', 2);
  pointer(hand, 'move', [2, 2], 'touch', 1);
  pointer(hand, 'up', [2, 2], 'touch', 1);
  expect(own().y).toEqual([0]);
  expect(plane().x[1] - plane().x[0]).toBeCloseTo(8);
  undo();
  expect(plane()).toEqual(defaultExperiment.data.plane);
});

it('a slow press beside a point, which takes hold of it and brings it nowhere, places one all the same', async () => {
  const hand = await show();
  pointer(hand, 'down', [0.2, 0]);
  await expect.poll(() => hand.dataset.moving).toBe('true');
  pointer(hand, 'move', [0.22, 0]);
  pointer(hand, 'up', [0.22, 0]);
  expect(own()).toMatchObject({ x1: [0, expect.closeTo(0.22)], y: [0, 1] });
});

it('a second finger never draws, wherever the first one is, nor does what is left of a pinch', async () => {
  const hand = await show();
  const elsewhere = (type: string) =>
    document.body.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 7, pointerType: 'touch' }),
    );
  elsewhere('pointerdown');
  drag(hand, [-4, 4], [4, 4], 'touch');
  press(hand, [4, 4], 'touch');
  expect(own().y).toEqual([0]);
  elsewhere('pointerup');
  pointer(hand, 'down', [-2, 0], 'touch', 1);
  pointer(hand, 'down', [2, 0], 'touch', 2);
  pointer(hand, 'up', [2, 0], 'touch', 2);
  pointer(hand, 'move', [-6, 0], 'touch', 1);
  // The next one makes it a pinch again.
  pointer(hand, 'down', [2, 0], 'touch', 3);
  pointer(hand, 'move', [6, 0], 'touch', 3);
  pointer(hand, 'up', [6, 0], 'touch', 3);
  pointer(hand, 'up', [-6, 0], 'touch', 1);
  expect(own().y).toEqual([0]);
  expect(plane()).not.toEqual(defaultExperiment.data.plane);
});

it('a palm does nothing beside a pen, whichever of them is there first', async () => {
  const hand = await show();
  const before = plane();
  // The palm rests first, and has even slipped.
  pointer(hand, 'down', [6, -6], 'touch', 1);
  pointer(hand, 'move', [4, -6], 'touch', 1);
  pointer(hand, 'down', [-4, 0], 'pen', 2);
  expect(own().y).toEqual([0, 1]);
  pointer(hand, 'move', [6, -5], 'touch', 1);
  // More of the hand comes down while the pen draws.
  pointer(hand, 'down', [7, -7], 'touch', 3);
  pointer(hand, 'down', [5, -7], 'touch', 4);
  pointer(hand, 'move', [7, -5], 'touch', 3);
  for (let x = -4; x <= 4; x++) pointer(hand, 'move', [x, 0], 'pen', 2);
  pointer(hand, 'up', [4, 0], 'pen', 2);
  for (const id of [1, 3, 4]) pointer(hand, 'up', [6, -5], 'touch', id);
  // The hand stays while the pen is lifted briefly.
  press(hand, [6, -6], 'touch');
  const drawn = own();
  expect(drawn.y.length).toBeGreaterThan(5);
  expect(Math.min(...drawn.x2)).toBeGreaterThan(-2);
  expect(plane()).toBe(before);
  undo();
  expect(own().y).toEqual([0]);
});

it('the wheel zooms about the pointer, keys about the cursor, and 0 fits the points', async () => {
  const hand = await show();
  const { left, top } = hand.getBoundingClientRect();
  hand.dispatchEvent(
    new WheelEvent('wheel', { cancelable: true, ctrlKey: true, deltaY: -30, clientX: left, clientY: top }),
  );
  expect(plane().x[0]).toBeCloseTo(-8);
  expect(plane().y[1]).toBeCloseTo(8);
  expect(plane().x[1]).toBeLessThan(7);
  hand.focus();
  const length = () => plane().x[1] - plane().x[0];
  const before = length();
  await userEvent.keyboard('-');
  expect(length()).toBeGreaterThan(before);
  await userEvent.keyboard('0');
  expect(length()).toBeLessThan(0.1);
  await expect.element(page.getByText(/^Shown: /)).toBeInTheDocument();
});

it('a typed range is taken, and one that is none is refused with a sentence', async () => {
  await show();
  await page.getByRole('button', { name: 'View of the plane' }).click();
  const field = page.getByRole('textbox', { name: 'x₂ to' });
  await userEvent.fill(field, '100');
  await userEvent.keyboard('{Enter}');
  expect(plane().y).toEqual([-8, 100]);
  await userEvent.fill(field, '-9');
  await userEvent.keyboard('{Enter}');
  expect(plane().y).toEqual([-8, 100]);
  await expect.element(page.getByText(/-9 is out of range/)).toBeVisible();
  await page.getByRole('button', { name: 'Fit to data' }).click();
  expect(plane().y[1]).toBeLessThan(1);
  await userEvent.keyboard('{Escape}');
});

it('tools are one line of chips a finger or a pointer can hit, with words of 12 px or more', async () => {
  const hand = await show();
  const line = hand.closest('[class*=panel]')?.firstElementChild as HTMLElement;
  expect(line.getBoundingClientRect().height).toBeLessThanOrEqual(38);
  expect(line.scrollWidth).toBeLessThanOrEqual(line.clientWidth);
  for (const button of line.querySelectorAll('button')) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height), button.ariaLabel ?? button.textContent).toBeGreaterThanOrEqual(30);
    expect(Number.parseFloat(getComputedStyle(button).fontSize)).toBeGreaterThanOrEqual(12);
  }
});
