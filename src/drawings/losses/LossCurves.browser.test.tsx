import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { HistoryRow } from '../../engine/training/snapshot';
import { fixedSource } from '../source';
import { LossCurves } from './LossCurves';

const words = { label: 'Loss', epoch: 'epoch', train: 'train', test: 'test', empty: 'no epochs yet' };
const rows = [0, 1, 2, 3].map(
  (epoch): HistoryRow => ({
    epoch,
    trainLoss: 1 / (epoch + 1),
    testLoss: 2 / (epoch + 1),
    trainAccuracy: null,
    testAccuracy: null,
  }),
);

const show = (history: readonly HistoryRow[]) =>
  render(
    <div style={{ width: 300, height: 120 }}>
      <LossCurves rows={fixedSource(history)} scale="linear" words={words} />
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
