/** For tests only: what evaluation on any device must keep to. Called within `describe`. */
import { expect, it } from 'vitest';
import type { DeviceId, DeviceJob } from '../../../src/engine/devices/device';
import { type ActivationId, activations } from '../../../src/engine/model/activations';
import { forward } from '../../../src/engine/model/forward';
import { type NetworkPlan, planNetwork } from '../../../src/engine/model/network';
import { createRandom } from '../../../src/engine/random';
import { part } from './deviceRuns';
import { hiddenIds, type Kind, outputIds } from './kinds';
import { drawProblem } from './problems';
import { plain, using } from './trainingContract';

const mixed: Kind = {
  hidden: 'tanh',
  output: 'linear',
  loss: 'squaredError',
  optimizer: 'adam',
  shape: { inputs: 3, hidden: [5, 4] },
  classes: 7,
  batchSize: 10,
  regularisation: 'none',
  rate: 'constant',
  options: 'usual',
};

/** Values of every unit, or of the outputs, in float64. [unit][point] */
function truthOf(
  network: NetworkPlan,
  parameters: Float32Array,
  inputs: Float32Array,
  what: 'all' | 'outputs' | 'logits',
): number[] {
  const points = inputs.length / network.inputs;
  const rows = Array.from({ length: points }, (_, i) => {
    const values = forward(
      network,
      parameters,
      inputs.subarray(i * network.inputs, (i + 1) * network.inputs),
    );
    if (what === 'all') return values.flatMap(({ outputs }) => [...outputs]);
    const { logits, outputs } = values.at(-1)!;
    return [...(what === 'logits' ? logits : outputs)];
  });
  return (rows[0] ?? []).flatMap((_, unit) => rows.map((row) => row[unit]!));
}

/** Largest difference relative to the truth or to 1. */
function worst(ours: Float32Array, truth: readonly number[]): number {
  expect(ours).toHaveLength(truth.length);
  return truth.reduce(
    (most, value, i) => Math.max(most, Math.abs(ours[i]! - value) / Math.max(1, Math.abs(value))),
    0,
  );
}

export function evaluatesLikeForward(id: DeviceId): void {
  it.each(outputIds)(
    'has activations and logits of float64 under %s, for any number of points',
    async (output) => {
      const hidden = hiddenIds[outputIds.indexOf(output) % hiddenIds.length]!;
      const { job, start, updates, tuning } = drawProblem({ ...mixed, hidden, output });
      const random = createRandom(3);
      await using(id, job, async (device) => {
        await device.write(start);
        for (const points of [0, 1, 3, 5, 1000]) {
          const inputs = Float32Array.from({ length: 3 * points }, () => 2 * random.normal());
          await device.train(part(updates, 0, 5), tuning);
          const { parameters } = await device.read();
          const truth = (what: 'all' | 'outputs' | 'logits') =>
            truthOf(job.network, parameters, inputs, what);
          expect(worst(await device.evaluate(inputs, points, 'all'), truth('all'))).toBeLessThanOrEqual(1e-5);
          expect(
            worst(await device.evaluate(inputs, points, 'outputs'), truth('outputs')),
          ).toBeLessThanOrEqual(1e-5);
          expect(worst(await device.logits(inputs, points), truth('logits'))).toBeLessThanOrEqual(1e-5);
        }
      });
    },
    60_000,
  );
}

export function evaluatesGrids(id: DeviceId): void {
  it.each([
    { hidden: [8, 7], columns: 128 },
    { hidden: [64, 128, 3], columns: 32 },
  ])('has every unit of $hidden over a grid of $columns × $columns', async ({ hidden, columns }) => {
    const { job, start } = drawProblem({
      ...mixed,
      hidden: 'swish',
      output: 'softmax',
      shape: { inputs: 2, hidden },
    });
    const grid = Float32Array.from({ length: 2 * columns ** 2 }, (_, i) => {
      const cell = i >> 1;
      return (6 * (i % 2 === 0 ? cell % columns : Math.floor(cell / columns))) / columns - 3;
    });
    await using(id, job, async (device) => {
      await device.write(start);
      const ours = await device.evaluate(grid, columns ** 2, 'all');
      expect(worst(ours, truthOf(job.network, start.parameters, grid, 'all'))).toBeLessThanOrEqual(1e-5);
    });
  });

  it('tells any number of inputs apart, those it trains on among them', async () => {
    const job = curve('linear', Float32Array.of(1, 2, 3), Float32Array.of(1, 2, 3));
    await using(id, job, async (device) => {
      await device.write({ parameters: Float32Array.of(1, 0), slots: [], optimizerUpdates: 0 });
      const sets = [
        job.inputs,
        ...Array.from({ length: 20 }, (_, k) => Float32Array.of(k + 1, -k - 1, k + 0.5)),
      ];
      for (const inputs of [...sets, ...sets]) {
        expect(await device.evaluate(inputs, 3, 'outputs')).toEqual(inputs);
        expect(await device.logits(inputs, 3)).toEqual(inputs);
      }
    });
  });

  it('evaluates without any points to train on', async () => {
    await using(id, curve('linear', new Float32Array(0), new Float32Array(0)), async (device) => {
      await device.write({ parameters: Float32Array.of(2, 1), slots: [], optimizerUpdates: 0 });
      expect([...(await device.evaluate(Float32Array.of(0, 3), 2, 'all'))]).toEqual([1, 7]);
    });
  });
}

