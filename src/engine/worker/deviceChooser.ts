/**
 * The automatic choice of a device. A run begins on the first device there is; when the page has drawn its picture and the learner
 * is not dragging anything, the devices are timed in slices between the turns of training, and the run is handed a faster one if
 * there is one. What was measured holds for every experiment of the same size for as long as the worker lives.
 */

import { Benchmark, type PreparingDevice, type ProbePorts } from '../devices/benchmark';
import { type Device, type DeviceId, DeviceLostError } from '../devices/device';
import {
  clearGain,
  type DeviceSpeeds,
  fastest,
  sizeClass,
  speedsOf,
  type Timing,
  type Timings,
  updateMsOf,
} from '../devices/timings';
import type { Trainer } from '../training/trainer';

interface Known {
  readonly timings: Timings;
  /** A GPU that used up its time in the first probe may only have started up; it has a second one in the next run. */
  readonly isFinal: boolean;
}

export interface ChooserPorts {
  readonly nowMs: () => number;
  /** Throws DeviceLostError where this device cannot be had. */
  open(id: DeviceId, job: Trainer['job']): PreparingDevice;
  isGpuImitated(): boolean;
  /** Called when the known speeds of the present experiment change; null while none is known. */
  show(speeds: DeviceSpeeds | null): void;
}

/** After the picture of a new run: a dragged slider starts many. */
const calmMs = 200;
/** Length of a wait without work, in milliseconds. */
const pollMs = 50;
/** Shaders that take longer than this are not waited for. */
const patienceMs = 20_000;

export class DeviceChooser {
  private readonly known = new Map<string, Known>();
  private readonly lost = new Set<DeviceId>();
  private trainer: Trainer | null = null;
  private probe: Benchmark | null = null;
  private startedMs = 0;
  /** When there is something to do; Infinity for nothing. */
  private dueMs = Infinity;
  private awaitsPicture = false;
  /** What was shown last, as JSON. */
  private shown = 'null';

  constructor(private readonly ports: ChooserPorts) {}

  /** Takes a new run, or the present one for another choice. Without `chooses` only known speeds are reported. */
  follow(trainer: Trainer, chooses: boolean): void {
    this.leave();
    const known = this.known.get(classOf(trainer));
    this.show(trainer, known?.timings ?? null);
    const settled = known?.isFinal && [trainer.deviceId, null].includes(this.best(known.timings));
    if (!chooses || settled || trainer.batches.points === 0) return;
    this.trainer = trainer;
    this.awaitsPicture = true;
  }

  /** Forgets the run; nothing may be asked of its trainer any more. */
  leave(): void {
    this.probe?.dispose();
    this.probe = null;
    this.trainer = null;
    this.dueMs = Infinity;
    this.awaitsPicture = false;
  }

  /** The page has drawn a picture of the run. */
  pictureSeen(): void {
    if (!this.awaitsPicture) return;
    this.awaitsPicture = false;
    this.dueMs = this.ports.nowMs() + calmMs;
  }

  /** A device that was lost once is not chosen again by itself. */
  exclude(id: DeviceId): void {
    this.lost.add(id);
  }

  /** It was chosen by hand, so it is tried again; where it works, it may be chosen again. */
  readmit(id: DeviceId): void {
    this.lost.delete(id);
  }

  /** What training takes on the device of the run; counts where it is clearly less than was measured, for browsers warm up slowly. */
  observe(trainer: Trainer, updateMs: number): void {
    const known = this.known.get(classOf(trainer));
    const measured = updateMsOf(known?.timings[trainer.deviceId]);
    if (!known || measured === null || updateMs * clearGain > measured) return;
    const timings = { ...known.timings, [trainer.deviceId]: { updateMs } };
    this.known.set(classOf(trainer), { ...known, timings });
    this.show(trainer, timings);
  }

  /** Until the next slice; null when there is none. */
  waitMs(): number | null {
    return this.dueMs === Infinity ? null : Math.max(0, this.dueMs - this.ports.nowMs());
  }

  /** Does a slice of the work. Answers a device that is to take over the run, once there is one. */
  async step(): Promise<Device | null> {
    const { trainer } = this;
    if (!trainer) return null;
    const probe = this.probe ?? this.begin(trainer);
    const progress = await probe.step();
    if (progress === 'more') return null;
    if (progress !== 'warming') this.show(trainer, probe.timings);
    if (progress !== 'done' && this.ports.nowMs() - this.startedMs < patienceMs) {
      this.dueMs = this.ports.nowMs() + pollMs;
      return null;
    }
    const isFinal = this.known.has(classOf(trainer)) || !ranOut(probe.timings.webgl);
    this.known.set(classOf(trainer), { timings: probe.timings, isFinal });
    const best = this.best(probe.timings);
    const device = best && best !== trainer.deviceId && progress === 'done' ? probe.take(best) : null;
    this.leave();
    return device;
  }

  private begin(trainer: Trainer): Benchmark {
    const known = this.known.get(classOf(trainer));
    const demand = (id: DeviceId) => {
      if (this.lost.has(id)) throw new DeviceLostError(id, 'unavailable');
    };
    const ports: ProbePorts = {
      nowMs: this.ports.nowMs,
      open: (id) => {
        demand(id);
        return this.ports.open(id, trainer.job);
      },
      isGpuImitated: () => {
        demand('webgl');
        return this.ports.isGpuImitated();
      },
    };
    this.probe = new Benchmark(
      trainer.rehearse(),
      ports,
      known?.isFinal ? this.without(known.timings) : null,
    );
    this.startedMs = this.ports.nowMs();
    return this.probe;
  }

  private best(timings: Timings): DeviceId | null {
    return fastest(this.without(timings));
  }

  private without(timings: Timings): Timings {
    const gone = [...this.lost].map((id) => [id, { missing: 'unavailable' }] as const);
    return { ...timings, ...(Object.fromEntries(gone) as Timings) };
  }

  private show(trainer: Trainer, timings: Timings | null): void {
    const speeds = timings && speedsOf(this.without(timings), trainer.batches.perEpoch);
    const text = JSON.stringify(speeds);
    if (text !== this.shown) this.ports.show(speeds);
    this.shown = text;
  }
}

function ranOut(timing: Timing | undefined): boolean {
  return timing !== undefined && 'missing' in timing && ['tooSlow', 'noTime'].includes(timing.missing);
}

function classOf({ job, batches }: Trainer): string {
  return sizeClass(job, batches.size);
}
