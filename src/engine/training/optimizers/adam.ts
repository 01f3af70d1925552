import type { Ops } from '../../model/ops';
import { beta1, beta2, epsilon } from './hyperparameters';
import { type Optimizer, option, type RuleInput, type RuleOutput } from './optimizer';

/**
 * Kingma & Ba 2015, the form at the end of their section 2 (as Keras): the bias correction is folded into the step size, which
 * is computed in float64 because 1 − β₂ᵗ cancels in float32.
 */
export function adamRule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [mean, square] = input.slots as readonly [T, T];
  const [b1, b2] = [option(input.options, 'beta1'), option(input.options, 'beta2')];
  const g2 = ops.multiply(input.gradient, input.gradient);
  const nextMean = ops.add(mean, ops.scale(ops.subtract(input.gradient, mean), 1 - b1));
  const nextSquare = ops.add(square, ops.scale(ops.subtract(g2, square), 1 - b2));
  const stepSize = (input.learningRate * Math.sqrt(1 - b2 ** input.update)) / (1 - b1 ** input.update);
  const root = ops.shift(ops.sqrt(nextSquare), option(input.options, 'epsilon'));
  const step = ops.divide(ops.scale(nextMean, stepSize), root);
  return { weight: ops.subtract(input.weight, step), slots: [nextMean, nextSquare] };
}

export const adam = {
  id: 'adam',
  name: { en: 'Adam', zh: 'Adam' },
  formula:
    'v \\leftarrow \\beta_1 v + (1 - \\beta_1) g,\\quad s \\leftarrow \\beta_2 s + (1 - \\beta_2) g^2,\\quad ' +
    'w \\leftarrow w - \\alpha \\frac{\\sqrt{1 - \\beta_2^t}}{1 - \\beta_1^t} \\frac{v}{\\sqrt{s} + \\varepsilon}',
  keras: 'Adam',
  hyperparameters: [beta1, beta2, epsilon],
  initialSlots: [0, 0],
  rule: adamRule,
} as const satisfies Optimizer;
