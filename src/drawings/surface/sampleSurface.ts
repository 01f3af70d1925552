/** Surfaces for the gallery and for tests, in float64 from the engine's scalars; the page itself gets them from the worker. */
import { forward } from '../../engine/model/forward';
import { outputHead, pointLoss } from '../../engine/model/heads';
import { type LossChoice, lossOptions } from '../../engine/model/losses';
import type { NetworkPlan } from '../../engine/model/network';
import {
  type ParameterPlane,
  pairPlane,
  parametersAt,
} from '../../engine/training/costSurface/parameterPlane';
import {
  type CostRange,
  type CostSurface,
  surfaceSide,
} from '../../engine/training/costSurface/surfaceQuestion';

/** A surface of any function of two parameters that are all there are. */
export function surfaceOfFunction(cost: (x: number, y: number) => number, box: CostRange): CostSurface {
  const plane = pairPlane(new Float32Array(2), 0, 1);
  const directions = { kind: 'pair', first: 0, second: 1 } as const;
  return {
    question: { directions, loss: { id: 'squaredError' }, regularised: false, zoom: 0, centre: 'path' },
    plane,
    box,
    values: valuesOf(cost, box),
    path: new Float32Array(0),
    share: null,
    points: 30,
    of: 30,
  };
}

export interface SampledCost {
  readonly plan: NetworkPlan;
  readonly plane: ParameterPlane;
  readonly loss: LossChoice;
  /** [point][feature], [point][output unit] */
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
}

/** The mean loss of a network over a plane through its parameters. */
export function sampledCost({ plan, plane, loss, inputs, targets }: SampledCost) {
  const { activation } = plan.layers.at(-1)!;
  const head = outputHead(loss.id, plan);
  const points = inputs.length / plan.inputs;
  return (x: number, y: number): number => {
    const parameters = parametersAt(plane, x, y);
    let sum = 0;
    for (let i = 0; i < points; i++) {
      const row = inputs.subarray(i * plan.inputs, (i + 1) * plan.inputs);
      const { logits, outputs } = forward(plan, parameters, row).at(-1)!;
      const target = targets.subarray(i * plan.outputs, (i + 1) * plan.outputs);
      sum += pointLoss(head, { activation, logits, outputs, targets: target }, lossOptions(loss));
    }
    return sum / points;
  };
}

function valuesOf(
  cost: (x: number, y: number) => number,
  { left, right, bottom, top }: CostRange,
): Float32Array {
  return Float32Array.from({ length: surfaceSide * surfaceSide }, (_, cell) => {
    const [column, row] = [cell % surfaceSide, Math.floor(cell / surfaceSide)];
    const x = left + ((column + 0.5) / surfaceSide) * (right - left);
    return cost(x, top - ((row + 0.5) / surfaceSide) * (top - bottom));
  });
}
