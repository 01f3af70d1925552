/**
 * What the store asks of training. What happens once is a call, not a change of the state; `app/connect` carries it to a worker. Each
 * call answers the number of its command: numbers ascend, and a snapshot says the last one that it has seen.
 */
import type { WeightChange } from '../engine/training/snapshot';

export interface TrainingPort {
  /** Begins the run that the state describes, from initial weights; the one before it is over. */
  start(): number;
  /** The run goes on with the settings of the document. */
  retune(): number;
  play(): number;
  pause(): number;
  /** Trains `times` updates, or to the end of `times` epochs, then pauses. */
  step(unit: 'update' | 'epoch', times: number): number;
  setWeights(changes: readonly WeightChange[]): number;
  /** Goes to the checkpoint nearest to `epoch`, at rest. */
  seek(epoch: number): number;
  /** Asks what the next update starts from. */
  inspectStep(): number;
  /** Suspends the present run; the next calls are for another one, which begins with `start`. */
  setAside(): void;
  /** Ends the other run and continues the suspended one. */
  takeBack(): void;
}

/** Trains nothing; before the page is connected, and where there is no worker at all. */
export const noTraining: TrainingPort = {
  start: () => 0,
  retune: () => 0,
  play: () => 0,
  pause: () => 0,
  step: () => 0,
  setWeights: () => 0,
  seek: () => 0,
  inspectStep: () => 0,
  setAside: () => {},
  takeBack: () => {},
};
