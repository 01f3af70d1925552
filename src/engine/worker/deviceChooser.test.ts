/**
 * The automatic choice as the page meets it. Devices are the WASM one, the quickest to test with, under three names; the time of
 * an update on each is made up and passes on the clock of the test.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cloud, experimentWith } from '../../../tests/support/testExperiment';
import { clock, Page } from '../../../tests/support/testPage';
import type { PreparingDevice } from '../devices/benchmark';
import type * as CreateDevice from '../devices/createDevice';
import { type Device, type DeviceId, type DeviceJob, DeviceLostError } from '../devices/device';
import type { Experiment } from '../experiment';
import { Trainer } from '../training/trainer';

/** Milliseconds an update. */
let speeds: Record<DeviceId, number>;
let readyAtMs: number;
let webglIsLost: boolean;
/** Milliseconds of the first update of all on WebGL. */
let webglStartMs: number;
/** By the probe, in order. */
let opened: DeviceId[];
let alive: number;

beforeEach(() => {
  clock.nowMs = 0;
  speeds = { wasm: 1, webgl: 0.25, reference: 4 };
  readyAtMs = 0;
  webglIsLost = false;
  webglStartMs = 0;
  opened = [];
  alive = 0;
});

afterEach(() => {
  // In every case a session at rest holds one device.
  expect(alive).toBe(1);
});

vi.mock('../devices/softwareGpu', () => ({ isGpuImitated: () => false }));

vi.mock('../devices/createDevice', async (importOriginal) => {
  const original = await importOriginal<typeof CreateDevice>();
  const make = (id: DeviceId, job: DeviceJob) => named(id, original.openDevice('wasm', job));
  const openDevice: typeof original.openDevice = (id, job) => {
    opened.push(id);
    return make(id, job);
  };
  const createDevice: typeof original.createDevice = (choice, job) => ({
    device: make(choice === 'auto' ? 'wasm' : choice, job),
    fallback: null,
  });
  return { ...original, openDevice, createDevice };
});

function named(id: DeviceId, device: Device): PreparingDevice {
  alive += 1;
  return {
    id,
    train: async (updates, tuning) => {
      if (id === 'webgl' && webglIsLost) throw new DeviceLostError('webgl', 'contextLost');
      clock.nowMs += updates.ends.length * speeds[id];
      if (id === 'webgl') {
        clock.nowMs += webglStartMs;
        webglStartMs = 0;
      }
      await device.train(updates, tuning);
    },
    evaluate: (inputs, points, units) => device.evaluate(inputs, points, units),
    logits: (inputs, points) => device.logits(inputs, points),
    read: () => device.read(),
    write: (state) => device.write(state),
    dispose: () => {
      alive -= 1;
      device.dispose();
    },
    ready: () => id !== 'webgl' || clock.nowMs >= readyAtMs,
  };
}

function small(units: number, learningRate = 0.01): Experiment {
  return experimentWith({
    data: { classes: 2, source: cloud(40, 2), testShare: 0.2 },
    model: { hidden: [{ units, activation: 'tanh' }] },
    training: { batchSize: 8, learningRate },
  });
}

const auto = { device: 'auto' } as const;
const all = ['wasm', 'webgl', 'reference'];

async function started(): Promise<Page> {
  const page = new Page();
  await page.start(small(4), auto);
  return page;
}

