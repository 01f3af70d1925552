import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { LayerCurves, type LayerWords } from './LayerCurves';
import type { LayerRow } from './layerScales';

const words: LayerWords = {
  label: 'Gradient norm',
  epoch: 'epoch',
  empty: 'no updates yet',
  comma: ', ',
  listComma: ', ',
  atFoot: (layers) => `at the foot: ${layers}`,
  noLine: (layers) => `not drawn: ${layers}`,
};
const layers = ['hidden 1', 'hidden 2', 'output'];
const rows: LayerRow[] = [0, 10, 20].map((epoch) => ({ epoch, values: [1e-5, 1e-3, 0.1 / (epoch + 1)] }));

const show = (shown: readonly LayerRow[], names: readonly string[] = layers, said: LayerWords = words) =>
  render(
    <div style={{ width: 290, height: 130 }}>
      <LayerCurves rows={shown} layers={names} words={said} />
    </div>,
  );

test('arrow keys read every layer off, Escape stops', async () => {
  const screen = await show(rows);
  const slider = screen.getByRole('slider', { name: 'Gradient norm' });
  await userEvent.tab();
  await expect.element(slider).toHaveFocus();
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', 'epoch 20, hidden 1 1e−5, hidden 2 0.001, output 0.00476');
  await userEvent.keyboard('{Home}');
  await expect.element(slider).toHaveAttribute('aria-valuenow', '0');
  await expect
    .element(slider)
    .toHaveAttribute('aria-valuetext', 'epoch 0, hidden 1 1e−5, hidden 2 0.001, output 0.1');
  expect(screen.container.querySelector('dl')?.textContent).toBe('epoch0hidden 11e−5hidden 20.001output0.1');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.container.querySelector('dl')).toBeNull();
});

test('what is read out and listed stands between the commas of the language', async () => {
  const chinese = { ...words, comma: '，', listComma: '、' };
  const screen = await show([{ epoch: 3, values: [0, 0, 0.1] }], layers, chinese);
  await expect.element(screen.getByText('at the foot: hidden 1、hidden 2')).toBeInTheDocument();
  await userEvent.tab();
  await userEvent.keyboard('{Home}');
  await expect
    .element(screen.getByRole('slider'))
    .toHaveAttribute('aria-valuetext', 'epoch 3，hidden 1 0，hidden 2 0，output 0.1');
});

test('a layer with a smaller gradient lies lower, and names stand apart', async () => {
  const screen = await show(rows.map(({ epoch }) => ({ epoch, values: [1e-6, 0.1, 0.11] })));
  await expect.element(screen.getByText('output')).toBeInTheDocument();
  const [first, second, output] = layers.map((name) =>
    screen.getByText(name).element().getBoundingClientRect(),
  );
  expect(first!.top).toBeGreaterThan(second!.top + 30);
  expect(second!.top - output!.top).toBeGreaterThanOrEqual(11);
});

test('zero is drawn at the foot and said; what is not finite is said', async () => {
  const screen = await show([...rows, { epoch: 30, values: [0, Number.NaN, 0.1] }]);
  await expect.element(screen.getByText('at the foot: hidden 1 not drawn: hidden 2')).toBeInTheDocument();
  const endOfFirstLine = () => {
    const line = screen.container.querySelector('path[stroke*=accent]');
    return Number(/[\d.]+$/.exec(line?.getAttribute('d') ?? '')?.[0]);
  };
  await expect.poll(endOfFirstLine).toBe(130 - 18);
});

test('a pointer reads the nearest row, and every layer of a deep network', async () => {
  const deep = Array.from({ length: 9 }, (_, layer) => `layer ${layer + 1}`);
  const screen = await show(
    [0, 1].map((epoch) => ({ epoch, values: deep.map((_, layer) => 3.4 * 10 ** -layer) })),
    deep,
  );
  await expect.element(screen.getByText('layer 9')).toBeInTheDocument();
  const slider = screen.getByRole('slider').element();
  const around = slider.getBoundingClientRect();
  const card = () => screen.container.querySelector('dl')!;
  for (const [share, epoch] of [
    [0.2, 0],
    [0.4, 0],
    [0.5, 1],
    [0.75, 1],
  ] as const) {
    const place = { clientX: around.left + share * around.width, clientY: around.top + 60 };
    slider.dispatchEvent(new PointerEvent('pointermove', { ...place, bubbles: true }));
    await expect.poll(() => card().textContent).toContain(`epoch${epoch}`);
    for (const name of deep) expect(card().textContent).toContain(name);
    const inside = card().getBoundingClientRect();
    expect(inside.bottom).toBeLessThanOrEqual(around.bottom);
    expect(inside.right).toBeLessThanOrEqual(around.right);
    expect(inside.left).toBeGreaterThanOrEqual(around.left);
  }
});

test('without rows it says so and is no slider', async () => {
  const screen = await show([]);
  await expect.element(screen.getByText('no updates yet')).toBeInTheDocument();
  expect(screen.container.querySelector('[role=slider]')).toBeNull();
});
