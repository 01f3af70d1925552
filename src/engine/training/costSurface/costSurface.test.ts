import { describe, expect, it } from 'vitest';
import { cloud, experimentWith, lineExperiment } from '../../../../tests/support/testExperiment';
import { prepareData } from '../../data/prepare';
import type { Experiment } from '../../experiment';
import { initialParameters, type NetworkPlan, planNetwork } from '../../model/network';
import { createRandom } from '../../random';
import { partsOf } from '../parts';
import { costSurface, type SurfaceSubject } from './costSurface';
import { costSample, MeanCost } from './meanCost';
import { type ParameterPlane, pairPlane, parametersAt, placeOn } from './parameterPlane';
import { principalDirections } from './principalDirections';
import { randomDirection } from './randomDirection';
import { boxAround } from './surfaceBox';
import type { CostSurface, SurfaceQuestion } from './surfaceQuestion';

async function drain<T>(work: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = await work.next();
    if (done) return value;
  }
}

function subjectOf(experiment: Experiment, moments?: readonly Float32Array[]): SurfaceSubject {
  const prepared = prepareData(experiment.data);
  const network = planNetwork(experiment.model, experiment.data, prepared.inputMap.width);
  return {
    network,
    penalty: experiment.loss,
    train: partsOf(prepared, network, experiment.data.task).train,
    frozen: null,
    moments: moments ?? [initialParameters(network, experiment.model)],
  };
}

const question: SurfaceQuestion = {
  directions: { kind: 'pair', first: 0, second: 1 },
  loss: 'squaredError',
  regularised: false,
  zoom: 0,
  centre: 'path',
};

async function surfaceOf(subject: SurfaceSubject, more: Partial<SurfaceQuestion> = {}): Promise<CostSurface> {
  const answer = await drain(costSurface(subject, { ...question, ...more }, null));
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
}

/** Coordinates of a cell's centre. */
function centreOf({ box }: CostSurface, cell: number): { x: number; y: number } {
  const [column, row] = [cell % 64, Math.floor(cell / 64)];
  return {
    x: box.left + ((column + 0.5) / 64) * (box.right - box.left),
    y: box.top - ((row + 0.5) / 64) * (box.top - box.bottom),
  };
}

/** Second differences along both axes are nowhere negative. */
function isConvex(values: Float32Array): boolean {
  for (let i = 0; i < 64; i++) {
    for (let k = 1; k < 63; k++) {
      const across = values[i * 64 + k - 1]! - 2 * values[i * 64 + k]! + values[i * 64 + k + 1]!;
      const down = values[(k - 1) * 64 + i]! - 2 * values[k * 64 + i]! + values[(k + 1) * 64 + i]!;
      if (Math.min(across, down) < -1e-5) return false;
    }
  }
  return true;
}

