/**
 * Regression with one input, drawn as curves y(x₁). Inputs are spread evenly over their range (golden-ratio steps from a
 * random start), targets get Gaussian noise. As with classes, noise and total leave the underlying points alone.
 */
import type { Random } from '../../random';
import type { Dataset, Points } from '../dataset';
import { checkAmounts, type GenerateOptions, GOLDEN_STEP } from './checkAmounts';

interface Curve extends Pick<Dataset, 'id' | 'name' | 'phrase' | 'defaultNoise'> {
  /** x₁ within ±6, y within ±3 unless given. */
  readonly plane?: Dataset['plane'];
  /** 120 unless given. */
  readonly defaultPoints?: number;
  /** The range of the inputs, [low, high), ±5.5 unless given. */
  readonly over?: readonly [number, number];
  readonly target: (x1: number) => number;
  /** Whether noise is folded at zero: the target is then the absolute value of the noisy one. */
  readonly isFolded?: boolean;
}

function curve({ over = [-5.5, 5.5], target, isFolded = false, ...own }: Curve): Dataset {
  return {
    task: 'regression',
    inputs: 1,
    classes: [0, 0],
    plane: { x: [-6, 6], y: [-3, 3] },
    defaultPoints: 120,
    ...own,
    generate: (options, random) => {
      const points = draw(options, random, over, target);
      return isFolded ? { ...points, y: points.y.map(Math.abs) } : points;
    },
  };
}

function draw(
  options: GenerateOptions,
  random: Random,
  [low, high]: readonly [number, number],
  target: (x1: number) => number,
): Points {
  checkAmounts(options);
  const { points, noise } = options;
  const start = random.uniform();
  const x1 = Float64Array.from(
    { length: points },
    (_, i) => low + (high - low) * ((start + i * GOLDEN_STEP) % 1),
  );
  const y = x1.map((x) => target(x) + noise * random.normal());
  return { x1, x2: new Float64Array(points), y };
}

export const curves = {
  /** Clean targets lie between −1.45 and 1.85. */
  line: curve({
    id: 'line',
    name: { en: 'Straight line', zh: '直线' },
    phrase: { en: 'points near a straight line', zh: '直线附近的点' },
    defaultNoise: 0.3,
    target: (x1) => 0.3 * x1 + 0.2,
  }),
  /** Upright; clean targets lie between −1.2 and 1.83. */
  parabola: curve({
    id: 'parabola',
    name: { en: 'Parabola', zh: '抛物线' },
    phrase: { en: 'points near a parabola', zh: '抛物线附近的点' },
    defaultNoise: 0.25,
    target: (x1) => 0.1 * x1 * x1 - 1.2,
  }),
  /** One and three quarters of a wave; clean targets lie between −1.5 and 1.5. */
  sine: curve({
    id: 'sine',
    name: { en: 'Sine wave', zh: '正弦波' },
    phrase: { en: 'points near a sine wave', zh: '正弦波附近的点' },
    defaultNoise: 0.2,
    target: (x1) => 1.5 * Math.sin(x1),
  }),
  /** A jump from −1 to 1 at x₁ = 0: what a steep sigmoid or tanh does best. */
  step: curve({
    id: 'step',
    name: { en: 'Step', zh: '阶跃' },
    phrase: { en: 'points near a step', zh: '阶跃曲线附近的点' },
    defaultNoise: 0.15,
    target: (x1) => (x1 < 0 ? -1 : 1),
  }),
  /**
   * Never negative: what a ReLU output is for. x₁ is the area in 100 m², the target the price in millions, clean between
   * 0.18 and 2.0. Folded noise keeps its unit and leaves any price ≥ 0.
   */
  housePrice: curve({
    id: 'housePrice',
    name: { en: 'House price', zh: '房价' },
    phrase: { en: 'house prices', zh: '房价' },
    plane: { x: [0, 3], y: [-0.5, 2.5] },
    defaultNoise: 0.15,
    over: [0.2, 2.8],
    target: (area) => 0.1 + 0.4 * area + 0.1 * area * area,
    isFolded: true,
  }),
  /**
   * As often negative as positive: what a linear output is for. x₁ is the time in weeks from today, the target the day's
   * change in per cent, a slow swing with a faster ripple; clean targets lie between −1.5 and 1.5.
   */
  dailyChange: curve({
    id: 'dailyChange',
    name: { en: 'Daily change', zh: '日涨跌' },
    phrase: { en: 'daily changes', zh: '日涨跌' },
    defaultNoise: 0.25,
    defaultPoints: 160,
    target: (weeks) => Math.sin(0.9 * weeks) + 0.5 * Math.sin(2.1 * weeks + 0.6),
  }),
} satisfies Record<string, Dataset>;
