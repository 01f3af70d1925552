/**
 * Trains one experiment on a device: epochs, batches, schedule, stop rules, divergence, metrics and snapshots. Knows no worker and
 * no clock; its caller decides how many updates to run and when to look.
 */
import { type PreparedData, prepareData } from '../data/prepareData';
import type { Rehearsal } from '../devices/benchmark';
import type { DeviceChoice } from '../devices/createDevice';
import type { Device, DeviceId, DeviceJob, DeviceState, UpdateSettings } from '../devices/device';
import type { Experiment } from '../experiment';
import { initialParameters, type NetworkPlan, planNetwork } from '../model/network';
import { type BatchPlan, type Cursor, nextUpdates, planBatches, updatesAtOnce } from './batches';
import { type Checkpoint, Checkpoints, epochOf, type Position, priceOf } from './checkpoints';
import { FailoverDevice, type Fallback } from './failoverDevice';
import { updateRatiosOf } from './health';
import type { MapSizes } from './maps';
import { type Attention, Observer, usual } from './observer';
import { optimizers } from './optimizers';
import { partsOf } from './parts';
import { rateAt } from './schedules';
import type { Health, HistoryRow, Metrics, Snapshot, Timeline, WeightChange } from './snapshot';
import { epochsReached, type Halt, StopWatch, watchesLoss } from './stopRules';
import { updateSettingsOf } from './updateSettings';

/** Where an interrupted run goes on: its weights, with fresh optimiser state. */
export interface Resume {
  readonly parameters: Float32Array;
  readonly epoch: number;
  readonly updates: number;
}

/** What `lookUp` rejects with ends the call that looked up, and leaves the run where it was. */
export interface TrainerOptions extends Pick<DeviceJob, 'lookUp' | 'announce'> {
  readonly device: DeviceChoice;
  readonly resume?: Resume | undefined;
  /** Called when another device took over than the one that was asked for or at work. */
  readonly onFallback: (fallback: Fallback) => void;
}

export type TrainerSnapshot = Omit<Snapshot, 'runId' | 'command' | 'epochsPerSecond' | 'settled'>;

export class Trainer {
  readonly data: PreparedData;
  readonly network: NetworkPlan;
  readonly batches: BatchPlan;
  readonly job: DeviceJob;
  private readonly observer: Observer;
  private readonly holder: FailoverDevice;
  /** Not to be changed by others. */
  readonly checkpoints: Checkpoints;
  /** Index of the checkpoint that is shown; null at the front of the run. */
  private visiting: number | null = null;
  /** ‖Δw‖ / ‖w‖ of the last update that was watched. [layer] */
  private updateRatios: readonly number[] | null = null;
  /** Measured at the checkpoints since the last snapshot. */
  private readonly earlier: HistoryRow[] = [];
  private readonly earlierHealth: Health[] = [];
  private tuning: UpdateSettings;
  private checkpoint: Checkpoint;
  readonly stops: StopWatch;
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
    this.tuning = updateSettingsOf(this.network, experiment);
    this.stops = new StopWatch(training.stop);
    const parts = partsOf(this.data, this.network, data.task);
    const { inputs, targets, points } = parts.train;
    const { lookUp, announce, resume } = options;
    this.job = { network: this.network, loss: experiment.loss, inputs, targets, points, lookUp, announce };
    this.batches = planBatches(points, training.batchSize, training.shuffleSeed);
    this.observer = new Observer(this.data, this.network, parts, experiment, lookUp);
    this.holder = new FailoverDevice(this.job, options.onFallback);
    if (resume) this.where = { epoch: resume.epoch, batch: 0, updates: resume.updates };
    const parameters = resume?.parameters ?? initialParameters(this.network, model);
    this.checkpoint = {
      position: this.where,
      state: { parameters, slots: this.freshSlots(), optimizerUpdates: 0 },
    };
    const price = priceOf(parameters.length, this.data.points.y.length, this.batches.size);
    this.checkpoints = new Checkpoints(parameters.length, this.checkpoint.state.slots.length, price);
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

  /** The checkpoints. */
  get timeline(): Timeline {
    const { perEpoch } = this.batches;
    const epochs = this.checkpoints.all.map(({ position }) => epochOf(position, perEpoch));
    return { epochs, at: this.visiting };
  }

  /** Updates until the next checkpoint, at least 1. */
  get untilMark(): number {
    return this.checkpoints.untilDue(this.where);
  }

