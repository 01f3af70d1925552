/** The loss of an error in the pictures: its curve, which the head computes, and how it is written. */
import { headOf, pointLoss } from '../engine/model/heads';
import { type ErrorLossId, isErrorLoss, type LossChoice, lossOptions } from '../engine/model/losses';

export interface ErrorCurve {
  /** L of an error a − y. */
  readonly at: (error: number) => number;
  /** As mathematics: of one error where it is known, else for all of them. `difference` is a − y as it is written. */
  readonly formula: (difference: string, error: number | null) => string;
}

type Written = (difference: string, error: number | null, options: readonly number[]) => string;

const written: Readonly<Record<ErrorLossId, Written>> = {
  squaredError: (difference) => `½(${difference})²`,
  huber: (difference, error, [delta = Number.NaN]) => {
    if (error === null) return `½(${difference})², δ(|${difference}| − ½δ)`;
    if (!(Math.abs(error) > delta)) return `½(${difference})²`;
    const [factor, half] = [delta, delta / 2].map((value) => Number(value.toPrecision(4)));
    return `${factor}·(|${difference}| − ${half})`;
  },
};

/** null for a loss that measures a probability. */
export function errorCurve(loss: LossChoice): ErrorCurve | null {
  const { id } = loss;
  if (!isErrorLoss(id)) return null;
  const options = lossOptions(loss);
  const head = headOf(id, 'linear', 1);
  return {
    at: (error) =>
      pointLoss(head, { activation: 'linear', logits: [error], outputs: [error], targets: [0] }, options),
    formula: (difference, error) => written[id](difference, error, options),
  };
}