describe('the automatic choice', () => {
  it('shows the first picture before anything is timed, then says how fast the devices are and takes the fastest', async () => {
    const page = await started();
    expect(opened).toEqual([]);
    expect(page.lastSnapshot()).toMatchObject({ device: 'wasm', updates: 0 });
    await page.pass(1000);
    expect(opened).toEqual(all);
    const [known] = page.speeds();
    expect(known?.best).toBe('webgl');
    // 4 updates an epoch.
    for (const [id, rate] of [
      ['wasm', 250],
      ['webgl', 1000],
      ['reference', 62.5],
    ] as const) {
      expect(known?.of[id]).toBeCloseTo(rate);
    }
    const [first, last] = [page.snapshots()[0]!, page.lastSnapshot()];
    expect(last).toMatchObject({ device: 'webgl', updates: 0, train: first.train });
    expect(last.parameters).toEqual(first.parameters);
  });

  it('waits until the page has drawn the picture', async () => {
    const page = new Page();
    page.acknowledges = false;
    await page.start(small(4), auto);
    await page.pass(5000);
    expect(opened).toEqual([]);
    page.send({ type: 'acknowledge' });
    await page.pass(1000);
    expect(opened).toEqual(all);
  });

  it('leaves the run where no other device is much faster', async () => {
    speeds = { wasm: 1, webgl: 0.9, reference: 4 };
    const page = await started();
    await page.pass(1000);
    expect(page.speeds()[0]?.best).toBe('wasm');
    expect(page.snapshots().map(({ device }) => device)).toEqual(['wasm']);
  });

  it('changes the device of a playing run in its midst, and the run goes on to the same numbers', async () => {
    speeds = { wasm: 12, webgl: 3, reference: 12 };
    const page = await started();
    page.send({ type: 'play' });
    await page.pass(1000);
    page.send({ type: 'pause' });
    await page.settle();
    const devices = page.snapshots().map(({ device }) => device);
    expect(devices.lastIndexOf('wasm')).toBe(devices.indexOf('webgl') - 1);
    expect(page.snapshots()[devices.lastIndexOf('wasm')]!.updates).toBeGreaterThan(5);
    const { updates, parameters } = page.lastSnapshot();
    const undisturbed = await Trainer.create(small(4), { device: 'reference', onFallback: () => {} });
    await undisturbed.run(updates);
    expect(parameters).toEqual((await undisturbed.readState()).parameters);
    undisturbed.dispose();
  });

  it('learns from training that a device is faster than it was when it was timed', async () => {
    const page = await started();
    await page.pass(1000);
    expect(page.speeds().at(-1)?.of.webgl).toBeCloseTo(1000);
    speeds = { ...speeds, webgl: 0.05 };
    page.send({ type: 'play' });
    await page.pass(200);
    expect(page.speeds().at(-1)?.of.webgl).toBeCloseTo(5000);
    expect(page.speeds()).toHaveLength(2);
    page.send({ type: 'pause' });
    await page.settle();
  });

  it('lets a step in between two slices', async () => {
    const page = await started();
    await page.pass(180);
    expect(opened).toEqual(['wasm']);
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.settle();
    expect(page.speeds()).toEqual([]);
    expect(page.lastSnapshot()).toMatchObject({ epoch: 1, updates: 4 });
    await page.pass(1000);
    expect(page.speeds()[0]?.best).toBe('webgl');
    expect(page.lastSnapshot()).toMatchObject({ device: 'webgl', epoch: 1, updates: 4 });
  });

  it('times nothing while one run follows another', async () => {
    const page = new Page();
    for (let runId = 1; runId < 15; runId++) await page.start(small(runId), { ...auto, runId });
    expect(opened).toEqual([]);
    await page.pass(1000);
    expect(opened).toEqual(all);
  });

  it('remembers what it found for a size, and times again for another', async () => {
    const page = await started();
    await page.pass(1000);
    opened = [];
    await page.start(small(4, 0.02), { ...auto, runId: 2 });
    expect(page.lastSnapshot()).toMatchObject({ runId: 2, device: 'wasm' });
    await page.pass(1000);
    expect(opened).toEqual(['webgl']);
    expect(page.lastSnapshot()).toMatchObject({ runId: 2, device: 'webgl' });
    expect(page.speeds()).toHaveLength(1);
    opened = [];
    await page.start(small(64), { ...auto, runId: 3 });
    expect(page.speeds().at(-1)).toBeNull();
    await page.pass(1000);
    expect(opened).toEqual(all);
    expect(page.speeds().at(-1)?.best).toBe('webgl');
  });

  it('does not wait for shaders: says so, and moves when they are compiled', async () => {
    readyAtMs = 4000;
    const page = await started();
    await page.pass(2000);
    expect(page.speeds()).toHaveLength(1);
    expect(page.speeds()[0]).toMatchObject({ best: 'wasm', of: { webgl: 'compiling' } });
    expect(page.lastSnapshot().device).toBe('wasm');
    await page.pass(3000);
    expect(page.speeds().at(-1)?.best).toBe('webgl');
    expect(page.lastSnapshot().device).toBe('webgl');
  });

  it('gives a GPU that used up its time a second one in the next run, and no third', async () => {
    webglStartMs = 300;
    const page = await started();
    await page.pass(1000);
    expect(page.speeds().at(-1)).toMatchObject({ best: 'wasm', of: { webgl: 'tooSlow' } });
    webglStartMs = 300;
    opened = [];
    await page.start(small(4), { ...auto, runId: 2 });
    await page.pass(1000);
    expect(opened).toContain('webgl');
    opened = [];
    await page.start(small(4), { ...auto, runId: 3 });
    await page.pass(1000);
    expect(opened).toEqual([]);
  });

  it('does not come back to a device that was lost', async () => {
    const page = await started();
    await page.pass(1000);
    webglIsLost = true;
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.settle();
    expect(page.heard).toContainEqual({
      type: 'fallback',
      runId: 1,
      lost: 'webgl',
      reason: 'contextLost',
      device: 'wasm',
    });
    expect(page.lastSnapshot()).toMatchObject({ device: 'wasm', epoch: 1 });
    opened = [];
    await page.start(small(4), { ...auto, runId: 2 });
    await page.pass(1000);
    expect(page.speeds().at(-1)).toMatchObject({ best: 'wasm', of: { webgl: 'unavailable' } });
    expect(opened).toEqual([]);
  });

  it('times nothing where there are no points', async () => {
    const page = new Page();
    await page.start(experimentWith({ data: { classes: 2, source: cloud(0, 2) } }), auto);
    await page.pass(1000);
    expect(opened).toEqual([]);
  });
});

