/** The device of the SIMD kernel. */
import { type Device, type DeviceJob, DeviceLostError } from '../device';

/** Throws DeviceLostError('unavailable') where WebAssembly has no SIMD. */
export function createWasmDevice(_job: DeviceJob): Device {
  throw new DeviceLostError('wasm', 'unavailable');
}
