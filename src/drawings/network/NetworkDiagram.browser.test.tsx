import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { initialParameters, planNetwork, type UnitRef } from '../../engine/model/network';
import { type ReadableStore, writable } from '../../engine/readableStore';
import type { ChosenUnit, DiagramInteraction } from './diagramInteraction';
import type { NetworkFrame } from './frame';
import { NetworkDiagram } from './NetworkDiagram';
import type { Trace } from './TracedValues';

const model = {
  hidden: [
    { units: 4, activation: 'relu' },
    { units: 128, activation: 'relu' },
  ],
  outputActivation: 'softmax',
  initializer: 'glorotUniform',
  seed: 1,
} as const;
const plan = planNetwork(model, { task: 'classification', classes: 3 }, 2);

/** Units of the second layer that are alive; the others answer 0 everywhere. */
function frameWith(alive: readonly number[]): NetworkFrame {
  const cells = 64;
  const values = new Float32Array(plan.unitCount * cells);
  for (const unit of alive) {
    for (let cell = 0; cell < cells; cell++) values[(4 + unit) * cells + cell] = cell % 8;
  }
  return {
    parameters: initialParameters(plan, model),
    unitMaps: { columns: 8, rows: 8, units: plan.unitCount, values },
  };
}

const alive = [5, 9, 17, 33, 40, 66, 77, 81, 99, 101, 120, 127];

interface Shown {
  readonly frame?: ReadableStore<NetworkFrame>;
  readonly trace?: ReadableStore<Trace | null>;
  readonly widthPx?: number;
}

async function show({ frame = writable(frameWith(alive)), trace, widthPx = 700 }: Shown = {}) {
  const shown = writable<UnitRef | null>(null);
  const opened: ChosenUnit[] = [];
  const hand: DiagramInteraction = {
    shown,
    edited: writable<UnitRef | null>(null),
    onEnter: (unit) => shown.set(unit),
    onLeave: () => shown.set(null),
    onOpen: (chosen) => opened.push(chosen),
    words: {
      unit: ({ layer, unit }) => `layer ${layer + 1} unit ${unit + 1}`,
      unitNow: () => 'bias 0',
      weight: (_weight, value) => `w = ${value}`,
      openLayer: (layer, folded) => `open layer ${layer + 1}, ${folded} more`,
      layer: (layer, units) => `layer ${layer + 1}: ${units} units`,
      close: 'Close',
    },
  };
  const screen = await render(
    <div>
      <button type="button">before</button>
      <div style={{ width: widthPx, height: 260 }}>
        <NetworkDiagram
          plan={plan}
          task="classification"
          inputLabels={['x₁', 'x₂']}
          inputMaps={null}
          frame={frame}
          hand={hand}
          {...(trace ? { trace } : {})}
          label="Network"
        />
      </div>
      <button type="button">after</button>
    </div>,
  );
  await expect.element(screen.getByRole('button', { name: 'layer 1 unit 1' })).toBeVisible();
  return { screen, shown, opened };
}

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

test('Tab enters the diagram once, arrows go from layer to layer and from unit to unit', async () => {
  const { screen, shown } = await show();
  await screen.getByRole('button', { name: 'before' }).click();
  await userEvent.keyboard('{Tab}');
  expect(focused()).toBe('layer 0 unit 1');
  expect(shown.get()).toEqual({ layer: -1, unit: 0 });
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(focused()).toBe('layer 1 unit 3');
  expect(shown.get()).toEqual({ layer: 0, unit: 2 });
  await userEvent.keyboard('{End}{ArrowUp}{Home}');
  expect(focused()).toBe('layer 1 unit 1');
  await userEvent.keyboard('{Tab}');
  expect(focused()).toBe('after');
  expect(shown.get()).toBeNull();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(focused()).toBe('layer 1 unit 1');
});

test('Enter opens the unit that has the focus, Escape leaves it', async () => {
  const { screen, shown, opened } = await show();
  await screen.getByRole('button', { name: 'before' }).click();
  await userEvent.keyboard('{Tab}{ArrowRight}{Enter}');
  expect(opened).toEqual([{ layer: 0, unit: 1, from: null }]);
  await userEvent.keyboard('{Escape}');
  expect(shown.get()).toBeNull();
  expect(document.activeElement).toBe(document.body);
});

test('a folded layer shows its most active units and opens to all of them', async () => {
  const { screen, shown, opened } = await show();
  const shownUnits = [...screen.container.querySelectorAll<HTMLElement>('[data-layer="1"]')];
  expect(shownUnits.map(({ dataset }) => Number(dataset.unit))).toEqual(alive.slice(0, shownUnits.length));
  const opener = screen.getByRole('button', { name: /open layer 2/ });
  await expect.element(opener).toHaveTextContent(`+${128 - shownUnits.length}`);
  await opener.click();
  const dialog = screen.getByRole('dialog', { name: 'layer 2: 128 units' });
  await expect.element(dialog.getByRole('button', { name: 'layer 2 unit 128' })).toBeInTheDocument();
  await expect.poll(focused).toBe('layer 2 unit 1');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(focused()).toBe('layer 2 unit 3');
  expect(shown.get()).toEqual({ layer: 1, unit: 2 });
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([{ layer: 1, unit: 2, from: null }]);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(focused()).toMatch(/open layer 2/);
});