/** One input, one output, no hidden layer. */
function curve(output: ActivationId, inputs: Float32Array, targets: Float32Array): DeviceJob {
  const model = { hidden: [], outputActivation: output, initializer: 'zeros', seed: 1 } as const;
  const network = planNetwork(model, { task: 'regression', classes: 2 }, 1);
  return { network, loss: 'squaredError', inputs, targets, points: inputs.length };
}

/** ±0, subnormals, the smallest normal numbers, and all sizes up to 10,000, densely where activations bend. */
function everySize(): Float32Array {
  const tiny = [0, 2 ** -149, 1e-40, 2 ** -126, 1e-37, 1e-30, 1e-20, 1e-12, 1e-9, 1e-8];
  const sizes = Array.from({ length: 176 }, (_, i) => 10 ** (-7 + i / 16));
  const dense = Array.from({ length: 400 }, (_, i) => 0.0513 * i);
  const positive = [...tiny, ...sizes, ...dense, 1e4];
  return Float32Array.from([...positive, ...positive.map((z) => -z)]);
}

/** What a device may be off by. */
export interface Accuracy {
  /** Of g(z) relative to itself, besides what half a unit in the last place of z makes of it. */
  readonly relative: number;
  /** In all, where that is more: what is subnormal, or has a factor that is, may be taken for 0. */
  readonly absolute: number;
  /** Whether ±Infinity goes to the limits of g. */
  readonly infinite: boolean;
}

export function hasAccurateActivations(id: DeviceId, { relative, absolute, infinite }: Accuracy): void {
  it.each(hiddenIds)('has %s of numbers of every size', async (activation) => {
    const { at, derivative } = activations[activation];
    const lastPlace = (z: number) => (Number.isFinite(z) ? 2 ** -24 * Math.abs(z * derivative(z)) : 0);
    const allowed = (z: number) => Math.max(absolute, relative * Math.abs(at(z)) + lastPlace(z));
    const inputs = Float32Array.from([...everySize(), ...(infinite ? [Infinity, -Infinity] : [])]);
    const values = await using(id, curve(activation, inputs, inputs), async (device) => {
      await device.write({ parameters: Float32Array.of(1, 0), slots: [], optimizerUpdates: 0 });
      return device.evaluate(inputs, inputs.length, 'outputs');
    });
    const wrong = [...inputs].flatMap((z, i) => {
      const [ours, truth] = [values[i]! + 0, at(z) + 0];
      const isRight = Number.isFinite(truth) ? Math.abs(ours - truth) <= allowed(z) : Object.is(ours, truth);
      return isRight ? [] : [{ z, ours, truth }];
    });
    expect(wrong.slice(0, 9)).toEqual([]);
  });
}

/** Largest error of a slope, relative to 1: 1 − a² and a(1 − a) know no more. */
const slopeError = 2e-6;

export function hasAccurateSlopes(id: DeviceId): void {
  it.each(hiddenIds)(
    'goes down the slope of %s at numbers of every size',
    async (activation) => {
      // Devices may take subnormal numbers for 0, which matters at a kink.
      const inputs = everySize().filter((z, i) => z === 0 || (Math.abs(z) > 1e-36 && i % 7 === 0));
      const { at, derivative } = activations[activation];
      // The output is unit + 0, and its distance from the target 2 g(z) ± 1, which loses no digits.
      const targets = inputs.map((z) => -(at(z) + (at(z) < 0 ? -1 : 1)));
      const model = {
        hidden: [{ units: 1, activation }],
        outputActivation: 'linear',
        initializer: 'zeros',
        seed: 1,
      } as const;
      const network = planNetwork(model, { task: 'regression', classes: 2 }, 1);
      const job = { network, loss: 'squaredError', inputs, targets, points: inputs.length } as const;
      await using(id, job, async (device) => {
        for (const [i, z] of inputs.entries()) {
          await device.write({ parameters: Float32Array.of(1, 0, 1, 0), slots: [], optimizerUpdates: 0 });
          const one = { order: Uint32Array.of(i), starts: Uint32Array.of(0), ends: Uint32Array.of(1) };
          await device.train({ ...one, learningRates: Float64Array.of(1) }, plain);
          const distance = at(z) - targets[i]!;
          const slope = -(await device.read()).parameters[1]! / distance;
          const scale = Math.max(1, Math.abs(derivative(z)));
          expect(Math.abs(slope - derivative(z)) / scale, `at ${z}`).toBeLessThanOrEqual(slopeError);
        }
      });
    },
    60_000,
  );
}
