/** What the hints of the datasets say of straight lines and planes, held against models that have nothing else. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import type { Dataset, Points } from '../dataset';
import { type DatasetId, datasets } from './index';

type Inputs = (x1: number, x2: number) => readonly number[];
const plain: Inputs = (x1, x2) => [x1, x2];
const squares: Inputs = (x1, x2) => [x1 * x1, x2 * x2];
const withSquare: Inputs = (x1) => [x1, x1 * x1];

function drawn(dataset: Dataset, classes: number): Points {
  const { defaultNoise: noise } = dataset;
  return dataset.generate({ points: 400, noise, classes }, createRandom(3));
}

/** Rows of inputs, each with mean 0 and standard deviation 1, and a 1 for the bias. */
function rowsOf({ x1, x2 }: Points, inputs: Inputs): number[][] {
  const rows = [...x1].map((x, i) => [...inputs(x, x2[i] as number)]);
  for (let j = 0; j < (rows[0]?.length ?? 0); j++) {
    const mean = rows.reduce((sum, row) => sum + (row[j] as number), 0) / rows.length;
    const deviation = Math.sqrt(
      rows.reduce((sum, row) => sum + ((row[j] as number) - mean) ** 2, 0) / rows.length,
    );
    for (const row of rows) row[j] = ((row[j] as number) - mean) / (deviation || 1);
  }
  return rows.map((row) => [...row, 1]);
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** Share of the points that softmax regression gets right after 400 updates of plain gradient descent. */
function softmaxAccuracy(dataset: Dataset, classes = dataset.classes[0], inputs = plain): number {
  const points = drawn(dataset, classes);
  const rows = rowsOf(points, inputs);
  const weights = Array.from({ length: classes }, () => new Array<number>(rows[0]?.length ?? 0).fill(0));
  const logits = (row: readonly number[]) => weights.map((w) => dot(w, row));
  for (let update = 0; update < 400; update++) {
    const outputs = rows.map((row) => {
      const powers = logits(row).map(Math.exp);
      const sum = powers.reduce((a, b) => a + b, 0);
      return powers.map((power) => power / sum);
    });
    weights.forEach((w, k) => {
      const errors = outputs.map((a, i) => (a[k] as number) - (points.y[i] === k ? 1 : 0));
      w.forEach((_, j) => {
        const slope = rows.reduce((sum, row, i) => sum + (errors[i] as number) * (row[j] as number), 0);
        w[j] = (w[j] as number) - slope / rows.length;
      });
    });
  }
  const right = rows.filter((row, i) => {
    const z = logits(row);
    return z.indexOf(Math.max(...z)) === points.y[i];
  });
  return right.length / rows.length;
}

/** Part of the variance of the targets that linear regression explains, by gradient descent on standardised inputs. */
function explained(dataset: Dataset, inputs: Inputs = plain): number {
  const points = drawn(dataset, 0);
  const rows = rowsOf(points, inputs);
  const w = new Array<number>(rows[0]?.length ?? 0).fill(0);
  const errors = () => rows.map((row, i) => dot(w, row) - (points.y[i] as number));
  for (let update = 0; update < 400; update++) {
    const now = errors();
    w.forEach((_, j) => {
      w[j] =
        (w[j] as number) -
        (0.4 / rows.length) * rows.reduce((sum, row, i) => sum + (now[i] as number) * (row[j] as number), 0);
    });
  }
  const mean = points.y.reduce((a, b) => a + b, 0) / points.y.length;
  const square = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value * value, 0);
  return 1 - square(errors()) / square(points.y.map((y) => y - mean));
}

describe('the hints of the datasets', () => {
  const straight: DatasetId[] = [
    'blobs',
    'cornerBlobs',
    'threeBlobs',
    'gaussians',
    'separable',
    'quadrants',
    'pinwheel',
  ];
  it.each(straight)('straight borders separate %s', (id) => {
    for (const classes of new Set(datasets[id].classes)) {
      expect(softmaxAccuracy(datasets[id], classes)).toBeGreaterThan(0.93);
    }
  });

  it('but err on some of two Gaussians', () => {
    expect(softmaxAccuracy(datasets.gaussians)).toBeLessThan(1);
  });

  const bent: DatasetId[] = ['xor', 'circle', 'moons', 'spiral', 'rings', 'checkerboard'];
  it.each(bent)('straight borders do not separate %s', (id) => {
    for (const classes of new Set(datasets[id].classes)) {
      expect(softmaxAccuracy(datasets[id], classes)).toBeLessThan(0.9);
    }
  });

  it('x₁² and x₂² separate a disc and a ring', () => {
    expect(softmaxAccuracy(datasets.circle, 2, squares)).toBeGreaterThan(0.98);
  });

  it.each(['line', 'plane'] as const)('linear regression is enough for the %s', (id) => {
    expect(explained(datasets[id])).toBeGreaterThan(0.85);
  });

  it.each(['parabola', 'sine', 'saddle', 'severalGaussians', 'dailyChange'] as const)(
    'and not for the %s',
    (id) => {
      expect(explained(datasets[id])).toBeLessThan(0.5);
    },
  );

  it('squares fit the parabola and the saddle', () => {
    expect(explained(datasets.parabola, withSquare)).toBeGreaterThan(0.85);
    expect(explained(datasets.saddle, squares)).toBeGreaterThan(0.85);
  });

  it('prices are never negative, changes have both signs', () => {
    expect(Math.min(...drawn(datasets.housePrice, 0).y)).toBeGreaterThanOrEqual(0);
    const changes = drawn(datasets.dailyChange, 0).y;
    expect(Math.min(...changes) * Math.max(...changes)).toBeLessThan(0);
  });
});
