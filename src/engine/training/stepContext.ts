/**
 * What the next update of a run starts from: weights, state of the optimiser, learning rate, and the points it will see. Handed out
 * on request, to follow an update; the run is not changed.
 */
import type { DeviceState } from '../devices/device';
import type { TrainingSpec } from '../experiment';
import { type BatchPlan, type Cursor, nextUpdates } from './batches';
import { rateAt } from './schedules';

export interface StepContext extends DeviceState {
  /** Epochs completed. */
  readonly epoch: number;
  readonly learningRate: number;
  /** The mini-batch, as indices into the training points; empty without any. */
  readonly batch: Uint32Array;
}

/** Of a run that stands at `position`, a trainer's say, with this state. */
export function stepContext(
  { batches, position }: { readonly batches: BatchPlan; readonly position: Cursor },
  training: TrainingSpec,
  { parameters, slots, optimizerUpdates }: DeviceState,
): StepContext {
  const state = { parameters, slots, optimizerUpdates, epoch: position.epoch };
  const rate = (epoch: number) => rateAt(training, epoch);
  if (batches.points === 0)
    return { ...state, learningRate: rate(position.epoch), batch: new Uint32Array(0) };
  // A separate plan, because the next call of the run's plan overwrites what it has drawn.
  const { updates } = nextUpdates({ ...batches }, position, 1, rate);
  const { order, starts, ends, learningRates } = updates;
  return {
    ...state,
    learningRate: learningRates[0] as number,
    batch: order.slice(starts[0], ends[0]),
  };
}