  /** Runs up to `count` updates; fewer when a rule stops it, which it then answers. A checkpoint is taken when one is due and allowed. */
  run(count: number, mayMark = true): Promise<Halt | null> {
    return this.guarded(async () => {
      this.branchOff();
      const marks = mayMark && count >= this.untilMark;
      let halt = await this.advance(marks ? count - 1 : count);
      if (marks && !halt) halt = await this.advanceWatched();
      if (mayMark && this.checkpoints.isDue(this.where)) await this.mark();
      this.stops.note(halt);
      return halt;
    });
  }

  /** Runs one update and notes by how much it changes each layer, for the next examination. */
  runWatched(): Promise<Halt | null> {
    return this.guarded(async () => {
      this.branchOff();
      const halt = await this.advanceWatched();
      this.stops.note(halt);
      return halt;
    });
  }

  /** Goes to the checkpoint nearest to `epoch`; what comes after it stays until training goes on from there. */
  async visit(epoch: number): Promise<void> {
    await this.guarded(async () => {
      if (this.visiting === null) await this.mark();
      const mark = this.checkpoints.nearest(epoch, this.batches.perEpoch);
      const checkpoint = mark === null ? undefined : this.checkpoints.all[mark];
      if (!checkpoint) return;
      await this.device.write(checkpoint.state);
      this.checkpoint = checkpoint;
      this.where = checkpoint.position;
      this.visiting = mark;
      this.updateRatios = null;
      this.stops.forget();
    });
  }

  /** Sets single weights or biases; the optimiser's state stays. Throws RangeError for a place that does not exist. */
  setWeights(changes: readonly WeightChange[]): Promise<void> {
    return this.guarded(async () => {
      this.branchOff();
      const state = await this.device.read();
      const parameters = state.parameters.slice();
      for (const { index, value } of changes) {
        if (!(index in parameters)) throw new RangeError(`there is no weight ${index}`);
        parameters[index] = value;
      }
      await this.device.write({ ...state, parameters });
      // The state before the change is kept to fall back on, if it is finite: the new weights may have no finite loss.
      if (state.parameters.every(Number.isFinite)) this.checkpoint = { position: this.where, state };
      this.stops.forget();
    });
  }

  /** Takes over settings that need no restart (see `planChange`); a changed optimiser starts with fresh state. */
  async retune(next: Experiment): Promise<void> {
    const startsAfresh = next.training.optimizer.id !== this.experiment.training.optimizer.id;
    this.stops.change(next.training.stop);
    this.experiment = next;
    this.tuning = updateSettingsOf(this.network, next);
    this.observer.lookAt(next.data);
    if (!startsAfresh) return;
    // A return to the checkpoint must not restore the state of another optimiser.
    const { position, state } = this.checkpoint;
    this.checkpoint = { position, state: { ...state, slots: this.freshSlots(), optimizerUpdates: 0 } };
    this.checkpoints.replaceSlots(this.freshSlots());
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
    // A separate plan, because each plan stores the order of its current epoch.
    const batches = { ...this.batches };
    const { experiment } = this;
    return {
      job: this.job,
      tuning: this.tuning,
      state: this.checkpoint.state,
      batchPoints: batches.size,
      next: (count) => {
        const { updates, end } = nextUpdates(batches, cursor, count, (epoch) =>
          rateAt(experiment.training, epoch),
        );
        cursor = end;
        return updates;
      },
    };
  }

  /** Everything that training has changed so far. */
  readState(): Promise<DeviceState> {
    return this.guarded(() => this.device.read());
  }

  /** The learner continues: a rule that has stopped the run is lifted. */
  resume(): void {
    this.stops.lift();
  }

  /**
   * Measures everything now. When a loss or a weight is no longer finite, the last finite weights are put back first
   * and `diverged` says so.
   */
  snapshot(sizes: MapSizes, attention = usual): Promise<{ snapshot: TrainerSnapshot; diverged: boolean }> {
    return this.guarded(async () => {
      const seen = await this.look(sizes, attention);
      if (seen) return { snapshot: seen, diverged: false };
      await this.device.write(this.checkpoint.state);
      this.where = this.checkpoint.position;
      return { snapshot: await this.picture(sizes, attention), diverged: true };
    });
  }

  /** Loss and accuracy of both parts; cheaper than a snapshot. */
  measure(): Promise<{ train: Metrics | null; test: Metrics | null }> {
    return this.guarded(() => this.observer.metrics(this.device, this.experiment));
  }

  dispose(): void {
    this.device.dispose();
  }

