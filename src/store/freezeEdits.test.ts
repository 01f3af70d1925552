import { describe, expect, it } from 'vitest';
import { networkExperiment } from '../../tests/support/testExperiment';
import { decode } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import { choosePreset, chooseTask, setClasses, setPreset, toggleFeature } from './dataEdits';
import { isFrozen, toggleFrozenLayer, toggleFrozenParameter } from './freezeEdits';
import {
  addLayer,
  chooseKind,
  insertLayer,
  removeLayer,
  setInitializer,
  setLayer,
  setOutputActivation,
  setWeightSeed,
} from './modelEdits';

/** The second hidden layer, and the very last bias of the network, which smaller networks do not have. */
const held = toggleFrozenParameter(toggleFrozenLayer(networkExperiment, 1), 131);
const frozenOf = ({ training }: Experiment) => training.frozen;

describe('edits of what is frozen', () => {
  it('freeze weights and layers in order, and let them go again', () => {
    const three = [7, 2, 5].reduce(toggleFrozenParameter, networkExperiment);
    expect(frozenOf(three).parameters).toEqual([2, 5, 7]);
    expect(frozenOf(toggleFrozenParameter(three, 5)).parameters).toEqual([2, 7]);
    expect(frozenOf(toggleFrozenLayer(toggleFrozenLayer(three, 2), 0)).layers).toEqual([0, 2]);
    expect(frozenOf(toggleFrozenLayer(held, 1)).layers).toEqual([]);
    expect(decode(JSON.parse(JSON.stringify(held))).problems).toEqual([]);
  });

  it('a weight is frozen by itself or with its layer', () => {
    expect(isFrozen(held, 2, 131)).toBe(true);
    expect(isFrozen(held, 2, 130)).toBe(false);
    expect(isFrozen(held, 1, 30)).toBe(true);
    expect(isFrozen(held, 0, 3)).toBe(false);
  });
});

const reshaping: [string, (experiment: Experiment) => Experiment][] = [
  ['a layer more', addLayer],
  ['a layer in between', (experiment) => insertLayer(experiment, 0)],
  ['a layer less', (experiment) => removeLayer(experiment, 0)],
  ['fewer units', (experiment) => setLayer(experiment, 0, { units: 3 })],
  ['fewer classes', (experiment) => setClasses(experiment, 2)],
  ['another task', (experiment) => chooseTask(experiment, 'regression1')],
  ['a data set of two classes', (experiment) => choosePreset(experiment, 'xor')],
  ['another feature', (experiment) => toggleFeature(experiment, 'radius')],
  ['logistic regression', (experiment) => chooseKind(experiment, 'logistic')],
  ['one output unit', (experiment) => setOutputActivation(setClasses(experiment, 2), 'sigmoid')],
];

it.each(reshaping)('%s lets everything go, for its weights have other places', (_, change) => {
  const changed = change(held);
  expect(frozenOf(changed)).toEqual({ layers: [], parameters: [] });
  expect(decode(JSON.parse(JSON.stringify(changed))).problems).toEqual([]);
});

const keeping: [string, (experiment: Experiment) => Experiment][] = [
  ['another activation', (experiment) => setLayer(experiment, 0, { activation: 'tanh' })],
  ['another initialiser', (experiment) => setInitializer(experiment, 'zeros')],
  ['other weights', (experiment) => setWeightSeed(experiment, 5)],
  ['more noise', (experiment) => setPreset(experiment, { noise: 2 })],
  ['another output of as many units', (experiment) => setOutputActivation(experiment, 'linear')],
];

it.each(keeping)('%s leaves frozen what is', (_, change) => {
  const changed = change(held);
  expect(changed).not.toBe(held);
  expect(frozenOf(changed)).toEqual(frozenOf(held));
});
