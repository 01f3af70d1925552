import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { constant } from '../../engine/readableStore';
import type { HistoryRow } from '../../engine/training/snapshot';
import { LossCurves } from './LossCurves';
import type { Overlay } from './overlay';

const words = {
  label: 'Loss',
  epoch: 'epoch',
  train: 'train',
  test: 'test',
  cost: 'cost J',
  empty: 'no epochs yet',
  comma: ', ',
};
const rows = [0, 1, 2, 3].map(
  (epoch): HistoryRow => ({
    epoch,
    trainLoss: 1 / (epoch + 1),
    testLoss: 2 / (epoch + 1),
    trainAccuracy: null,
    testAccuracy: null,
  }),
);

const show = (history: readonly HistoryRow[], overlays: readonly Overlay[] = []) =>
  render(
    <div style={{ width: 300, height: 120 }}>
      <LossCurves rows={constant(history)} overlays={overlays} scale="linear" words={words} />
    </div>,
  );

test('arrow keys read the rows off, Escape stops', async () => {
  const screen = await show(rows);
  const slider = screen.getByRole('slider', { name: 'Loss' });
  await userEvent.tab();
  await expect.element(slider).toHaveFocus();
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'epoch 3, train 0.25, test 0.5');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'epoch 1, train 0.5, test 1');
  expect(screen.container.querySelector('dl')?.textContent).toBe('epoch1train0.5test1');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.container.querySelector('dl')).toBeNull();
});

test('both lines carry their names, which do not overlap', async () => {
  const screen = await show(rows.map((row) => ({ ...row, testLoss: row.trainLoss })));
  await expect.element(screen.getByText('train')).toBeInTheDocument();
  const [train, testLabel] = ['train', 'test'].map((word) =>
    screen.getByText(word).element().getBoundingClientRect(),
  );
  const [upper, lower] = train!.top < testLabel!.top ? [train!, testLabel!] : [testLabel!, train!];
  expect(lower.top).toBeGreaterThanOrEqual(upper.bottom - 3);
});

test('without rows it says so and is no slider', async () => {
  const screen = await show([]);
  await expect.element(screen.getByText('no epochs yet')).toBeInTheDocument();
  expect(screen.container.querySelector('[role=slider]')).toBeNull();
});

const overlay = (line: number, label: string, losses: readonly number[]): Overlay => ({
  line,
  label,
  points: losses.map((loss, epoch) => ({ epoch, loss })),
});

test('further curves are read with the run, as far as they go', async () => {
  const screen = await show(rows, [overlay(0, 'A', [3, 2]), overlay(1, 'B', [4, 4, 4, 4])]);
  const slider = screen.getByRole('slider', { name: 'Loss' });
  await userEvent.tab();
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'epoch 3, train 0.25, test 0.5, B 4');
  await userEvent.keyboard('{Home}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'epoch 0, train 1, test 2, A 3, B 4');
});

test('without a run they are the picture, and are read by the longest', async () => {
  const screen = await show([], [overlay(0, 'sigmoid', [3, 2]), overlay(1, 'ReLU', [3, 2, 1])]);
  const slider = screen.getByRole('slider', { name: 'Loss' });
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'epoch 2, ReLU 1');
  expect(screen.getByText('no epochs yet').query()).toBeNull();
});

test('each has a look and a name of its own, and names do not lie on each other', async () => {
  const flat = ['A', 'B', 'C', 'D'].map((label, line) => overlay(line, label, [1, 1, 1, 1]));
  const screen = await show(rows, flat);
  await expect.element(screen.getByText('train')).toBeInTheDocument();
  const looks = [...screen.container.querySelectorAll('path')].map((path) =>
    path.getAttribute('stroke-dasharray'),
  );
  expect(looks.filter(Boolean)).toHaveLength(4);
  expect(new Set(looks.filter(Boolean)).size).toBe(4);
  const tops = ['train', 'test', 'A', 'B', 'C', 'D'].map(
    (word) => screen.getByText(word, { exact: true }).element().getBoundingClientRect().top,
  );
  tops.sort((a, b) => a - b);
  for (let i = 1; i < tops.length; i++) expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(12);
});
