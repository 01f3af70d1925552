/**
 * The device of the SIMD kernel: lays a job out in the kernel's memory, hands over many updates per call, and reads states and
 * maps back. Synchronous inside; runs in a worker, on a page and in Node. Owns its kernel until `dispose`.
 */
import { lossOptions } from '../../model/losses';
import type { DrawPermutations } from '../../random';
import { optimizers } from '../../training/optimizers';
import { type Optimizer, option } from '../../training/optimizers/optimizer';
import { placeColumns } from '../columns';
import type { Device, DeviceJob, DeviceState, UpdateSettings, Updates } from '../device';
import { pointsFor } from '../timings';
import { optimizerNumber } from './ids';
import { growTo, type Kernel, returnKernel, takeKernel } from './kernel';
import { layOut, type MemoryLayout, padToFour, ruleHead } from './layout';

/** Throws DeviceLostError('unavailable') where WebAssembly has no SIMD. */
export function createWasmDevice(job: DeviceJob): Device {
  return new WasmDevice(job);
}

/** Updates `from` to before `to`, whose indices stand in the order from `first` to before `last`. */
interface Call {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Some milliseconds of work; on a slow machine, and for the first pieces, many times that. */
const pieceMultiplyAdds = 5e7;

class WasmDevice implements Device {
  readonly id = 'wasm';
  private readonly layout: MemoryLayout;
  private readonly kernel: Kernel;
  private slotCount = 0;
  private optimizerUpdates = 0;
  /** Whether memory has the powers of the options for `optimizerUpdates`. */
  private hasPowers = false;
  /** The mask whose bits stand in memory. */
  private frozen: Uint8Array | null = null;

  constructor(private readonly job: DeviceJob) {
    this.layout = layOut(job);
    this.kernel = takeKernel(this.layout.free);
    const { layout } = this;
    this.integers(layout.network, layout.header.length).set(layout.header);
    const { network, inputs, targets, points } = job;
    const options = lossOptions(job.loss);
    this.floats(layout.lossOptions, options.length).set(options);
    this.writeColumns(layout.inputs, inputs, network.inputs, points);
    this.writeColumns(layout.targets, targets, network.outputs, points);
    this.writeRecords();
  }

  async train(updates: Updates, tuning: UpdateSettings): Promise<void> {
    this.tune(tuning);
    const { starts, ends } = updates;
    if (ends.length === 1 && ends[0]! - starts[0]! > this.pieceOf(1)) await this.trainInPieces(updates);
    else this.trainAtOnce(updates);
    this.optimizerUpdates += ends.length;
  }

  private trainAtOnce(updates: Updates): void {
    const { starts, ends } = updates;
    for (let from = 0; from < ends.length; ) {
      const call = this.nextCall(starts, ends, from);
      this.run(updates, call);
      from = call.to;
    }
  }

  /** A single update. Nothing has changed before its last piece is done. */
  private async trainInPieces(updates: Updates): Promise<void> {
    const { layout, kernel, job } = this;
    const [start, end] = [updates.starts[0]!, updates.ends[0]!];
    this.handOver(updates, { from: 0, to: 1, first: start, last: end });
    const size = end - start;
    const piece = this.pieceOf(1);
    for (let from = 0; from < size; from += piece) {
      kernel.exports.batchGradient(layout.network, layout.order, size, from, Math.min(size, from + piece));
      await job.lookUp?.('update');
    }
    kernel.exports.applyGradient(
      layout.network,
      layout.rule,
      layout.regularization,
      updates.learningRates[0]!,
    );
  }

  /** Points of a piece of work that takes `share` of an update's time for each: whole chunks, or all where nobody looks up. */
  private pieceOf(share: number): number {
    if (!this.job.lookUp) return Number.POSITIVE_INFINITY;
    const { chunk } = this.layout;
    return Math.max(1, Math.floor(pointsFor(this.job, pieceMultiplyAdds / share) / chunk)) * chunk;
  }

  readonly drawPermutations: DrawPermutations = (order, start, length, seed, epoch, count) => {
    const { layout, kernel } = this;
    const most = Math.floor(layout.orderRoom / length);
    for (let done = 0; done < count; done += most) {
      const now = Math.min(most, count - done);
      kernel.exports.drawPermutations(layout.order, length, seed, epoch + done, now);
      order.set(this.integers(layout.order, now * length), start + done * length);
    }
  };

  async evaluate(inputs: Float32Array, points: number, units: 'outputs' | 'all'): Promise<Float32Array> {
    const { outputs, unitCount } = this.job.network;
    return this.pass(inputs, points, units === 'all' ? unitCount : outputs, units === 'all', false);
  }

  async logits(inputs: Float32Array, points: number): Promise<Float32Array> {
    return this.pass(inputs, points, this.job.network.outputs, false, true);
  }

  async read(): Promise<DeviceState> {
    const { weights, slots } = this.layout;
    return {
      parameters: this.unpacked(weights),
      slots: slots.slice(0, this.slotCount).map((slot) => this.unpacked(slot)),
      optimizerUpdates: this.optimizerUpdates,
    };
  }

  async write({ parameters, slots, optimizerUpdates }: DeviceState): Promise<void> {
    this.pack(this.layout.weights, parameters);
    for (const [k, slot] of slots.entries()) this.pack(this.layout.slots[k]!, slot);
    this.slotCount = slots.length;
    this.optimizerUpdates = optimizerUpdates;
    this.hasPowers = false;
  }

  dispose(): void {
    returnKernel(this.kernel);
  }

  /** Views last only until memory grows, so they are made for each use. */
  private floats(address: number, length: number): Float32Array {
    return new Float32Array(this.kernel.memory.buffer, address, length);
  }

