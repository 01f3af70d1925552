/** Opens the device that is asked for, or the next best one where it cannot be had. */
import { type Device, type DeviceId, type DeviceJob, DeviceLostError } from './device';
import { createCpuBackend, createWebglBackend } from './tfjs/backend';
import { createTfjsDevice } from './tfjs/tfjsDevice';
import { createWasmDevice } from './wasm/wasmDevice';

export type DeviceChoice = DeviceId | 'auto';

export interface DeviceOutcome {
  readonly device: Device;
  /** Why it is not the one that was asked for. */
  readonly fallback: DeviceLostError['reason'] | null;
}

const makers: Record<DeviceId, (job: DeviceJob) => Device> = {
  wasm: createWasmDevice,
  webgl: (job) => createTfjsDevice('webgl', createWebglBackend(), job),
  reference: (job) => createTfjsDevice('reference', createCpuBackend(), job),
};

/** Makes the device; where it cannot be had `wasm` or at last `reference` takes the job, and the outcome says why. */
export function createDevice(choice: DeviceChoice, job: DeviceJob): DeviceOutcome {
  const wanted = choice === 'auto' ? 'wasm' : choice;
  try {
    return { device: makers[wanted](job), fallback: null };
  } catch (error) {
    if (!(error instanceof DeviceLostError)) throw error;
    const { device } = createDevice(wanted === 'webgl' ? 'wasm' : 'reference', job);
    // Nobody asked for this device under 'auto', so there is nothing to excuse.
    return { device, fallback: choice === 'auto' ? null : error.reason };
  }
}
