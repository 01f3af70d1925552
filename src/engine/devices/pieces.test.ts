import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cloud, experimentWith } from '../../../tests/support/testExperiment';
import { Trainer } from '../training/trainer';
import { type DeviceState, Interrupted, type LookUp } from './device';

/** Long enough for several pieces on the device; the slow one has much smaller ones. */
const pointsOf = { wasm: 1500, reference: 90 } as const;

async function trainer(device: 'wasm' | 'reference', lookUp?: LookUp): Promise<Trainer> {
  const points = pointsOf[device];
  const experiment = experimentWith({
    data: { classes: 4, source: cloud(points, 4), testShare: 0 },
    model: { hidden: Array.from({ length: 6 }, () => ({ units: 128, activation: 'relu' as const })) },
    loss: { id: 'categoricalCrossentropy', l1: 1e-4, l2: 1e-3 },
    training: { batchSize: 'all', clipNorm: 1 },
  });
  return Trainer.create(experiment, { device, onFallback: () => {}, ...(lookUp ? { lookUp } : {}) });
}

/** A checksum of all bits: a list of a hundred thousand numbers takes long to compare. */
function bitsOf({ parameters, slots, optimizerUpdates }: DeviceState): string {
  const hash = createHash('sha256').update(`${optimizerUpdates}`);
  for (const values of [parameters, ...slots]) hash.update(new Uint8Array(values.slice().buffer));
  return hash.digest('hex');
}

describe.each(['wasm', 'reference'] as const)('long work on %s', (device) => {
  it('looks up between its pieces and comes to the same numbers', async () => {
    const seen: string[] = [];
    const whole = await trainer(device);
    const pieces = await trainer(device, async (work) => void seen.push(work));
    for (const one of [whole, pieces]) for (let i = 0; i < 2; i++) await one.run(1);
    expect(seen.filter((work) => work === 'update').length).toBeGreaterThan(4);
    const [expected, found] = [await whole.readState(), await pieces.readState()];
    expect(found.optimizerUpdates).toBe(2);
    if (device === 'wasm') expect(bitsOf(found)).toBe(bitsOf(expected));
    const furthest = found.parameters.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - expected.parameters[i]!)),
      0,
    );
    expect(furthest).toBeLessThan(1e-5);
    seen.length = 0;
    const sizes = { outputs: 48, units: 32 };
    const [one, other] = [await whole.snapshot(sizes), await pieces.snapshot(sizes)];
    expect(seen).toContain('answer');
    other.snapshot.outputs.values.forEach((value, i) => {
      expect(value).toBeCloseTo(one.snapshot.outputs.values[i]!, 4);
    });
    expect(other.snapshot.unitMaps.values.length).toBe(one.snapshot.unitMaps.values.length);
    other.snapshot.unitMaps.values.forEach((value, i) => {
      if (i % 97 === 0) expect(value).toBeCloseTo(one.snapshot.unitMaps.values[i]!, 4);
    });
  });

  it('that is interrupted leaves the run as it was', async () => {
    let left = Number.POSITIVE_INFINITY;
    const run = await trainer(device, async () => {
      left -= 1;
      if (left < 0) throw new Interrupted();
    });
    await run.run(1);
    const [before, position] = [bitsOf(await run.readState()), run.position];
    left = 2;
    await expect(run.run(1)).rejects.toThrow(Interrupted);
    expect(bitsOf(await run.readState())).toBe(before);
    expect(run.position).toEqual(position);
    left = Number.POSITIVE_INFINITY;
    await run.run(1);
    expect(run.position.updates).toBe(2);
    const plain = await trainer(device);
    await plain.run(1);
    await plain.run(1);
    if (device === 'wasm') expect(bitsOf(await run.readState())).toBe(bitsOf(await plain.readState()));
  });
});
