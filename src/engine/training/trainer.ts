/**
 * Trains one experiment on a device: epochs, batches, schedule, stop rules, divergence, metrics and snapshots. Knows no worker and
 * no clock; whoever drives it decides how many updates to run and when to look.
 */
import { type PreparedData, prepareData } from '../data/prepare';
import { createDevice, type DeviceChoice } from '../devices/createDevice';
import { type Device, DeviceLostError, type DeviceState } from '../devices/device';
import type { Experiment } from '../experiment';
import { type Measurement, measure, penaltyOf } from '../model/metrics';
import { initialParameters, type NetworkPlan, planNetwork } from '../model/network';
import { targetsOf } from '../model/prediction';
import { type BatchPlan, type Cursor, nextUpdates, planBatches } from './batches';
import { createMaps, type MapSizes, type Maps } from './maps';
import { optimizers } from './optimizers';
import { schedules } from './schedules';
import type { Metrics, Snapshot } from './snapshot';
import { epochsReached, judge, noProgress, type Progress, type StopReason, watchesLoss } from './stopRules';

/** Why training cannot go on. */
export type Halt = StopReason | 'diverged' | 'noPoints';

/** Where a run stands, apart from the weights. */
interface Position extends Cursor {
  readonly updates: number;
}

/** Enough to go on from here on any device. */
interface Checkpoint {
  readonly position: Position;
  readonly state: DeviceState;
}

type Fallback = DeviceLostError['reason'];

/** Where an interrupted run goes on: its weights, with fresh optimiser state. */
export interface Resume {
  readonly parameters: Float32Array;
  readonly epoch: number;
  readonly updates: number;
}

export interface TrainerOptions {
  readonly device: DeviceChoice;
  readonly resume?: Resume | undefined;
  /** Called when WebGL cannot be had, or is lost in mid-run, and the reference device took over. */
  readonly onFallback: (reason: Fallback) => void;
}

export type TrainerSnapshot = Omit<Snapshot, 'runId' | 'epochsPerSecond'>;

/** One part of the data as the devices and the metrics want it. */
interface DataPart {
  readonly points: number;
  /** [point][feature] */
  readonly inputs: Float32Array;
  /** [point][output unit] */
  readonly targets: Float32Array;
  /** Class index or real target. [point] */
  readonly labels: Float64Array;
}

export class Trainer {
  readonly data: PreparedData;
  readonly network: NetworkPlan;
  readonly batches: BatchPlan;
  private readonly train: DataPart;
  private readonly test: DataPart;
  private readonly maps: Maps;
  private device!: Device;
  private checkpoint: Checkpoint;
  private progress: Progress = noProgress;
  private where: Position = { epoch: 0, batch: 0, updates: 0 };

  /** Builds everything and opens the device; starts from the initial weights of the document. */
  static async create(experiment: Experiment, options: TrainerOptions): Promise<Trainer> {
    const trainer = new Trainer(experiment, options);
    const fallback = await trainer.open(options.device, trainer.checkpoint.state);
    if (fallback) options.onFallback(fallback);
    return trainer;
  }

  private constructor(
    private experiment: Experiment,
    private readonly options: TrainerOptions,
  ) {
    const { data, model, training } = experiment;
    this.data = prepareData(data);
    this.network = planNetwork(model, data, this.data.inputMap.width);
    this.train = this.part(this.data.split.train);
    this.test = this.part(this.data.split.test);
    this.batches = planBatches(this.train.points, training.batchSize, training.shuffleSeed);
    this.maps = createMaps(data, this.data.inputMap, this.network);
    const { resume } = options;
    if (resume) this.where = { epoch: resume.epoch, batch: 0, updates: resume.updates };
    const parameters = resume?.parameters ?? initialParameters(this.network, model);
    this.checkpoint = {
      position: this.where,
      state: { parameters, slots: this.freshSlots(), optimizerUpdates: 0 },
    };
  }

  get position(): Position {
    return this.where;
  }

  get deviceId(): Device['id'] {
    return this.device.id;
  }

