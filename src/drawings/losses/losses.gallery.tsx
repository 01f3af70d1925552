/** The loss curves in every state. */
import type { HistoryRow } from '../../engine/training/snapshot';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample } from '../gallery/sample';
import { fixedSource } from '../source';
import { LossCurves } from './LossCurves';
import type { LossScaleKind } from './lossScales';
import type { LossWords } from './lossWords';

const english: LossWords = {
  label: 'Loss',
  epoch: 'epoch',
  train: 'train',
  test: 'test',
  empty: 'no epochs yet',
};
const chinese: LossWords = { label: '损失', epoch: '轮次', train: '训练', test: '测试', empty: '尚未训练' };

const hidden = [{ units: 12, activation: 'tanh' }] as const;
const { history } = createSample({
  dataset: 'moons',
  hidden,
  epochs: 300,
  noise: 0.3,
  withHistory: true,
  columns: 2,
});

function picture(rows: readonly HistoryRow[], scale: LossScaleKind, words = english) {
  return (
    <div style={{ width: 426, height: 130 }}>
      <LossCurves rows={fixedSource(rows)} scale={scale} words={words} />
    </div>
  );
}

/** Ten thousand epochs: the real curve stretched, with a ripple as mini-batches make it. */
const long = Array.from({ length: 10_000 }, (_, epoch): HistoryRow => {
  const row = history[Math.floor((epoch / 10_000) * history.length)]!;
  const ripple = 1 + 0.08 * Math.sin(epoch * 1.7) * Math.sin(epoch * 0.013);
  return {
    ...row,
    epoch,
    trainLoss: row.trainLoss * ripple,
    testLoss: (row.testLoss ?? 0) * (0.95 + 0.05 * ripple),
  };
});

const withoutTest = history.map((row) => ({ ...row, testLoss: null }));
const withGaps = history.map((row, i) => {
  if (i > 50 && i < 100) return { ...row, trainLoss: Number.NaN };
  return i > 250 ? { ...row, testLoss: Number.POSITIVE_INFINITY } : row;
});
const downToZero = history.map((row, i) => (i > 200 ? { ...row, trainLoss: 0 } : row));
const flat = history.map((row) => ({ ...row, trainLoss: 0.25, testLoss: 0.25 }));
const large = history.map((row) => ({
  ...row,
  trainLoss: row.trainLoss * 3e6,
  testLoss: (row.testLoss ?? 0) * 4e6,
}));

export const cases: readonly GalleryCase[] = [
  { id: 'losses-log', title: 'Logarithmic', element: picture(history, 'log') },
  { id: 'losses-linear', title: 'Linear', element: picture(history, 'linear') },
  { id: 'losses-empty', title: 'No rows', element: picture([], 'log') },
  { id: 'losses-one', title: 'One row', element: picture(history.slice(0, 1), 'log') },
  { id: 'losses-two', title: 'Two rows, linear', element: picture(history.slice(0, 2), 'linear') },
  { id: 'losses-10000', title: '10,000 rows', element: picture(long, 'log') },
  { id: 'losses-no-test', title: 'Without test points', element: picture(withoutTest, 'linear') },
  { id: 'losses-nan', title: 'Not finite here and there', element: picture(withGaps, 'log') },
  { id: 'losses-zero', title: 'Down to zero, logarithmic', element: picture(downToZero, 'log') },
  { id: 'losses-flat', title: 'Constant and equal', element: picture(flat, 'log') },
  { id: 'losses-large', title: 'Millions', element: picture(large, 'linear') },
  { id: 'losses-zh', title: 'Chinese', element: picture(history, 'log', chinese) },
];
