/** For tests only: that a device trains jobs of any size. Called within `describe`. */
import { expect, it } from 'vitest';
import type { DeviceId } from '../../../src/engine/devices/device';
import { createRandom, permutation } from '../../../src/engine/random';
import { part } from './deviceRuns';
import { drawProblem, freshState, startOf } from './problems';
import { relativeError } from './relativeError';
import { allAtOnce, errorOfMove, patience, plain, trainedInCalls, truthOf, usual } from './trainingContract';

/** From sizes that fill no vector, tile or chunk of a device to sizes that fill several. */
const crowds = [2, 4, 5, 31, 33, 64, 65, 127, 129, 511, 1023, 1025, 2500];

export function takesCrowds(id: DeviceId): void {
  it.each([{ hidden: [8] }, { hidden: [5, 64] }])(
    'takes batches of any size with hidden layers of $hidden',
    async ({ hidden }) => {
      const points = crowds.at(-1)!;
      const random = createRandom(6);
      const { job, ...draft } = drawProblem({ ...usual, hidden: 'tanh', shape: { inputs: 3, hidden } });
      const problem = {
        ...draft,
        tuning: plain,
        start: freshState('sgd', draft.start.parameters),
        job: {
          ...job,
          points,
          inputs: Float32Array.from({ length: 3 * points }, () => random.normal()),
          targets: Float32Array.from({ length: 3 * points }, (_, i) =>
            Number(i % 3 === Math.floor(i / 3) % 3),
          ),
        },
      };
      const order = permutation(points, random);
      for (const size of crowds) {
        const updates = {
          order,
          starts: Uint32Array.of(points - size),
          ends: Uint32Array.of(points),
          learningRates: Float64Array.of(1),
        };
        expect(await errorOfMove(id, { ...problem, updates }), `${size} points`).toBeLessThanOrEqual(1e-4);
      }
    },
    patience,
  );
}

export function reachesTheLimits(id: DeviceId): void {
  it(
    'trains 8 hidden layers of 128 units',
    async () => {
      const shape = { inputs: 2, hidden: Array.from({ length: 8 }, () => 128) };
      const draft = drawProblem({ ...usual, hidden: 'tanh', shape, regularisation: 'none' });
      const updates = part(draft.updates, 0, 2);
      const ours = await trainedInCalls(id, draft, [2]);
      expect(relativeError(ours.parameters, truthOf(draft, updates).parameters)).toBeLessThanOrEqual(1e-4);
    },
    patience,
  );

  it(
    'trains on 100,000 points, the last of them too',
    async () => {
      const points = 100_000;
      const random = createRandom(9);
      const draft = drawProblem({
        ...usual,
        shape: { inputs: 2, hidden: [4] },
        output: 'sigmoid',
        classes: 2,
      });
      const job = {
        ...draft.job,
        points,
        loss: 'binaryCrossentropy',
        inputs: Float32Array.from({ length: 2 * points }, () => random.normal()),
        targets: Float32Array.from({ length: points }, () => random.integer(2)),
      } as const;
      const problem = {
        ...draft,
        job,
        tuning: plain,
        start: freshState('sgd', startOf(job.network, random)),
      };
      const scattered = permutation(points, random).subarray(0, 777);
      const wholes = allAtOnce(job, 1);
      const cases = [
        wholes,
        { ...wholes, starts: Uint32Array.of(points - 10) },
        { ...wholes, order: scattered, ends: Uint32Array.of(scattered.length) },
      ];
      for (const updates of cases)
        expect(await errorOfMove(id, { ...problem, updates })).toBeLessThanOrEqual(1e-3);
    },
    patience,
  );
}