describe('the cost surface', () => {
  it('of linear regression is the quadratic that the data gives', async () => {
    const experiment = lineExperiment({ data: { standardize: false } });
    const subject = subjectOf(experiment, [Float32Array.of(0.2, -0.1)]);
    const surface = await surfaceOf(subject);
    const { inputs, targets, points } = subject.train;
    for (const cell of [0, 63, 1234, 2080, 4032, 4095]) {
      const { x: w, y: b } = centreOf(surface, cell);
      const cost = targets.reduce((sum, y, i) => sum + 0.5 * (w * inputs[i]! + b - y) ** 2, 0) / points;
      expect(surface.values[cell]! / cost).toBeCloseTo(1, 4);
    }
    expect([...surface.path]).toEqual([Float32Array.of(0.2)[0], Float32Array.of(-0.1)[0]]);
  });

  it('of logistic regression is convex for log loss and not for squared error', async () => {
    const experiment = experimentWith({
      data: { classes: 2, source: cloud(60, 2), testShare: 0 },
      model: { hidden: [], outputActivation: 'sigmoid' },
    });
    const subject = subjectOf(experiment);
    const log = await surfaceOf(subject, { loss: 'binaryCrossentropy', zoom: -2 });
    const squared = await surfaceOf(subject, { zoom: -2 });
    expect(isConvex(log.values)).toBe(true);
    expect(isConvex(squared.values)).toBe(false);
    // ½(f − y)² lies between 0 and ½.
    expect(Math.max(...squared.values)).toBeLessThanOrEqual(0.5);
  });

  it('takes the one-hot targets for squared error with softmax', async () => {
    const experiment = experimentWith({
      data: { classes: 3, source: cloud(30, 3), testShare: 0 },
      model: { hidden: [], outputActivation: 'softmax', initializer: 'zeros' },
      loss: { id: 'categoricalCrossentropy' },
    });
    const subject = subjectOf(experiment);
    const cost = async (loss: SurfaceQuestion['loss']) => {
      const mean = new MeanCost(subject.network, loss, null, subject.train);
      const value = await mean.at(subject.moments[0]!);
      mean.dispose();
      return value;
    };
    // All three outputs are ⅓: ½((⅔)² + 2 (⅓)²) = ⅓, and −log ⅓.
    expect(await cost('squaredError')).toBeCloseTo(1 / 3, 6);
    expect(await cost('categoricalCrossentropy')).toBeCloseTo(Math.log(3), 6);
  });

  it('adds l1 Σ|w| + l2 Σw² over kernels, and nothing for the bias', async () => {
    const experiment = lineExperiment({ loss: { l1: 0.25, l2: 0.5 } });
    const subject = subjectOf(experiment);
    const bare = await surfaceOf(subject);
    const whole = await surfaceOf(subject, { regularised: true });
    for (const cell of [0, 700, 4095]) {
      const { x: w } = centreOf(bare, cell);
      const penalty = 0.25 * Math.abs(w) + 0.5 * w * w;
      expect(whole.values[cell]! - bare.values[cell]!).toBeCloseTo(penalty, 4);
    }
  });

  it('leaves gaps where J is no finite number', async () => {
    const experiment = lineExperiment({ data: { standardize: false } });
    const subject = subjectOf(experiment, [Float32Array.of(3e38, 0)]);
    const surface = await surfaceOf(subject);
    expect(surface.values.some((cost) => !Number.isFinite(cost))).toBe(true);
  });

  it('has no answer without points, without a path, without weights to scale directions to', async () => {
    const line = subjectOf(lineExperiment());
    const ask = (subject: SurfaceSubject, directions: SurfaceQuestion['directions']) =>
      drain(costSurface(subject, { ...question, directions }, null));
    const none = { points: 0, inputs: new Float32Array(0), targets: new Float32Array(0) };
    expect(await ask({ ...line, train: none }, question.directions)).toBe('noPoints');
    expect(await ask(line, { kind: 'principal' })).toBe('noPath');
    const zero = { ...line, moments: [new Float32Array(2)] };
    expect(await ask(zero, { kind: 'random', seed: 1 })).toBe('noScale');
  });

  it('has a second direction for a straight path from zero weights, across it and away from what is frozen', async () => {
    const experiment = experimentWith({
      data: { classes: 2, source: cloud(20, 2), testShare: 0, features: ['x1', 'x2'] },
      model: { hidden: [], outputActivation: 'sigmoid', initializer: 'zeros' },
    });
    const moments = [0, 1, 3].map((k) => Float32Array.of(k, 0, -2 * k));
    const frozen = Uint8Array.of(0, 1, 0);
    const subject = { ...subjectOf(experiment, moments), frozen };
    const { plane, path } = await surfaceOf(subject, { directions: { kind: 'principal' } });
    expect(plane.second[1]).toBe(0);
    expect(Math.hypot(...plane.second)).toBeCloseTo(1, 5);
    expect(plane.second[0]! - 2 * plane.second[2]!).toBeCloseTo(0, 5);
    expect([path[1], path[3], path[5]]).toEqual([0, 0, 0].map((y) => expect.closeTo(y, 5) as number));
  });

  it('samples many points, the same ones each time', () => {
    const { network } = subjectOf(lineExperiment());
    const count = 100_000;
    const inputs = Float32Array.from({ length: count }, (_, i) => i);
    const sample = costSample({ points: count, inputs, targets: inputs }, network);
    expect(sample.points).toBeLessThan(3000);
    expect(sample.targets).toEqual(sample.inputs);
    expect(new Set(sample.inputs).size).toBe(sample.points);
    expect(costSample({ points: count, inputs, targets: inputs }, network)).toEqual(sample);
    const few = { points: 20, inputs: inputs.subarray(0, 20), targets: inputs.subarray(0, 20) };
    expect(costSample(few, network)).toBe(few);
  });
});

describe('a plane through the parameters', () => {
  it('of two parameters has their values as coordinates', () => {
    const parameters = Float32Array.of(1, 2, 3);
    const plane = pairPlane(parameters, 0, 2);
    expect(placeOn(plane, parameters)).toEqual({ x: 1, y: 3, away: 0 });
    expect(parametersAt(plane, -4, 5)).toEqual(Float32Array.of(-4, 2, 5));
    expect(placeOn(plane, Float32Array.of(7, 2.5, 8))).toEqual({ x: 7, y: 8, away: 0.5 });
  });

  it('finds its own points again with directions that are not orthogonal', () => {
    const plane: ParameterPlane = {
      origin: Float32Array.of(1, 1, 1, 1),
      first: Float32Array.of(2, 0, 0, 0),
      second: Float32Array.of(1, 1, 0, 0),
    };
    const place = placeOn(plane, parametersAt(plane, 0.5, -3));
    expect(place.x).toBeCloseTo(0.5, 6);
    expect(place.y).toBeCloseTo(-3, 6);
    expect(place.away).toBeCloseTo(0, 6);
  });
});

