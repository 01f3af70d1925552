/** What is the wasm device's own: its kernels are used again, its memory stays as it is, and it may be missing. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cloud, type ExperimentParts, experimentWith } from '../../../../tests/support/testExperiment';
import { drawPermutations } from '../../random';
import { Trainer } from '../../training/trainer';
import { createDevice } from '../createDevice';
import { padToFour } from './layout';

const sizes = { outputs: 6, units: 4 };

function open(parts: ExperimentParts = {}): Promise<Trainer> {
  const experiment = experimentWith({
    data: { classes: 3, source: cloud(25, 3), testShare: 0.2, ...parts.data },
    model: { hidden: [{ units: 6, activation: 'gelu' }], ...parts.model },
    training: { batchSize: 8, ...parts.training },
  });
  return Trainer.create(experiment, { device: 'wasm', onFallback: () => {} });
}

/** Memories made and memories grown since the last call of `mockClear`. */
function watchMemory() {
  return {
    made: vi.spyOn(WebAssembly, 'Instance'),
    grown: vi.spyOn(WebAssembly.Memory.prototype, 'grow'),
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

describe('the memory of the wasm device', () => {
  it('stays as it is over 10,000 updates with snapshots', async () => {
    const trainer = await open();
    await trainer.run(1);
    await trainer.snapshot(sizes);
    const { made, grown } = watchMemory();
    for (let turn = 0; turn < 100; turn++) {
      await trainer.run(100);
      if (turn % 10 === 0) await trainer.snapshot(sizes);
    }
    expect(trainer.position.updates).toBe(10_001);
    expect([made.mock.calls, grown.mock.calls]).toEqual([[], []]);
    trainer.dispose();
  });

  it('is given to the next device, which finds nothing of the one before in it', async () => {
    const fresh = await open();
    await fresh.run(20);
    const truth = await fresh.readState();
    const wide = await open({ model: { hidden: [{ units: 128, activation: 'swish' }] } });
    await wide.run(20);
    await wide.snapshot(sizes);
    await fresh.snapshot(sizes);
    for (const trainer of [wide, fresh]) trainer.dispose();
    const { made, grown } = watchMemory();
    for (let turn = 0; turn < 20; turn++) {
      const next = await open();
      await next.run(20);
      expect(await next.readState()).toEqual(truth);
      next.dispose();
    }
    expect([made.mock.calls, grown.mock.calls]).toEqual([[], []]);
  });

  it('holds two devices at once, each with its own', async () => {
    const [one, other] = [await open(), await open({ model: { seed: 2 } })];
    const alone = await open();
    await alone.run(30);
    for (let turn = 0; turn < 3; turn++) {
      await one.run(10);
      await other.run(7);
    }
    expect(await one.readState()).toEqual(await alone.readState());
    for (const trainer of [one, other, alone]) trainer.dispose();
  });

  it('takes more indices than one call has room for', async () => {
    const [split, whole] = [
      await open({ training: { batchSize: 3 } }),
      await open({ training: { batchSize: 3 } }),
    ];
    await whole.run(40_000);
    for (let turn = 0; turn < 40; turn++) await split.run(1000);
    expect(await split.readState()).toEqual(await whole.readState());
    for (const trainer of [split, whole]) trainer.dispose();
  });
});

describe('the permutations of the wasm device', () => {
  it.each([
    [1, 1, 0, 5],
    [200, 1, 0, 80],
    [37, 99, 123_456, 3],
    [200, -5, 7, 2],
    [2000, 4_294_967_295, 2_147_483_646, 3],
    [999, 1, 12, 200],
  ])(
    'of %i points with seed %i from epoch %i on are those of the generator',
    async (length, seed, epoch, count) => {
      const trainer = await open();
      const { device } = createDevice('wasm', trainer.job);
      const [ours, truth] = [new Uint32Array(3 + length * count), new Uint32Array(3 + length * count)];
      device.drawPermutations?.(ours, 3, length, seed, epoch, count);
      drawPermutations(truth, 3, length, seed, epoch, count);
      expect(ours).toEqual(truth);
      for (const owner of [device, trainer]) owner.dispose();
    },
  );
});

describe('where WebAssembly has no SIMD', () => {
  it('the reference device trains, and says why', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    vi.resetModules();
    const { Trainer: Fresh } = await import('../../training/trainer');
    const onFallback = vi.fn();
    const trainer = await Fresh.create(experimentWith({}), { device: 'wasm', onFallback });
    expect(trainer.deviceId).toBe('reference');
    expect(onFallback).toHaveBeenCalledOnce();
    expect(JSON.stringify(onFallback.mock.calls)).toContain('unavailable');
    await trainer.run(1);
    trainer.dispose();
  });
});

it('rows are padded to whole vectors', () => {
  expect([0, 1, 4, 5, 8].map(padToFour)).toEqual([0, 4, 4, 8, 8]);
});
