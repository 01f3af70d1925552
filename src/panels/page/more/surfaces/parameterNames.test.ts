import { expect, it } from 'vitest';
import { biasIndex, planNetwork, weightIndex } from '../../../../engine/model/network';
import { parameterAt } from './parameterNames';

it('finds every weight and bias of a network where the layout has it', () => {
  const plan = planNetwork(
    {
      hidden: [
        { units: 3, activation: 'relu' },
        { units: 2, activation: 'tanh' },
      ],
      outputActivation: 'softmax',
      initializer: 'zeros',
      seed: 1,
    },
    { task: 'classification', classes: 3 },
    2,
  );
  for (let index = 0; index < plan.parameterCount; index++) {
    const { layer, unit, from } = parameterAt(plan, index);
    const found =
      from === null ? biasIndex(plan, { layer, unit }) : weightIndex(plan, { layer, from, to: unit });
    expect(found).toBe(index);
  }
  expect(() => parameterAt(plan, plan.parameterCount)).toThrow(RangeError);
});
