/**
 * Trains one experiment on a device: epochs, batches, schedule, stop rules, divergence, metrics and snapshots. Knows no worker and
 * no clock; whoever drives it decides how many updates to run and when to look.
 */
import { type PreparedData, prepareData } from '../data/prepare';
import type { DeviceChoice } from '../devices/createDevice';
import type { Device, DeviceId, DeviceJob, DeviceState, Tuning } from '../devices/device';
import type { Rehearsal } from '../devices/probe';
import type { Experiment } from '../experiment';
import { type Measurement, measure, penaltyOf } from '../model/metrics';
import { initialParameters, type NetworkPlan, planNetwork } from '../model/network';
import { type BatchPlan, type Cursor, nextUpdates, planBatches, updatesAtOnce } from './batches';
import { DeviceHolder, type Fallback } from './deviceHolder';
import { createMaps, type MapSizes, type Maps } from './maps';
import { optimizers } from './optimizers';
import { type DataPart, type Parts, partsOf, scatter } from './parts';
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

/** Where an interrupted run goes on: its weights, with fresh optimiser state. */
export interface Resume {
  readonly parameters: Float32Array;
  readonly epoch: number;
  readonly updates: number;
}

export interface TrainerOptions {
  readonly device: DeviceChoice;
  readonly resume?: Resume | undefined;
  /** Called when another device took over than the one that was asked for or at work. */
  readonly onFallback: (fallback: Fallback) => void;
}

export type TrainerSnapshot = Omit<Snapshot, 'runId' | 'epochsPerSecond'>;

export class Trainer {
  readonly data: PreparedData;
  readonly network: NetworkPlan;
  readonly batches: BatchPlan;
  readonly job: DeviceJob;
  private readonly parts: Parts<DataPart>;
  private readonly maps: Maps;
  private readonly holder: DeviceHolder;
  private checkpoint: Checkpoint;
  private progress: Progress = noProgress;
  private where: Position = { epoch: 0, batch: 0, updates: 0 };

  /** Builds everything and opens the device; starts from the initial weights of the document. */
  static async create(experiment: Experiment, options: TrainerOptions): Promise<Trainer> {
    const trainer = new Trainer(experiment, options);
    await trainer.holder.open(options.device, trainer.checkpoint.state);
    return trainer;
  }

  private constructor(
    private experiment: Experiment,
    options: TrainerOptions,
  ) {
    const { data, model, training } = experiment;
    this.data = prepareData(data);
    this.network = planNetwork(model, data, this.data.inputMap.width);
    this.parts = partsOf(this.data, this.network, data.task);
    const { inputs, targets, points } = this.parts.train;
    this.job = { network: this.network, loss: experiment.loss.id, inputs, targets, points };
    this.batches = planBatches(points, training.batchSize, training.shuffleSeed);
    this.maps = createMaps(data, this.data.inputMap, this.network);
    this.holder = new DeviceHolder(this.job, options.onFallback);
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

  get deviceId(): DeviceId {
    return this.device.id;
  }

  private get device(): Device {
    return this.holder.device;
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
    await this.holder.open(choice, await this.readState());
  }

  /** Moves the run to a device that was opened for `job`; false where that one fails and the run stays where it is. */
  async adopt(device: Device): Promise<boolean> {
    return this.holder.adopt(device, await this.readState());
  }

  /** The updates to come, from the last checkpoint on, for devices to be timed on; the run does not notice. */
  rehearse(): Rehearsal {
    let cursor: Cursor = this.checkpoint.position;
    // A plan of its own, for the order of the epoch at work is kept by plan.
    const batches = { ...this.batches };
    const { experiment } = this;
    return {
      job: this.job,
      tuning: this.tuning(),
      state: this.checkpoint.state,
      batchPoints: batches.size,
      next: (count) => {
        const { updates, end } = nextUpdates(batches, cursor, count, (epoch) => rateOf(experiment, epoch));
        cursor = end;
        return updates;
      },
    };
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
      train: (await this.measurePart('train')).metrics,
      test: (await this.measurePart('test')).metrics,
    }));
  }

  dispose(): void {
    this.device.dispose();
  }

  private freshSlots(): Float32Array[] {
    const { initialSlots } = optimizers[this.experiment.training.optimizer.id];
    return initialSlots.map((value) => new Float32Array(this.network.parameterCount).fill(value));
  }

  private tuning(): Tuning {
    const { training, loss } = this.experiment;
    return { optimizer: training.optimizer, l1: loss.l1, l2: loss.l2, clipNorm: training.clipNorm };
  }

  /** Runs `work`; if the device is lost on the way, goes on with the next best one from the last checkpoint. */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.holder.replace(error, this.checkpoint.state);
      this.where = this.checkpoint.position;
      return this.guarded(work);
    }
  }

  private async advance(count: number): Promise<Halt | null> {
    const { training } = this.experiment;
    if (this.batches.points === 0) return 'noPoints';
    let left = count;
    while (left > 0) {
      if (epochsReached(training.stop, this.where.epoch)) return 'epochs';
      const chunk = this.allowed(left);
      const rate = (epoch: number) => rateOf(this.experiment, epoch);
      const { updates, end } = nextUpdates(
        this.batches,
        this.where,
        chunk,
        rate,
        this.device.drawPermutations,
      );
      await this.device.train(updates, this.tuning());
      this.where = { ...end, updates: this.where.updates + chunk };
      left -= chunk;
      const halt = await this.judgeEpoch();
      if (halt) return halt;
    }
    return epochsReached(training.stop, this.where.epoch) ? 'epochs' : null;
  }

  /** How many of `count` updates are to be planned at once, and may run before a stop rule has to be asked. */
  private allowed(count: number): number {
    const { stop } = this.experiment.training;
    const { epoch, batch } = this.where;
    const most = Math.min(count, updatesAtOnce(this.batches));
    if (watchesLoss(stop)) return Math.min(most, this.batches.perEpoch - batch);
    if (stop.epochs === null) return most;
    return Math.min(most, (stop.epochs - epoch) * this.batches.perEpoch - batch);
  }

  private async judgeEpoch(): Promise<Halt | null> {
    const { stop } = this.experiment.training;
    if (this.where.batch !== 0 || !watchesLoss(stop)) return null;
    const { metrics } = await this.measurePart('train');
    const loss = metrics?.loss ?? Number.NaN;
    if (!Number.isFinite(loss)) return 'diverged';
    const verdict = judge(stop, this.progress, this.where.epoch, loss);
    this.progress = verdict.progress;
    return verdict.stop;
  }

  private async measurePart(which: keyof Parts<DataPart>): Promise<Measurement> {
    const part = this.parts[which];
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
    const train = await this.measurePart('train');
    const test = await this.measurePart('test');
    const maps = await this.maps.evaluate(this.device, sizes);
    return {
      device: this.device.id,
      epoch: this.where.epoch,
      updates: this.where.updates,
      learningRate: rateOf(this.experiment, this.where.epoch),
      train: train.metrics,
      test: test.metrics,
      penalty: penaltyOf(this.network, state.parameters, this.experiment.loss),
      // A copy: the snapshot is given away, the checkpoint stays.
      parameters: state.parameters.slice(),
      ...maps,
      predictions: scatter(this.data, { train: train.predictions, test: test.predictions }),
    };
  }
}

function rateOf({ training: { learningRate, schedule } }: Experiment, epoch: number): number {
  return schedules[schedule.id].rate(learningRate, epoch, schedule.options);
}
