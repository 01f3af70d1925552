/** For tests only: runs of a device, looked at after each update. */
import { openDevice } from '../../../src/engine/devices/createDevice';
import type { DeviceId, DeviceState, Updates } from '../../../src/engine/devices/device';
import type { Draft } from './problems';

/** States of a device after each update. */
export async function followDevice(
  id: DeviceId,
  { job, start, updates, tuning }: Draft,
): Promise<DeviceState[]> {
  const device = openDevice(id, job);
  await device.write(start);
  const states: DeviceState[] = [];
  for (let k = 0; k < updates.ends.length; k++) {
    await device.train(part(updates, k, k + 1), tuning);
    states.push(await device.read());
  }
  device.dispose();
  return states;
}

/** The state after all updates, ten of them on each device in turn. */
export async function relay(
  ids: readonly DeviceId[],
  { job, start, updates, tuning }: Draft,
): Promise<DeviceState> {
  const devices = ids.map((id) => openDevice(id, job));
  let state = start;
  for (let from = 0, turn = 0; from < updates.ends.length; from += 10, turn++) {
    const device = devices[turn % devices.length]!;
    await device.write(state);
    await device.train(part(updates, from, from + 10), tuning);
    state = await device.read();
  }
  for (const device of devices) device.dispose();
  return state;
}

/** States of a device after the first update from each of `starts`. */
export async function stepFromEach(
  id: DeviceId,
  draft: Draft,
  starts: readonly DeviceState[],
): Promise<DeviceState[]> {
  const device = openDevice(id, draft.job);
  const states: DeviceState[] = [];
  for (const [k, start] of starts.entries()) {
    await device.write(start);
    await device.train(part(draft.updates, k, k + 1), draft.tuning);
    states.push(await device.read());
  }
  device.dispose();
  return states;
}

/** The updates from `from` to before `to`. */
export function part({ order, starts, ends, learningRates }: Updates, from: number, to: number): Updates {
  return {
    order,
    starts: starts.subarray(from, to),
    ends: ends.subarray(from, to),
    learningRates: learningRates.subarray(from, to),
  };
}