describe('random directions', () => {
  const plan: NetworkPlan = planNetwork(
    {
      hidden: [{ units: 5, activation: 'relu' }],
      outputActivation: 'softmax',
      initializer: 'heNormal',
      seed: 4,
    },
    { task: 'classification', classes: 3 },
    2,
  );
  const weights = initialParameters(plan, {
    hidden: [],
    outputActivation: 'softmax',
    initializer: 'heNormal',
    seed: 4,
  });
  const parameters = weights.map((weight) => weight + 0.01);

  it('have the norm of each unit’s weights and leave biases alone', () => {
    const direction = randomDirection(plan, parameters, null, createRandom(1));
    for (const { inputs, units, kernelOffset, biasOffset } of plan.layers) {
      for (let unit = 0; unit < units; unit++) {
        const norm = (values: Float32Array) =>
          Math.hypot(...Array.from({ length: inputs }, (_, i) => values[kernelOffset + i * units + unit]!));
        expect(norm(direction) / norm(parameters)).toBeCloseTo(1, 5);
        expect(direction[biasOffset + unit]).toBe(0);
      }
    }
  });

  it('follow from the seed, and leave alone what is frozen', () => {
    const draw = (seed: number, frozen: Uint8Array | null = null) =>
      randomDirection(plan, parameters, frozen, createRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2)).not.toEqual(draw(1));
    const frozen = new Uint8Array(plan.parameterCount).fill(1, 0, 10);
    expect(draw(1, frozen).subarray(0, 10)).toEqual(new Float32Array(10));
  });
});

describe('principal directions', () => {
  it('contain a path that lies in a plane', async () => {
    const [u, v] = [Float32Array.of(1, 2, 0, -1, 3), Float32Array.of(0, 1, 1, 1, 0)];
    const moments = Array.from({ length: 70 }, (_, k) => {
      const [a, b] = [Math.cos(k / 9) * (k + 1), Math.sin(k / 5) * 20];
      return u.map((part, i) => 0.5 + a * part + b * v[i]!);
    });
    const found = await drain(principalDirections(moments));
    expect(found?.share).toBeCloseTo(1, 6);
    const plane = { origin: moments[69]!, first: found!.first, second: found!.second! };
    for (const moment of moments) expect(placeOn(plane, moment).away).toBeLessThan(1e-3);
    expect(Math.hypot(...found!.first)).toBeCloseTo(1, 5);
    expect(found!.first.reduce((sum, part, i) => sum + part * found!.second![i]!, 0)).toBeCloseTo(0, 5);
  });

  it('are one for a straight path and none for a run that stands still', async () => {
    const line = [0, 1, 4, 9].map((k) => Float32Array.of(k, 2 * k));
    const found = await drain(principalDirections(line));
    expect(found!.first[1]! / found!.first[0]!).toBeCloseTo(2, 5);
    expect(found!.second).toBeNull();
    const still = [line[1]!, line[1]!, line[1]!];
    expect(await drain(principalDirections(still))).toBeNull();
  });
});

describe('the range', () => {
  const least = { x: 1, y: 1 };
  const fit = { zoom: 0, centre: 'path' } as const;

  it('contains the path, stays while it still does, and moves when it does not', () => {
    const path = Float32Array.of(0, 0, 4, 2);
    const box = boxAround(path, fit, least, null);
    expect(box).toMatchObject({
      left: expect.closeTo(-0.6) as number,
      right: expect.closeTo(4.6) as number,
    });
    expect(boxAround(Float32Array.of(0, 0, 4.5, 2), fit, least, box)).toBe(box);
    const next = boxAround(Float32Array.of(0, 0, 6, 2), fit, least, box);
    expect(next.right).toBeGreaterThan(6);
  });

  it('is halved by zooming in and follows the run when that is in the middle', () => {
    const path = Float32Array.of(0, 0, 4, 2);
    const box = boxAround(path, { zoom: 1, centre: 'current' }, least, null);
    expect(box.right - box.left).toBeCloseTo(2.6);
    expect((box.right + box.left) / 2).toBeCloseTo(4);
    expect(boxAround(path, { zoom: 1, centre: 'current' }, least, box)).toBe(box);
  });
});
