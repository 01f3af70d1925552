/** The device at work: opened as asked for, and replaced by the next best one where it cannot be had or is lost. */
import { createDevice, type DeviceChoice } from '../devices/createDevice';
import {
  type Device,
  type DeviceId,
  type DeviceJob,
  DeviceLostError,
  type DeviceState,
  successorOf,
} from '../devices/device';

/** A device that could not be had or was lost in mid-run. */
interface Loss {
  readonly lost: DeviceId;
  readonly reason: DeviceLostError['reason'];
}

export interface Fallback extends Loss {
  /** Which one took over. */
  readonly device: DeviceId;
}

export class FailoverDevice {
  private held: Device | null = null;

  constructor(
    private readonly job: DeviceJob,
    private readonly onFallback: (fallback: Fallback) => void,
  ) {}

  /** Throws before the first `open`. */
  get device(): Device {
    if (!this.held) throw new Error('no device was opened');
    return this.held;
  }

  /** Opens a device with this state in place of the one at work; `loss` is why, where another one had to be given up. */
  async open(choice: DeviceChoice, state: DeviceState, loss: Loss | null = null): Promise<void> {
    const { device, fallback } = createDevice(choice, this.job);
    const told = loss ?? (fallback && choice !== 'auto' ? { lost: choice, reason: fallback } : null);
    try {
      await device.write(state);
    } catch (error) {
      device.dispose();
      const { next, loss: another } = followUp(error);
      return this.open(next, state, told ?? another);
    }
    this.take(device);
    if (told) this.onFallback({ ...told, device: device.id });
  }

  /** Goes on from `state` with the next best device; throws what is no loss, and the loss of the last resort. */
  async replace(error: unknown, state: DeviceState): Promise<void> {
    const { next, loss } = followUp(error);
    await this.open(next, state, loss);
  }

  /** Takes a device that was opened elsewhere; false where it fails, and the one at work stays. */
  async adopt(device: Device, state: DeviceState): Promise<boolean> {
    try {
      await device.write(state);
    } catch (error) {
      device.dispose();
      if (!(error instanceof DeviceLostError)) throw error;
      return false;
    }
    this.take(device);
    return true;
  }

  private take(device: Device): void {
    const before = this.held;
    this.held = device;
    before?.dispose();
  }
}

function followUp(error: unknown): { next: DeviceId; loss: Loss } {
  const next = error instanceof DeviceLostError ? successorOf(error.device) : null;
  if (!next || !(error instanceof DeviceLostError)) throw error;
  return { next, loss: { lost: error.device, reason: error.reason } };
}
