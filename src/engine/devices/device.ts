/**
 * The contract of everything that trains. A device owns one network on one set of training points; it runs many updates per call
 * without reading anything back, evaluates all units over many points at once, and reads or writes its whole state.
 */
import type { LossSpec, TrainingSpec } from '../experiment';
import type { LossChoice } from '../model/losses';
import type { NetworkPlan } from '../model/network';
import type { DrawPermutations } from '../random';

export type DeviceId = 'wasm' | 'webgl' | 'reference';

/**
 * Called between two pieces of long work, of some tens of milliseconds each; lets a worker read its messages. Rejects with `Interrupted`
 * where the work is no longer wanted: an update that had begun is then as if it had not.
 */
export type LookUp = (work: 'update' | 'answer') => Promise<void>;

/** Work was given up before its end; nothing has changed. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

/** What is fixed for the life of a device. Typed arrays are kept, not copied. */
export interface DeviceJob {
  readonly network: NetworkPlan;
  readonly loss: LossChoice;
  /** [point][feature] */
  readonly inputs: Float32Array;
  /** [point][output unit] */
  readonly targets: Float32Array;
  readonly points: number;
  /** Without it long work is done in one go. In a call of several updates these are taken to be short. */
  readonly lookUp?: LookUp | undefined;
  /** Called before what nothing can interrupt and may take many seconds. */
  readonly announce?: (() => void) | undefined;
}

/** What may change between two calls of `train`. */
export interface UpdateSettings {
  readonly optimizer: TrainingSpec['optimizer'];
  readonly l1: LossSpec['l1'];
  readonly l2: LossSpec['l2'];
  readonly clipNorm: TrainingSpec['clipNorm'];
  /**
   * 1 for each weight and bias that keeps its value to the bit [parameterCount]; null where none does. The gradient of those counts
   * as 0, for the norm that clipping looks at too, and their slots go on by the rule with it. The same array for every call as long
   * as nothing changes, so that a device need not read it again.
   */
  readonly frozen: Uint8Array | null;
}

/** Consecutive updates, possibly over several epochs. */
export interface Updates {
  /**
   * Indices of training points. Where one batch holds all points it is the same array for every call, so that a device need not
   * read it again.
   */
  readonly order: Uint32Array;
  /** Update k sees `order` from `starts[k]` to before `ends[k]`; batches need not be equally long, none is empty. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Learning rate of update k. */
  readonly learningRates: Float64Array;
}

/** Everything training changes. Optimiser slots have the layout of the parameters; updates count from 0. */
export interface DeviceState {
  readonly parameters: Float32Array;
  readonly slots: readonly Float32Array[];
  /** Updates the optimiser has seen since its state began. */
  readonly optimizerUpdates: number;
}

export interface Device {
  readonly id: DeviceId;
  /** Runs the updates in order on the state last written; resolves when they are done. */
  train(updates: Updates, tuning: UpdateSettings): Promise<void>;
  /**
   * Activations for `points` rows of `inputs` [point][feature]: of the output layer, or of every unit of every layer in order.
   * Answers [unit][point].
   */
  evaluate(inputs: Float32Array, points: number, units: 'outputs' | 'all'): Promise<Float32Array>;
  /** Logits of the output layer for `points` rows of `inputs`, from which losses are measured stably. [unit][point] */
  logits(inputs: Float32Array, points: number): Promise<Float32Array>;
  /** The permutations of `random`, from a device that draws the same ones faster. */
  readonly drawPermutations?: DrawPermutations;
  read(): Promise<DeviceState>;
  write(state: DeviceState): Promise<void>;
  /** Frees everything; the device must not be used afterwards. */
  dispose(): void;
}

/** Who takes the job of a device that cannot be had, is lost or falls silent; null after the last resort. */
export function successorOf(id: DeviceId): DeviceId | null {
  if (id === 'reference') return null;
  return id === 'webgl' ? 'wasm' : 'reference';
}

/** The device is gone and its state with it (context lost, no float textures, no context to be had). */
export class DeviceLostError extends Error {
  constructor(
    readonly device: DeviceId,
    readonly reason: 'contextLost' | 'unavailable',
  ) {
    super(`${device}: ${reason}`);
    this.name = 'DeviceLostError';
  }
}