  /** Keeps where the run stands; a state that is no longer finite is not worth going back to. */
  private async mark(): Promise<void> {
    const state = await this.device.read();
    const epoch = epochOf(this.where, this.batches.perEpoch);
    const seen = await this.observer.glance(this.device, this.experiment, state, epoch, this.updateRatios);
    if (!seen) return;
    this.checkpoints.addMeasured({ position: this.where, state });
    this.earlier.push(seen.row);
    this.earlierHealth.push(seen.health);
  }

  /** Training goes on from an earlier checkpoint: what came after it is forgotten. */
  private branchOff(): void {
    if (this.visiting === null) return;
    this.visiting = null;
    this.checkpoints.cutFrom(this.where.updates + 1);
  }

  private freshSlots(): Float32Array[] {
    const { initialSlots } = optimizers[this.experiment.training.optimizer.id];
    return initialSlots.map((value) => new Float32Array(this.network.parameterCount).fill(value));
  }

  /** Runs `work`; if the device is lost meanwhile, continues on the next best one from the last checkpoint. */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.holder.replace(error, this.checkpoint.state);
      this.where = this.checkpoint.position;
      return this.guarded(work);
    }
  }

  private async advanceWatched(): Promise<Halt | null> {
    const before = await this.device.read();
    const halt = await this.advance(1);
    const after = await this.device.read();
    this.updateRatios = updateRatiosOf(this.network, before.parameters, after.parameters);
    return halt;
  }

  private async advance(count: number): Promise<Halt | null> {
    const rules = this.stops.inForce;
    if (this.batches.points === 0) return 'noPoints';
    let left = count;
    while (left > 0) {
      if (epochsReached(rules, this.where.epoch)) return 'epochs';
      const chunk = this.allowed(left);
      const rate = (epoch: number) => rateAt(this.experiment.training, epoch);
      const { updates, end } = nextUpdates(
        this.batches,
        this.where,
        chunk,
        rate,
        this.device.drawPermutations,
      );
      await this.device.train(updates, this.tuning);
      this.where = { ...end, updates: this.where.updates + chunk };
      left -= chunk;
      const halt = await this.judgeEpoch();
      if (halt) return halt;
    }
    return epochsReached(rules, this.where.epoch) ? 'epochs' : null;
  }

  /** How many of `count` updates are to be planned at once, and may run before a stop rule has to be asked. */
  private allowed(count: number): number {
    const stop = this.stops.inForce;
    const { epoch, batch } = this.where;
    const most = Math.min(count, updatesAtOnce(this.batches));
    if (watchesLoss(stop)) return Math.min(most, this.batches.perEpoch - batch);
    if (stop.epochs === null) return most;
    return Math.min(most, (stop.epochs - epoch) * this.batches.perEpoch - batch);
  }

  private async judgeEpoch(): Promise<Halt | null> {
    if (this.where.batch !== 0 || !watchesLoss(this.stops.inForce)) return null;
    const { metrics } = await this.observer.measurePart(this.device, this.experiment, 'train');
    return this.stops.judgeEpoch(this.where.epoch, metrics?.loss ?? Number.NaN);
  }

  /** A snapshot whose state becomes the checkpoint; null when something in it is no longer finite. */
  private async look(sizes: MapSizes, attention: Attention): Promise<TrainerSnapshot | null> {
    const state = await this.device.read();
    if (!state.parameters.every(Number.isFinite)) return null;
    const snapshot = await this.picture(sizes, attention, state);
    const losses = [snapshot.train?.loss ?? 0, snapshot.test?.loss ?? 0];
    if (!losses.every(Number.isFinite)) return null;
    this.checkpoint = { position: this.where, state };
    if (this.visiting === null) this.checkpoints.add(this.checkpoint);
    return snapshot;
  }

  private async picture(
    sizes: MapSizes,
    { hiddenLayer, examine }: Attention,
    known?: DeviceState,
  ): Promise<TrainerSnapshot> {
    const state = known ?? (await this.device.read());
    const { epoch, updates } = this.where;
    const progress = epochOf(this.where, this.batches.perEpoch);
    return {
      device: this.device.id,
      epoch,
      progress,
      updates,
      learningRate: rateAt(this.experiment.training, epoch),
      ...(await this.observer.picture(this.device, this.experiment, state, sizes, hiddenLayer)),
      earlier: this.earlier.splice(0),
      earlierHealth: this.earlierHealth.splice(0),
      health: examine ? this.observer.health(this.experiment, state, progress, this.updateRatios) : null,
    };
  }
}
