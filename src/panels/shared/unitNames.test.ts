import { describe, expect, it } from 'vitest';
import { networkExperiment } from '../../../tests/support/testExperiment';
import { planNetwork } from '../../engine/model/network';
import { initI18n, loadPageWords } from '../../i18n/i18n';
import { endName, inputNames, type Naming, spokenName, titleOf, unitNow } from './unitNames';

const { t } = await initI18n('en');
await loadPageWords();
const { model, data } = networkExperiment;

function naming(changes: Partial<Naming> = {}): Naming {
  const plan = planNetwork(model, data, 2);
  const named = {
    t,
    name: ({ en }: { en: string }) => en,
    plan,
    task: 'classification',
    names: null,
  } as const;
  return { ...named, inputs: ['x₁', 'x₂'], ...changes };
}

describe('the names of units', () => {
  it('say layer, unit and activation', () => {
    expect(spokenName(naming(), { layer: 0, unit: 2 })).toBe('Hidden layer 1, unit 3, ReLU');
    expect(titleOf(naming(), { layer: 1, unit: 0 })).toBe('Hidden 2, unit 1 (ReLU)');
    expect(titleOf(naming(), { layer: -1, unit: 1 })).toBe('Input x₂');
    expect(titleOf(naming(), { layer: 2, unit: 1 })).toBe('Output, class 2 (softmax)');
  });

  it('call classes as their file does', () => {
    const names = { x1: '', x2: '', y: 'origin', classes: ['alpine', 'coastal'] };
    expect(titleOf(naming({ names }), { layer: 2, unit: 1 })).toBe('Output, “coastal” (softmax)');
    expect(endName(naming({ names }), { layer: 2, unit: 0 })).toBe('output of “alpine”');
    expect(endName(naming({ names }), { layer: 2, unit: 2 })).toBe('output of class 3');
  });

  it('call a single output just that', () => {
    const single = { ...model, outputActivation: 'sigmoid' } as const;
    const one = naming({ plan: planNetwork(single, { task: 'classification', classes: 2 }, 2) });
    expect(spokenName(one, { layer: 2, unit: 0 })).toBe('Output, sigmoid');
    expect(endName(one, { layer: 2, unit: 0 })).toBe('the output');
  });

  it('take inputs from the features that exist', () => {
    expect(inputNames(networkExperiment)).toEqual(['x₁', 'x₂']);
    const curve = { ...data, task: 'regression', inputs: 1, features: ['x2', 'x1', 'x1Squared'] } as const;
    expect(inputNames({ ...networkExperiment, data: curve })).toEqual(['x₁', 'x₁²']);
  });
});

describe('what a unit is like now', () => {
  it('tells the bias and the strongest weight, whatever its sign', () => {
    const { plan } = naming();
    const parameters = new Float32Array(plan.parameterCount);
    parameters[plan.layers[0]?.biasOffset ?? 0] = 0.125;
    parameters[0] = 0.5;
    parameters[8] = -1.4;
    expect(unitNow(naming(), { layer: 0, unit: 0 }, parameters)).toBe(
      'bias 0.13, 2 incoming weights, strongest −1.40 from x₂',
    );
  });

  it('has nothing to say of an input', () => {
    expect(unitNow(naming(), { layer: -1, unit: 0 }, new Float32Array(132))).toBe('');
  });
});
