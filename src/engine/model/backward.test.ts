import { describe, expect, it } from 'vitest';
import { type OutputActivationId, outputActivations } from './activations';
import { addGradient, backward } from './backward';
import { activate, forward } from './forward';
import { headOf, outputHead, pointLoss } from './heads';
import { type LossId, losses, lossOptions } from './losses';
import { initialParameters, planNetwork } from './network';

const step = 1e-5;

function lossAt(
  id: LossId,
  activation: OutputActivationId,
  logits: readonly number[],
  targets: readonly number[],
) {
  return pointLoss(
    headOf(id, activation, logits.length),
    {
      activation,
      logits,
      targets,
      outputs: activate(activation, Float64Array.from(logits)),
    },
    lossOptions({ id }),
  );
}

describe('dL/dz of the output', () => {
  for (const id of Object.keys(losses) as LossId[]) {
    for (const activation of Object.keys(outputActivations) as OutputActivationId[]) {
      // Inside every range, so that no clipping kink lies within a step.
      for (const [logits, targets] of [
        [[0.31], [1]],
        [[0.31], [0]],
        [
          [0.4, 0.12, 0.7],
          [0, 1, 0],
        ],
      ] as const) {
        it(`of ${id} with ${activation}, ${logits.length} units, is the slope of the loss`, () => {
          const outputs = activate(activation, Float64Array.from(logits));
          const deltas = headOf(id, activation, logits.length).deltas(
            { activation, logits, outputs, targets },
            lossOptions({ id }),
          );
          logits.forEach((_, j) => {
            const moved = (by: number) => logits.map((z, k) => (k === j ? z + by : z));
            const above = lossAt(id, activation, moved(step), targets);
            const below = lossAt(id, activation, moved(-step), targets);
            expect(deltas[j]).toBeCloseTo((above - below) / (2 * step), 7);
          });
        });
      }
    }
  }

  it('does not die where the model is sure and wrong', () => {
    const sure = { activation: 'sigmoid', logits: [1000], outputs: [1], targets: [0] } as const;
    expect(headOf('binaryCrossentropy', 'sigmoid', 1).deltas(sure, [])).toEqual(Float64Array.of(1));
  });
});

it('a gradient is that of central differences through every layer', () => {
  const model = {
    hidden: [
      { units: 4, activation: 'tanh' },
      { units: 3, activation: 'swish' },
    ],
    outputActivation: 'softmax',
    initializer: 'glorotUniform',
    seed: 5,
  } as const;
  const plan = planNetwork(model, { task: 'classification', classes: 3 }, 2);
  const parameters = Float64Array.from(initialParameters(plan, model), (w, i) => w + 0.01 * (i % 7));
  const [inputs, targets] = [
    [0.5, -1.2],
    [0, 0, 1],
  ];
  const cost = (at: Float64Array) => {
    const last = forward(plan, at, inputs).at(-1)!;
    return pointLoss(
      outputHead('categoricalCrossentropy', plan),
      {
        activation: 'softmax',
        targets,
        ...last,
      },
      [],
    );
  };
  const gradient = new Float64Array(plan.parameterCount);
  addGradient(
    plan,
    inputs,
    backward(plan, { id: 'categoricalCrossentropy' }, parameters, inputs, targets),
    gradient,
  );
  for (let i = 0; i < gradient.length; i++) {
    const [above, below] = [parameters.slice(), parameters.slice()];
    above[i]! += step;
    below[i]! -= step;
    expect(gradient[i], `parameter ${i}`).toBeCloseTo((cost(above) - cost(below)) / (2 * step), 7);
  }
});
