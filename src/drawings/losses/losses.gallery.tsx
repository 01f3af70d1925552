/** The loss curves in every state. */

import { constant } from '../../engine/readableStore';
import type { HistoryRow } from '../../engine/training/snapshot';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample } from '../gallery/sample';
import { LossCurves } from './LossCurves';
import type { LossScaleKind } from './lossScales';
import type { Overlay } from './overlay';
import type { LossWords } from './reading';

const english: LossWords = {
  label: 'Loss',
  epoch: 'epoch',
  train: 'train',
  test: 'test',
  cost: 'cost J',
  empty: 'no epochs yet',
  comma: ', ',
};
const chinese: LossWords = {
  label: '成本',
  epoch: '轮',
  train: '训练',
  test: '测试',
  cost: '成本 J',
  empty: '尚未训练',
  comma: '，',
};

const hidden = [{ units: 12, activation: 'tanh' }] as const;
const { history } = createSample({
  dataset: 'moons',
  hidden,
  epochs: 300,
  noise: 0.3,
  withHistory: true,
  columns: 2,
});

function picture(
  rows: readonly HistoryRow[],
  scale: LossScaleKind,
  words = english,
  overlays: readonly Overlay[] = [],
) {
  return (
    <div style={{ width: 426, height: 130 }}>
      <LossCurves rows={constant(rows)} overlays={overlays} scale={scale} words={words} />
    </div>
  );
}

/** Another run, as if it had learned so much faster or slower, until `last`. */
function other(line: number, label: string, pace: number, last: number): Overlay {
  const points = Array.from({ length: last + 1 }, (_, epoch) => {
    const row = history[Math.min(Math.round(epoch * pace), history.length - 1)]!;
    return { epoch, loss: row.trainLoss * (1 + 0.05 * line) };
  });
  return { line, label, points };
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

const four = [
  other(0, 'A', 0.2, 300),
  other(1, 'B', 0.5, 210),
  other(2, 'C', 2, 150),
  other(3, 'D', 0.08, 300),
];
const long4 = ['categorical cross-entropy', 'squared error', '二元交叉熵损失函数', 'x'].map((label, line) =>
  other(line, label, 0.1 + 0.2 * line, 300),
);
const up = other(1, '10', 1, 60);
const diverging = { ...up, points: up.points.map(({ epoch }) => ({ epoch, loss: 0.7 * 1.3 ** epoch })) };

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
  {
    id: 'losses-one-beside',
    title: 'Beside one kept run',
    element: picture(history, 'log', english, four.slice(0, 1)),
  },
  {
    id: 'losses-four-beside',
    title: 'Beside four, some shorter',
    element: picture(history, 'log', english, four),
  },
  {
    id: 'losses-short-beside',
    title: 'A young run beside four',
    element: picture(history.slice(0, 12), 'linear', english, four),
  },
  { id: 'losses-race', title: 'A race, long names', element: picture([], 'log', english, long4) },
  {
    id: 'losses-race-diverged',
    title: 'A race, one lane diverged',
    element: picture([], 'linear', english, [other(0, '0.1', 1, 300), diverging]),
  },
  { id: 'losses-zh', title: 'Chinese', element: picture(history, 'log', chinese) },
];