  /** Runs up to `count` updates; fewer when a rule stops it, which it then answers. */
  run(count: number): Promise<Halt | null> {
    return this.guarded(() => this.advance(count));
  }

  /** Takes over settings that need no restart (see `planChange`); a changed optimiser starts with fresh state. */
  async retune(next: Experiment): Promise<void> {
    const startsAfresh = next.training.optimizer.id !== this.experiment.training.optimizer.id;
    this.experiment = next;
    if (!startsAfresh) return;
    // Whoever goes back to the checkpoint must not meet the state of another optimiser there.
    const { position, state } = this.checkpoint;
    this.checkpoint = { position, state: { ...state, slots: this.freshSlots(), optimizerUpdates: 0 } };
    await this.guarded(async () => {
      const { parameters } = await this.device.read();
      await this.device.write({ parameters, slots: this.freshSlots(), optimizerUpdates: 0 });
    });
  }

  /** Moves the run to another device, weights and optimiser state included. */
  async moveTo(choice: DeviceChoice): Promise<void> {
    await this.guarded(async () => {
      const state = await this.device.read();
      this.device.dispose();
      const fallback = await this.open(choice, state);
      if (fallback) this.options.onFallback(fallback);
    });
  }

  /** Everything that training has changed so far. */
  readState(): Promise<DeviceState> {
    return this.guarded(() => this.device.read());
  }

  /** Lets a plateau rule that has stopped the run look again from here. */
  resume(): void {
    this.progress = { ...this.progress, bestEpoch: this.where.epoch };
  }

  /**
   * Measures everything at this moment. When a loss or a weight is no longer finite, the last finite weights are put back first
   * and `diverged` says so.
   */
  snapshot(sizes: MapSizes): Promise<{ snapshot: TrainerSnapshot; diverged: boolean }> {
    return this.guarded(async () => {
      const seen = await this.look(sizes);
      if (seen) return { snapshot: seen, diverged: false };
      await this.device.write(this.checkpoint.state);
      this.where = this.checkpoint.position;
      return { snapshot: await this.picture(sizes), diverged: true };
    });
  }

  /** Loss and accuracy of both parts; cheaper than a snapshot. */
  measure(): Promise<{ train: Metrics | null; test: Metrics | null }> {
    return this.guarded(async () => ({
      train: (await this.measurePart(this.train)).metrics,
      test: (await this.measurePart(this.test)).metrics,
    }));
  }

  dispose(): void {
    this.device.dispose();
  }

  private part(indices: Uint32Array): DataPart {
    const { points, inputMap } = this.data;
    const column = (values: Float64Array) => Float64Array.from(indices, (i) => values[i] as number);
    return {
      points: indices.length,
      inputs: inputMap.fill(column(points.x1), column(points.x2)),
      targets: targetsOf(this.experiment.data.task, points.y, indices, this.network.outputs),
      labels: column(points.y),
    };
  }

  private freshSlots(): Float32Array[] {
    const { initialSlots } = optimizers[this.experiment.training.optimizer.id];
    return initialSlots.map((value) => new Float32Array(this.network.parameterCount).fill(value));
  }

  private async open(choice: DeviceChoice, state: DeviceState): Promise<Fallback | null> {
    const { inputs, targets, points } = this.train;
    const job = { network: this.network, loss: this.experiment.loss.id, inputs, targets, points };
    const { device, fallback } = createDevice(choice, job);
    this.device = device;
    try {
      await device.write(state);
    } catch (error) {
      if (!(error instanceof DeviceLostError)) throw error;
      device.dispose();
      await this.open('reference', state);
      return error.reason;
    }
    return fallback;
  }

