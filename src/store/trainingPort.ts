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
  /** So many updates, or to the end of so many epochs, then rest. */
  step(unit: 'update' | 'epoch', times: number): number;
  setWeights(changes: readonly WeightChange[]): number;
  /** Goes to the checkpoint nearest to `epoch`, at rest. */
  seek(epoch: number): number;
  /** Asks what the next update starts from. */
  inspectStep(): number;
  /** The run at work waits as it stands; what follows is for another, which begins with `start`. */
  setAside(): void;
  /** Ends that other run; the one that waited is at work again. */
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
