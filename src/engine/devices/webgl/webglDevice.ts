/**
 * The device that trains in shaders of its own, on the GL context of the tfjs WebGL backend: few draws an update, nothing read back
 * between updates, weights and optimiser state on the GPU. Throws DeviceLostError when that context cannot be had or is lost.
 */
import type { Device, DeviceJob, DeviceState, UpdateSettings, Updates } from '../device';
import { createWebglBackend, type WebglBackend } from '../tfjs/backend';
import { multiplyAdds } from '../timings';
import { type Context, contextOf } from './context';
import { Evaluation, type Wanted } from './evaluation';
import { type Layout, layoutOf } from './layout';
import { UpdatePasses } from './updatePasses';
import { Weights } from './weights';

export function createWebglDevice(job: DeviceJob): Device {
  return new WebglDevice(createWebglBackend(), job);
}

/** An imitated graphics processor may take longer than half a second for more. */
const longMultiplyAdds = 1e8;

export class WebglDevice implements Device {
  readonly id = 'webgl';
  private readonly context: Context;
  private readonly layout: Layout;
  private readonly weights: Weights;
  private readonly updates: UpdatePasses;
  private readonly evaluation: Evaluation;

  /** Starts compiling everything that does not depend on the tuning. */
  constructor(
    private readonly backend: WebglBackend,
    private readonly job: DeviceJob,
  ) {
    this.context = backend.run(() => contextOf(backend.gl));
    this.context.beforeLink = () => job.announce?.();
    this.layout = layoutOf(job.network, this.context.drawBuffers);
    this.weights = new Weights(this.context, this.layout);
    this.updates = new UpdatePasses(this.context, this.layout, this.weights, job);
    this.evaluation = new Evaluation(this.context, this.layout, this.weights, {
      inputs: job.inputs,
      source: () => this.updates.source,
    });
  }

  /** Whether nothing would wait for the compiler: false only where the browser compiles in the background and is not done. */
  ready(): boolean {
    return this.context.ready([...this.updates.programs, ...this.evaluation.programs]);
  }

  /** Starts compiling what training with this tuning in batches of `points` needs besides. */
  prepare(tuning: UpdateSettings, points: number): void {
    this.updates.prepare(tuning, points);
  }

  async train(updates: Updates, tuning: UpdateSettings): Promise<void> {
    this.announce(updates.ends.reduce((points, end, k) => points + end - updates.starts[k]!, 0));
    this.burst(() => {
      this.updates.run(updates, tuning);
      this.backend.finish();
    });
  }

  async evaluate(inputs: Float32Array, points: number, units: 'outputs' | 'all'): Promise<Float32Array> {
    return this.evaluated(inputs, points, units);
  }

  async logits(inputs: Float32Array, points: number): Promise<Float32Array> {
    return this.evaluated(inputs, points, 'logits');
  }

  async read(): Promise<DeviceState> {
    return this.burst(() => this.weights.read());
  }

  async write(state: DeviceState): Promise<void> {
    this.burst(() => this.weights.write(state));
  }

  dispose(): void {
    this.updates.dispose();
    this.evaluation.dispose();
    this.weights.dispose();
    this.backend.release();
  }

  /** What a graphics processor was given cannot be taken back; one that the processor imitates may work on it for long. */
  private announce(points: number): void {
    if (multiplyAdds(this.job) * points > longMultiplyAdds) this.job.announce?.();
  }

  private evaluated(inputs: Float32Array, points: number, wanted: Wanted): Float32Array {
    if (points === 0) return new Float32Array(0);
    this.announce(points);
    return this.burst(() => this.evaluation.run(inputs, points, wanted));
  }

  private burst<T>(work: () => T): T {
    return this.backend.run(() => this.context.burst(work));
  }
}
