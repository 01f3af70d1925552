/** Quadrant itself, through the trainer the page uses, in turns as long as the page's. Never a fallback under another name. */
import { createDevice } from '../../src/engine/devices/createDevice';
import type { Device } from '../../src/engine/devices/device';
import { Trainer } from '../../src/engine/training/trainer';
import { Pace } from '../../src/engine/worker/pace';
import { type Material, materialOf } from '../material';
import { type OpenSession, type Session, Unavailable } from '../subject';
import { experimentOf, type Task } from '../works';

type DeviceName = 'wasm' | 'webgl';

export function openQuadrant(device: DeviceName): OpenSession {
  return async (task: Task): Promise<Session> => {
    const trainer = await Trainer.create(experimentOf(task), { device, onFallback: () => {} });
    const insist = () => {
      if (trainer.deviceId !== device) throw new Unavailable(`${device} fell back to ${trainer.deviceId}`);
    };
    insist();
    const pace = new Pace(2);
    const grids = gridMaker(device, materialOf(task));
    return {
      async run(updates) {
        for (let left = updates; left > 0; ) {
          const startMs = performance.now();
          const turn = Math.min(left, pace.updates(startMs, null));
          const halt = await trainer.run(turn);
          if (halt) throw new Error(`training stopped: ${halt}`);
          pace.trained(turn, performance.now() - startMs);
          left -= turn;
        }
        // A WebGL context may still be drawing; what is read cannot be had before it is done.
        await trainer.readState();
        insist();
        return updates;
      },
      loss: async () => (await trainer.measure()).train?.loss ?? Number.NaN,
      grid: grids,
    };
  };
}

/** Grids on a device of their own, for the trainer makes them only as a part of whole pictures. */
function gridMaker(name: DeviceName, material: Material): NonNullable<Session['grid']> {
  const { network, inputs, targets, points, parameters } = material;
  const kept = new Map<number, Float32Array>();
  let device: Device | undefined;
  return async (columns, units) => {
    if (!device) {
      const made = createDevice(name, {
        network,
        loss: { id: 'categoricalCrossentropy' },
        inputs,
        targets,
        points,
      });
      if (made.device.id !== name) throw new Unavailable(`${name} fell back to ${made.device.id}`);
      await made.device.write({ parameters, slots: [], optimizerUpdates: 0 });
      device = made.device;
    }
    const cells = kept.get(columns) ?? material.gridInputs(columns);
    kept.set(columns, cells);
    await device.evaluate(cells, columns * columns, units);
  };
}
