/** What is known of the speed of each device on a job, which of them that speaks for, and for which other jobs it holds. */
import type { DeviceId, DeviceJob } from './device';

/**
 * Why a device has no figure: it cannot be had; its shaders are still being compiled; the job is over before a GPU could begin; the
 * GPU is imitated by the processor; it did not get through within its time; the time was used up before its turn.
 */
export type NoFigure = 'unavailable' | 'compiling' | 'tooSmall' | 'imitated' | 'tooSlow' | 'noTime';

export type Timing = { readonly updateMs: number } | { readonly missing: NoFigure };
export type Timings = Readonly<Partial<Record<DeviceId, Timing>>>;

/** The same for the page. */
export interface DeviceSpeeds {
  /** The device that the automatic choice takes; null when none has a figure. */
  readonly best: DeviceId | null;
  readonly of: Readonly<Partial<Record<DeviceId, number | NoFigure>>>;
}

/** Another device has to be this much faster than the one before it. */
export const clearGain = 1.2;

/** A run begins on the first that there is; the later ones take longer to get going. */
const preference = ['wasm', 'reference', 'webgl'] as const satisfies readonly DeviceId[];

/** Multiply-adds of one update at one point: forward, backward and gradient. */
export function multiplyAdds({ network }: DeviceJob): number {
  return 3 * network.layers.reduce((sum, { inputs, units }) => sum + inputs * units, 0);
}

/** Points of one update that come to about this many multiply-adds, at least 1. */
export function pointsFor(job: DeviceJob, most: number): number {
  return Math.max(1, Math.floor(most / multiplyAdds(job)));
}

/** Jobs of one class are alike enough that the fastest device of one is the fastest of all. */
export function sizeClass(job: DeviceJob, batchPoints: number): string {
  const power = (value: number) => Math.round(Math.log2(Math.max(1, value)));
  const work = multiplyAdds(job) * batchPoints;
  return [job.network.layers.length, ...[work, batchPoints, job.points].map(power)].join(' ');
}

export function updateMsOf(timing: Timing | undefined): number | null {
  return timing && 'updateMs' in timing ? timing.updateMs : null;
}

/** The first device in the order of preference that no later one clearly beats; null when none has a figure. */
export function fastest(timings: Timings): DeviceId | null {
  let best: DeviceId | null = null;
  let bestMs = Infinity;
  for (const id of preference) {
    const ms = updateMsOf(timings[id]);
    if (ms === null || (best && ms * clearGain > bestMs)) continue;
    best = id;
    bestMs = ms;
  }
  return best;
}

/** In epochs per second of an experiment with `updatesPerEpoch`. */
export function speedsOf(timings: Timings, updatesPerEpoch: number): DeviceSpeeds {
  const speed = (timing: Timing) =>
    'missing' in timing ? timing.missing : 1000 / (timing.updateMs * updatesPerEpoch);
  const entries = Object.entries(timings).map(([id, timing]) => [id, speed(timing)]);
  return { best: fastest(timings), of: Object.fromEntries(entries) as DeviceSpeeds['of'] };
}
