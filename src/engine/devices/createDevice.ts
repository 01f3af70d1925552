/** Opens the device that is asked for, or the next best one where it cannot be had. */
import { type Device, type DeviceId, type DeviceJob, DeviceLostError, successorOf } from './device';
import { createCpuBackend } from './tfjs/backend';
import { createTfjsDevice } from './tfjs/tfjsDevice';
import { createWasmDevice } from './wasm/wasmDevice';
import { createWebglDevice } from './webgl/webglDevice';

export type DeviceChoice = DeviceId | 'auto';

export interface DeviceOutcome {
  readonly device: Device;
  /** Why it is not the one that was asked for. */
  readonly fallback: DeviceLostError['reason'] | null;
}

const makers: Record<DeviceId, (job: DeviceJob) => Device> = {
  wasm: createWasmDevice,
  webgl: createWebglDevice,
  reference: (job) => createTfjsDevice('reference', createCpuBackend(), job),
};

/** Makes this device and no other. Throws DeviceLostError where it cannot be had. */
export function openDevice(id: DeviceId, job: DeviceJob): Device {
  return makers[id](job);
}

/** Makes the device; where it cannot be had `wasm` or at last `reference` takes the job, and the outcome says why. */
export function createDevice(choice: DeviceChoice, job: DeviceJob): DeviceOutcome {
  const wanted = choice === 'auto' ? 'wasm' : choice;
  try {
    return { device: openDevice(wanted, job), fallback: null };
  } catch (error) {
    const next = successorOf(wanted);
    if (!next || !(error instanceof DeviceLostError)) throw error;
    const { device } = createDevice(next, job);
    // Under 'auto' no device was requested, so there is no failure to report.
    return { device, fallback: choice === 'auto' ? null : error.reason };
  }
}