test('the units of a folded layer do not change while one is looked at', async () => {
  const frame = writable(frameWith(alive));
  const { screen, shown } = await show({ frame });
  const units = () =>
    [...screen.container.querySelectorAll<HTMLElement>('[data-layer="1"]')].map(
      ({ dataset }) => dataset.unit,
    );
  const before = units();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  shown.set({ layer: 1, unit: 5 });
  frame.set(frameWith([0, 1, 2, 3, 4, 6, 7, 8, 10, 11, 12]));
  vi.advanceTimersByTime(5000);
  // A change would be rendered by then.
  await new Promise(requestAnimationFrame);
  expect(units()).toEqual(before);
  shown.set(null);
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  await expect.poll(units).not.toEqual(before);
  expect(units()[0]).toBe('0');
});

test('the weights of a unit that stands out are written where they come from', async () => {
  const { screen, shown } = await show();
  const values = () =>
    [...screen.container.querySelectorAll('[data-value]')].map(({ textContent }) => textContent);
  expect(values()).toEqual([]);
  shown.set({ layer: 0, unit: 1 });
  await expect.poll(values).toHaveLength(3);
  const { parameters } = frameWith([]);
  expect(values()[0]).toBe(parameters![1]!.toFixed(2).replace('-', '−'));
  expect(values()[2]).toBe('b = 0.00');
});

test('a mouse over an edge reads its weight, a click opens it', async () => {
  const { screen, opened } = await show();
  const unit = screen.getByRole('button', { name: 'layer 1 unit 1', exact: true }).element();
  const { left, top, height } = unit.getBoundingClientRect();
  // Just before the unit all edges are its own.
  const at = { bubbles: true, clientX: left - 4, clientY: top + height / 2, pointerType: 'mouse', detail: 1 };
  const ground = document.elementFromPoint(at.clientX, at.clientY);
  ground?.dispatchEvent(new PointerEvent('pointermove', at));
  const bubble = () => screen.container.querySelector('[data-bubble]')?.textContent;
  await expect.poll(bubble).toMatch(/^w = −?\d/);
  ground?.dispatchEvent(new PointerEvent('click', at));
  expect(opened).toHaveLength(1);
  const { from, ...target } = opened[0]!;
  expect(target).toEqual({ layer: 0, unit: 0 });
  const weight = frameWith([]).parameters![from! * 4]!;
  expect(bubble()).toBe(`w = ${weight.toFixed(2).replace('-', '−')}`);
  ground?.dispatchEvent(new PointerEvent('pointermove', { ...at, clientX: 3, clientY: top - height / 2 }));
  await expect.poll(bubble).toBeUndefined();
});

test('the values of a point that is looked at stand at inputs and outputs, and go with it', async () => {
  const trace = writable<Trace | null>({ inputs: [-0.578, 12], outputs: [0.0123, 0.9, 0.0877] });
  const { screen } = await show({ trace });
  const values = () =>
    [...screen.container.querySelectorAll<HTMLElement>('[data-traced]')].map(
      ({ dataset, textContent }) => `${dataset.traced}: ${textContent}`,
    );
  expect(values()).toEqual(['-1,0: −0.58', '-1,1: 12.00', '2,0: 0.01', '2,1: 0.90', '2,2: 0.09']);
  trace.set({ inputs: [0, 0], outputs: [1, 0, 0] });
  await expect.poll(values).toEqual(['-1,0: 0.00', '-1,1: 0.00', '2,0: 1.00', '2,1: 0.00', '2,2: 0.00']);
  // Of a network that has just been replaced.
  trace.set({ inputs: [0, 0, 0], outputs: [0.1, 0.9] });
  await expect.poll(values).toEqual([]);
  trace.set(null);
  await expect.poll(values).toEqual([]);
});

test('in a narrow frame nothing is outside of it, whatever stands out', async () => {
  const trace = writable<Trace | null>({ inputs: [-1.25, 0.5], outputs: [0.5, 0.3, 0.2] });
  const { screen, shown } = await show({ trace, widthPx: 170 });
  const frame = screen.getByRole('group', { name: 'Network' }).element();
  const outside = () => {
    const { left, right, top, bottom } = frame.getBoundingClientRect();
    return [...frame.querySelectorAll('button, span, canvas')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1;
    });
  };
  expect(frame.scrollWidth).toBe(frame.clientWidth);
  expect(outside()).toEqual([]);
  const weights = () => screen.container.querySelectorAll('[data-value="weight"]').length;
  for (const [layer, unit, written] of [
    [0, 3, 2],
    [1, 5, 4],
    [2, 0, 8],
  ] as const) {
    shown.set({ layer, unit });
    await expect.poll(weights).toBe(written);
    expect(outside()).toEqual([]);
  }
  await screen.getByRole('button', { name: /open layer 2/ }).click();
  await expect.element(screen.getByRole('dialog', { name: 'layer 2: 128 units' })).toBeVisible();
});
