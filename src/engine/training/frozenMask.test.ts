import { expect, it } from 'vitest';
import { planNetwork } from '../model/network';
import { frozenMask } from './frozenMask';

const plan = planNetwork(
  {
    hidden: [{ units: 2, activation: 'tanh' }],
    outputActivation: 'sigmoid',
    initializer: 'zeros',
    seed: 1,
  },
  { task: 'classification', classes: 2 },
  1,
);

it('is nothing at all where nothing is frozen', () => {
  expect(frozenMask(plan, { layers: [], parameters: [] })).toBeNull();
});

it('flags single weights and biases, and kernel and bias of whole layers', () => {
  expect(frozenMask(plan, { layers: [], parameters: [5, 1] })).toEqual(Uint8Array.of(0, 1, 0, 0, 0, 1, 0));
  expect(frozenMask(plan, { layers: [0], parameters: [2, 6] })).toEqual(Uint8Array.of(1, 1, 1, 1, 0, 0, 1));
  expect(frozenMask(plan, { layers: [1, 0], parameters: [] })).toEqual(new Uint8Array(7).fill(1));
});
