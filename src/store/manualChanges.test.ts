import { expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../engine/experiment';
import type { Snapshot } from '../engine/training/snapshot';
import { begun, branchedOff, noManualChanges, runOnPage, withUpdates, withWeights } from './manualChanges';

const at = (updates: number) =>
  ({ updates, progress: updates / 10, parameters: Float32Array.of(1, 2, 3) }) as Snapshot;
const withRate = (learningRate: number): Experiment => ({
  ...defaultExperiment,
  training: { ...defaultExperiment.training, learningRate },
});
const [slow, fast] = [withRate(0.1), withRate(0.5)];
const trained = withUpdates(noManualChanges, null, at(20), slow);

it('weights set before the first update are where the run starts', () => {
  const once = withWeights(noManualChanges, at(0), [{ index: 1, value: 9 }], false);
  const twice = withWeights(once, at(0), [{ index: 2, value: 8 }], false);
  expect(runOnPage(twice, slow)).toEqual({ start: Float32Array.of(1, 9, 8), changed: false });
});

it.each([
  ['weights set later', withWeights(trained, at(20), [{ index: 0, value: 9 }], false)],
  ['weights set while it plays', withWeights(noManualChanges, at(0), [{ index: 0, value: 9 }], true)],
  ['updates with another rate', withUpdates(trained, at(20), at(30), fast)],
])('%s change the run', (_, hands) => {
  expect(runOnPage(hands, fast).changed).toBe(true);
});

it('another rate changes a run that has trained, until it is taken back; other stop rules and another plane do not', () => {
  expect(runOnPage(trained, fast).changed).toBe(true);
  expect(runOnPage(trained, slow).changed).toBe(false);
  expect(runOnPage(noManualChanges, fast).changed).toBe(false);
  const { training } = slow;
  const stopping = { ...slow, training: { ...training, stop: { ...training.stop, epochs: 7 } } };
  expect(runOnPage(trained, stopping).changed).toBe(false);
});

it('what was asked for is made with the settings of that moment', () => {
  const asked = begun(noManualChanges, slow);
  expect(runOnPage(asked, fast).changed).toBe(true);
  expect(runOnPage(withUpdates(asked, null, at(1), fast), fast).changed).toBe(true);
});

it('whoever goes on from before the change has a run without it', () => {
  const changed = withWeights(trained, at(20), [{ index: 0, value: 9 }], false);
  expect(runOnPage(branchedOff(changed, 1), slow).changed).toBe(false);
  expect(runOnPage(branchedOff(changed, 3), slow).changed).toBe(true);
  expect(branchedOff(changed, 0)).toBe(noManualChanges);
});
