import { describe, expect, it } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { highlightOf } from './highlight';

const plan = planNetwork(
  {
    hidden: [{ units: 3, activation: 'relu' }],
    outputActivation: 'softmax',
    initializer: 'zeros',
    seed: 1,
  },
  { task: 'classification', classes: 2 },
  2,
);

describe('what a symbol stands for in the diagram', () => {
  it('of a kernel: the edges into its layer; of an entry: one edge and the unit it leads to', () => {
    expect(highlightOf(plan, { quantity: 'W', layer: 0 })).toMatchObject({
      units: [],
      edges: [{ layer: 0 }],
    });
    expect(highlightOf(plan, { quantity: 'W', layer: 1, unit: 1, from: 2 })).toMatchObject({
      units: [{ layer: 1, unit: 1 }],
      edges: [{ layer: 1, to: 1, from: 2 }],
    });
  });

  it('of activations: the units of the layer, inputs included', () => {
    expect(highlightOf(plan, { quantity: 'a', layer: -1 })?.units).toHaveLength(2);
    expect(highlightOf(plan, { quantity: 'z', layer: 0 })?.units).toHaveLength(3);
  });

  it('of biases: the units with their biases', () => {
    expect(highlightOf(plan, { quantity: 'b', layer: 0, unit: 1 })?.units).toEqual([
      { layer: 0, unit: 1, hasBias: true },
    ]);
  });

  it('of the loss: the outputs; of the learning rate, and of a layer that is gone: nothing', () => {
    expect(highlightOf(plan, { quantity: 'L' })?.units).toHaveLength(2);
    expect(highlightOf(plan, { quantity: 'alpha' })).toBeNull();
    expect(highlightOf(plan, { quantity: 'W', layer: 4 })).toBeNull();
  });
});
