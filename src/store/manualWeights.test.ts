import { beforeEach, expect, it } from 'vitest';
import { defaultExperiment } from '../engine/experiment';
import { setWeights, startRun } from './commands';
import { changesFor, withSet } from './manualWeights';
import { edit, store } from './store';

beforeEach(() => {
  edit(() => ({ ...defaultExperiment }));
  startRun(false);
});

const set = (index: number, value: number) => setWeights([{ index, value }]);
const sent = () => {
  const { weights } = store.getState().run.hands;
  return weights && changesFor(weights);
};

it('what a hand sets over the initial weights is remembered, each weight as it was set last', () => {
  expect(sent()).toBeNull();
  set(3, 1);
  set(0, 2);
  set(3, -1);
  expect(sent()).toEqual([
    { index: 3, value: -1 },
    { index: 0, value: 2 },
  ]);
});

it('is forgotten with a new run', () => {
  set(3, 1);
  startRun(false);
  expect(sent()).toBeNull();
});

it('takes the weights of the moment along once training has begun', () => {
  const parameters = Float32Array.of(0.5, 1.5, 2.5);
  const first = withSet(null, { progress: 0, parameters: Float32Array.of(0, 0, 0) }, [
    { index: 0, value: 9 },
  ]);
  const later = withSet(first, { progress: 12, parameters }, [{ index: 2, value: -1 }]);
  // A quick learner sets the next one before the picture has the first.
  const last = withSet(later, { progress: 12, parameters }, [{ index: 1, value: 7 }]);
  expect(changesFor(last)).toEqual([
    { index: 0, value: 0.5 },
    { index: 1, value: 7 },
    { index: 2, value: -1 },
  ]);
});