describe('a device that the learner forces', () => {
  it('is kept, and no other is opened', async () => {
    const page = new Page();
    await page.start(small(4), { device: 'reference' });
    await page.pass(1000);
    expect(opened).toEqual([]);
    expect(page.lastSnapshot().device).toBe('reference');
  });

  it('does not get the turns of a faster one', async () => {
    const page = new Page();
    await page.start(small(4), { device: 'webgl', playing: true });
    speeds = { ...speeds, webgl: 0.05, reference: 20 };
    await page.pass(300);
    page.send({ type: 'device', device: 'reference' });
    const startMs = clock.nowMs;
    await page.pass(100);
    expect(page.lastSnapshot().device).toBe('reference');
    expect(clock.nowMs - startMs).toBeLessThan(150);
    page.send({ type: 'pause' });
    await page.settle();
  });

  it('ends a choice that is under way, and Automatic takes it up again', async () => {
    const page = await started();
    await page.pass(180);
    page.send({ type: 'device', device: 'reference' });
    await page.pass(1000);
    expect(opened).toEqual(['wasm']);
    expect(page.speeds()).toEqual([]);
    expect(page.lastSnapshot().device).toBe('reference');
    page.send({ type: 'device', device: 'auto' });
    await page.pass(1000);
    expect(page.lastSnapshot().device).toBe('webgl');
  });

  it('still shows what is known of the others', async () => {
    const page = await started();
    await page.pass(1000);
    page.send({ type: 'device', device: 'wasm' });
    await page.settle();
    expect(page.speeds()).toHaveLength(1);
    expect(page.lastSnapshot().device).toBe('wasm');
  });
});
