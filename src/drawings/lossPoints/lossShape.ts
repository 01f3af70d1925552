/**
 * What the loss of a point is drawn over, and its curve: −log a of the true class, −log f and −log(1 − f) of a single unit, or the
 * curve of an error. A loss that looks at several units lies above the curve of the true class.
 */
import type { Task } from '../../engine/data/dataset';
import type { OutputActivationId } from '../../engine/model/activations';
import { headOf } from '../../engine/model/heads';
import type { LossChoice } from '../../engine/model/losses';
import { clipProbability } from '../../engine/model/losses/loss';
import { type ErrorCurve, errorCurve } from '../errorCurve';

export interface LossShape {
  readonly kind: 'trueClass' | 'binary' | 'error';
  /** Of a loss that measures an error. */
  readonly error: ErrorCurve | null;
  readonly task: Task;
  /** The output has a single unit, f. */
  readonly isSingle: boolean;
  /** Outputs lie between 0 and 1; others are kept there before a logarithm is taken. */
  readonly isProbability: boolean;
  /** The loss has terms of other units besides, which the curve has not. */
  readonly offCurve: boolean;
}

export function lossShape(
  loss: LossChoice,
  activation: OutputActivationId,
  units: number,
  task: Task,
): LossShape {
  const isSingle = units === 1;
  const logarithm = isSingle ? 'binary' : 'trueClass';
  const { looksAt } = headOf(loss.id, activation, units);
  const error = errorCurve(loss);
  return {
    kind: error ? 'error' : logarithm,
    error,
    task,
    isSingle,
    isProbability: activation === 'sigmoid' || activation === 'softmax',
    offCurve: !isSingle && looksAt === 'everyUnit',
  };
}

/** Where a point lies along the axis, from its answer (see `Snapshot.answers`) and its class or target. */
export function placeAlong({ error, isSingle }: LossShape, answer: number, y: number): number {
  if (!error) return answer;
  return answer - (isSingle ? y : 1);
}

/** A curve of the picture; of `target` where a single unit has one for each class. */
export interface LossCurve {
  readonly formula: string;
  readonly target: 0 | 1 | null;
  readonly at: (x: number) => number;
}

export function curvesOf({ kind, error, isSingle, isProbability }: LossShape): LossCurve[] {
  if (error) {
    return [{ formula: error.formula(isSingle ? 'f − y' : 'a − 1', null), target: null, at: error.at }];
  }
  const log = (p: number) => -Math.log(isProbability ? Math.max(p, 0) : clipProbability(p));
  if (kind === 'trueClass') return [{ formula: '−log a', target: null, at: log }];
  return [
    { formula: '−log f', target: 1, at: log },
    { formula: '−log(1 − f)', target: 0, at: (x) => log(1 - x) },
  ];
}
