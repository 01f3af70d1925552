/** How many points the page takes apart by itself. */
import { expect, it } from 'vitest';
import { cloud, experimentWith } from '../../../../tests/support/testExperiment';
import { initialParameters } from '../../../engine/model/network';
import { network } from '../../../store/derived';
import { follow } from './useFollowedUpdate';

it('refuses many points even with few weights, and takes fewer of them or one', () => {
  const experiment = experimentWith({
    data: { classes: 2, source: cloud(5000, 2), testShare: 0 },
    model: { hidden: [], outputActivation: 'sigmoid' },
    training: { batchSize: 'all', optimizer: { id: 'sgd', options: {} } },
  });
  const plan = network(experiment);
  const moment = (points: number) => ({
    parameters: initialParameters(plan, experiment.model),
    slots: [],
    optimizerUpdates: 0,
    epoch: 0,
    learningRate: 0.1,
    batch: Uint32Array.from({ length: points }, (_, i) => i),
  });
  const { parameterCount: parameters } = plan;
  expect(follow(experiment, moment(5000), null)).toEqual({ kind: 'tooMany', points: 5000, parameters });
  expect(follow(experiment, moment(1000), null).kind).toBe('ready');
  expect(follow(experiment, moment(5000), 4999)).toMatchObject({ kind: 'ready', indices: [4999] });
});
