/** For tests only: that a device lets go of what it takes. Called within `describe`. */
import { expect, it } from 'vitest';
import { openDevice } from '../../../src/engine/devices/createDevice';
import type { DeviceId } from '../../../src/engine/devices/device';
import { part } from './deviceRuns';
import type { Kind } from './kinds';
import { isFull } from './pairwise';
import { drawProblem } from './problems';
import type { Holdings } from './resourceCounts';
import { using } from './trainingContract';

const tiny: Kind = {
  hidden: 'tanh',
  loss: 'categoricalCrossentropy',
  optimizer: 'momentum',
  shape: { inputs: 1, hidden: [2] },
  output: 'sigmoid',
  classes: 2,
  batchSize: 10,
  regularisation: 'none',
  rate: 'constant',
  options: 'usual',
};

/** A thousand updates each. */
const turns = isFull ? 10 : 3;

/** What every device of its kind must hold while it lives; where this is 0, nothing was counted. */
const vital = {
  reference: ({ tensors }) => tensors,
  wasm: ({ wasmBytes }) => wasmBytes,
  webgl: ({ glObjects }) => glObjects.Texture ?? 0,
} as const satisfies Record<DeviceId, (holdings: Holdings) => number>;

export function holdsNoMore(id: DeviceId, holdings: () => Holdings): void {
  it(`holds no more after ${(turns * 1000).toLocaleString('en')} updates with looks in between and weights frozen and let go`, async () => {
    const { job, start, updates, tuning } = drawProblem(tiny);
    await using(id, job, async (device) => {
      await device.write(start);
      const turn = async (calls: number) => {
        for (let call = 0; call < calls; call++) {
          const frozen = call % 2 === 0 ? Uint8Array.from(start.parameters, (_, i) => (i + call) % 2) : null;
          await device.train(updates, { ...tuning, frozen });
        }
        const grid = Float32Array.from({ length: 50 }, (_, i) => i / 50);
        await device.evaluate(grid, 50, 'all');
        await device.logits(job.inputs, job.points);
        await device.write(await device.read());
      };
      // As many new grids as a device may keep.
      for (let warming = 0; warming < 10; warming++) await turn(2);
      const held = holdings();
      expect(vital[id](held)).toBeGreaterThan(0);
      for (let done = 0; done < turns; done++) await turn(10);
      expect(holdings()).toEqual(held);
      expect((await device.read()).optimizerUpdates).toBe(2000 + turns * 1000);
    });
  }, 120_000);

  it('holds no more after it was made and disposed of 50 times', async () => {
    const { job, start, updates, tuning } = drawProblem({
      ...tiny,
      hidden: 'gelu',
      shape: { inputs: 3, hidden: [9] },
    });
    const grid = new Float32Array(3 * 100);
    const frozen = new Uint8Array(start.parameters.length).fill(1, 4, 9);
    const turn = async () => {
      const device = openDevice(id, job);
      await device.write(start);
      await device.train(part(updates, 0, 3), { ...tuning, frozen });
      await device.evaluate(grid, 100, 'all');
      const { parameters } = await device.read();
      device.dispose();
      return parameters;
    };
    const first = await turn();
    await turn();
    const held = holdings();
    for (let turns = 0; turns < 48; turns++) expect(await turn()).toEqual(first);
    expect(holdings()).toEqual(held);
  }, 120_000);
}
