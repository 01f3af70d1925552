/** Which device runs an experiment: the one the learner forces, or the one that suits the size of the work. */
import { type Device, type DeviceId, type DeviceJob, DeviceLostError } from './device';
import { createCpuBackend, createWebglBackend } from './tfjs/backend';
import { createTfjsDevice } from './tfjs/tfjsDevice';

export type DeviceChoice = DeviceId | 'auto';

export interface DeviceOutcome {
  readonly device: Device;
  /** Why it is not the one that was asked for. */
  readonly fallback: DeviceLostError['reason'] | null;
}

/** Multiply-adds of one update from which a GPU earns back the cost of issuing its draws. */
const webglFrom = 20_000_000;

/** Makes the device; where WebGL cannot be had the reference device takes the job, and the outcome says so. */
export function createDevice(choice: DeviceChoice, job: DeviceJob, batch: number): DeviceOutcome {
  const wanted = choice === 'auto' ? suitableDevice(job, batch) : choice;
  if (wanted === 'reference') return { device: createReference(job), fallback: null };
  try {
    return { device: createTfjsDevice('webgl', createWebglBackend(), job), fallback: null };
  } catch (error) {
    if (!(error instanceof DeviceLostError)) throw error;
    // Nobody asked for WebGL under 'auto', so there is nothing to excuse.
    return { device: createReference(job), fallback: choice === 'auto' ? null : error.reason };
  }
}

function createReference(job: DeviceJob): Device {
  return createTfjsDevice('reference', createCpuBackend(), job);
}

function suitableDevice(job: DeviceJob, batch: number): DeviceId {
  return 3 * batch * job.network.parameterCount >= webglFrom ? 'webgl' : 'reference';
}