  /** Runs `work`; if the device is lost on the way, goes on with the reference device from the last checkpoint. */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DeviceLostError)) throw error;
      this.device.dispose();
      this.where = this.checkpoint.position;
      await this.open('reference', this.checkpoint.state);
      this.options.onFallback(error.reason);
      return work();
    }
  }

  private rateOf(epoch: number): number {
    const { learningRate, schedule } = this.experiment.training;
    return schedules[schedule.id].rate(learningRate, epoch, schedule.options);
  }

  private async advance(count: number): Promise<Halt | null> {
    const { training, loss } = this.experiment;
    if (this.batches.points === 0) return 'noPoints';
    let left = count;
    while (left > 0) {
      if (epochsReached(training.stop, this.where.epoch)) return 'epochs';
      const chunk = this.allowed(left);
      const { updates, end } = nextUpdates(this.batches, this.where, chunk, (epoch) => this.rateOf(epoch));
      const { optimizer, clipNorm } = training;
      await this.device.train(updates, { optimizer, l1: loss.l1, l2: loss.l2, clipNorm });
      this.where = { ...end, updates: this.where.updates + chunk };
      left -= chunk;
      const halt = await this.judgeEpoch();
      if (halt) return halt;
    }
    return epochsReached(training.stop, this.where.epoch) ? 'epochs' : null;
  }

  /** How many of `count` updates may run before a stop rule has to be asked. */
  private allowed(count: number): number {
    const { stop } = this.experiment.training;
    const { epoch, batch } = this.where;
    if (watchesLoss(stop)) return Math.min(count, this.batches.perEpoch - batch);
    if (stop.epochs === null) return count;
    return Math.min(count, (stop.epochs - epoch) * this.batches.perEpoch - batch);
  }

  private async judgeEpoch(): Promise<Halt | null> {
    const { stop } = this.experiment.training;
    if (this.where.batch !== 0 || !watchesLoss(stop)) return null;
    const { metrics } = await this.measurePart(this.train);
    const loss = metrics?.loss ?? Number.NaN;
    if (!Number.isFinite(loss)) return 'diverged';
    const verdict = judge(stop, this.progress, this.where.epoch, loss);
    this.progress = verdict.progress;
    return verdict.stop;
  }

  private async measurePart(part: DataPart): Promise<Measurement> {
    const logits = part.points > 0 ? await this.device.logits(part.inputs, part.points) : new Float32Array(0);
    const { data, loss } = this.experiment;
    const classes = data.task === 'classification' ? data.classes : null;
    return measure(this.network, loss.id, classes, { ...part, logits });
  }

  /** A snapshot whose state becomes the checkpoint; null when something in it is no longer finite. */
  private async look(sizes: MapSizes): Promise<TrainerSnapshot | null> {
    const state = await this.device.read();
    if (!state.parameters.every(Number.isFinite)) return null;
    const snapshot = await this.picture(sizes, state);
    const losses = [snapshot.train?.loss ?? 0, snapshot.test?.loss ?? 0];
    if (!losses.every(Number.isFinite)) return null;
    this.checkpoint = { position: this.where, state };
    return snapshot;
  }

  private async picture(sizes: MapSizes, known?: DeviceState): Promise<TrainerSnapshot> {
    const state = known ?? (await this.device.read());
    const train = await this.measurePart(this.train);
    const test = await this.measurePart(this.test);
    const maps = await this.maps.evaluate(this.device, sizes);
    return {
      device: this.device.id,
      epoch: this.where.epoch,
      updates: this.where.updates,
      learningRate: this.rateOf(this.where.epoch),
      train: train.metrics,
      test: test.metrics,
      penalty: penaltyOf(this.network, state.parameters, this.experiment.loss),
      // A copy: the snapshot is given away, the checkpoint stays.
      parameters: state.parameters.slice(),
      ...maps,
      predictions: scatter(this.data, train.predictions, test.predictions),
    };
  }
}

/** Predictions of both parts in the order of the data. [point] */
function scatter({ split, points }: PreparedData, train: Float32Array, test: Float32Array): Float32Array {
  const predictions = new Float32Array(points.y.length);
  split.train.forEach((index, i) => {
    predictions[index] = train[i] as number;
  });
  split.test.forEach((index, i) => {
    predictions[index] = test[i] as number;
  });
  return predictions;
}