  private integers(address: number, length: number): Uint32Array {
    return new Uint32Array(this.kernel.memory.buffer, address, length);
  }

  /** Sets what the kernel reads at `rule` and `regularization`; see `Rule` and `Regularization` there. */
  private tune({ optimizer: { id, options }, l1, l2, clipNorm, frozen }: UpdateSettings): void {
    const { rule, regularization } = this.layout;
    this.integers(rule, 1)[0] = optimizerNumber(id);
    const { hyperparameters }: Optimizer = optimizers[id];
    const numbers = new Float64Array(this.kernel.memory.buffer, rule + ruleHead, 2 * hyperparameters.length);
    hyperparameters.forEach((parameter, k) => {
      const value = option(options, parameter.id);
      // The kernel goes on with the power that it has come to.
      if (!this.hasPowers || numbers[2 * k] !== value)
        numbers.set([value, value ** this.optimizerUpdates], 2 * k);
    });
    this.hasPowers = true;
    this.floats(regularization, 3).set([l1, l2, clipNorm ?? 0]);
    if (frozen === this.frozen) return;
    if (frozen) this.packMask(frozen);
    this.integers(regularization + 12, 2).set(frozen ? [this.layout.frozen, this.layout.kept] : [0, 0]);
    this.frozen = frozen;
  }

  /** As many updates from `from` on as one call has room for. */
  private nextCall(starts: Uint32Array, ends: Uint32Array, from: number): Call {
    const { orderRoom, updateRoom } = this.layout;
    const most = Math.min(ends.length, from + updateRoom);
    let [first, last] = [starts[from]!, ends[from]!];
    let to = from + 1;
    for (; to < most; to++) {
      const [start, end] = [starts[to]!, ends[to]!];
      const [least, greatest] = [Math.min(start, first), Math.max(end, last)];
      if (greatest - least > orderRoom) break;
      [first, last] = [least, greatest];
    }
    return { from, to, first, last };
  }

  private handOver({ order, starts, ends, learningRates }: Updates, { from, to, first, last }: Call): void {
    const { layout, kernel } = this;
    const [callStarts, callEnds] = [starts.subarray(from, to), ends.subarray(from, to)];
    this.integers(layout.order, last - first).set(order.subarray(first, last));
    this.integers(layout.starts, to - from).set(callStarts);
    this.integers(layout.ends, to - from).set(callEnds);
    new Float64Array(kernel.memory.buffer, layout.rates, to - from).set(learningRates.subarray(from, to));
  }

  private run(updates: Updates, call: Call): void {
    const { layout, kernel } = this;
    const { from, to, first } = call;
    this.handOver(updates, call);
    kernel.exports.train(
      layout.network,
      layout.rule,
      layout.regularization,
      layout.order - 4 * first,
      layout.starts,
      layout.ends,
      layout.rates,
      to - from,
    );
  }

  /** Values of `units` rows for the given points. [unit][point] */
  private async pass(
    inputs: Float32Array,
    points: number,
    units: number,
    all: boolean,
    logits: boolean,
  ): Promise<Float32Array> {
    const { layout, kernel, job } = this;
    const isTraining = inputs === job.inputs && points === job.points;
    const columns = padToFour(points);
    const staged = isTraining ? 0 : job.network.inputs * columns;
    const out = layout.free + 4 * staged;
    const piece = Math.min(points, this.pieceOf(1 / 3));
    growTo(kernel, out + 4 * units * piece);
    if (!isTraining) this.writeColumns(layout.free, inputs, job.network.inputs, points);
    const at = isTraining ? layout.inputs : layout.free;
    const answers = new Float32Array(units * points);
    for (let from = 0; from < points; from += piece) {
      const count = Math.min(piece, points - from);
      kernel.exports.evaluate(layout.network, at + 4 * from, 4 * columns, count, all, logits, out);
      const found = this.floats(out, units * count);
      placeColumns(found, count, answers, points, from);
      if (from + count < points) await job.lookUp?.('answer');
    }
    return answers;
  }

  /** Rows [point][column] → [column][point] in memory, each row padded with zeros to a multiple of four. */
  private writeColumns(address: number, rows: Float32Array, width: number, points: number): void {
    const columns = padToFour(points);
    const memory = this.floats(address, width * columns);
    for (let column = 0; column < width; column++) {
      const start = column * columns;
      for (let i = 0; i < points; i++) memory[start + i] = rows[i * width + column]!;
      memory.fill(0, start + points, start + columns);
    }
  }

  /** Inputs and targets of each point side by side. */
  private writeRecords(): void {
    const { network, inputs, targets, points } = this.job;
    const { records, recordColumns } = this.layout;
    const memory = this.floats(records, points * recordColumns);
    for (let i = 0; i < points; i++) {
      const start = i * recordColumns;
      memory.set(inputs.subarray(i * network.inputs, (i + 1) * network.inputs), start);
      memory.set(targets.subarray(i * network.outputs, (i + 1) * network.outputs), start + network.inputs);
    }
  }

  private pack(address: number, values: Float32Array): void {
    const { places, weightCount } = this.layout;
    const memory = this.floats(address, weightCount);
    places.forEach((place, i) => {
      memory[place] = values[i]!;
    });
  }

  private packMask(frozen: Uint8Array): void {
    const { places, weightCount, frozen: address } = this.layout;
    const memory = this.integers(address, weightCount);
    places.forEach((place, i) => {
      memory[place] = frozen[i] ? 0xffffffff : 0;
    });
  }

  private unpacked(address: number): Float32Array {
    const { places, weightCount } = this.layout;
    const memory = this.floats(address, weightCount);
    const numbers = new Float32Array(places.length);
    for (let i = 0; i < numbers.length; i++) numbers[i] = memory[places[i]!]!;
    return numbers;
  }
}
