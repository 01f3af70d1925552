/**
 * The models that the proofs lay beside the network, worked out from the same weights, and how far the two are apart over the plane:
 * by rounding, as the network is computed in float32 and the other one in float64.
 */
import { planeGrid } from '../../../../engine/data/inputs';
import type { PreparedData } from '../../../../engine/data/prepareData';
import type { DataSpec } from '../../../../engine/experiment';
import { type AffineMap, answersOf, collapse, largestDifference } from '../../../../engine/model/collapse';
import { firstUnitOf, type LayerPlan, type NetworkPlan } from '../../../../engine/model/network';
import { logisticOf } from '../../../../engine/model/softmaxPair';
import type { Snapshot, UnitGrid } from '../../../../engine/training/snapshot';

export interface SecondModel {
  /** Its single layer. */
  readonly layer: AffineMap;
  /** What it answers over the plane, on a grid of the network's own. */
  readonly outputs: UnitGrid;
  /** Largest difference from the network's answers; NaN where one is no number. */
  readonly difference: number;
}

type Moment = Pick<Snapshot, 'parameters' | 'outputs' | 'unitMaps'>;
type Plane = Pick<DataSpec, 'plane'>;

/** The layers of a linear network multiplied out, step by step. Throws RangeError unless all hidden layers are linear. */
export function collapsed(
  plan: NetworkPlan,
  data: Plane,
  prepared: Pick<PreparedData, 'inputMap'>,
  { parameters, outputs }: Moment,
): SecondModel & { readonly steps: readonly AffineMap[] } {
  const steps = collapse(plan, parameters);
  const layer = steps.at(-1) as AffineMap;
  const { activation } = plan.layers.at(-1) as LayerPlan;
  const values = answersOf(layer, activation, inputsOver(data, prepared, outputs));
  return {
    steps,
    layer,
    outputs: { ...outputs, values },
    difference: largestDifference(values, outputs.values),
  };
}

/** The logistic regression in a softmax of two classes. Throws RangeError for another output. */
export function logistic(
  plan: NetworkPlan,
  data: Plane,
  prepared: Pick<PreparedData, 'inputMap'>,
  { parameters, outputs, unitMaps }: Moment,
): SecondModel {
  const layer = logisticOf(plan, parameters);
  const hasHidden = plan.layers.length > 1;
  const grid = hasHidden ? unitMaps : outputs;
  const cells = grid.columns * grid.rows;
  // The sigmoid tells how probable the second class is.
  const second = (hasHidden ? firstUnitOf(plan, plan.layers.length - 1) : 0) + 1;
  const inputs = hasHidden ? activationsBefore(plan, unitMaps) : inputsOver(data, prepared, outputs);
  const values = answersOf(layer, 'sigmoid', inputs);
  const difference = largestDifference(values, grid.values.subarray(second * cells, (second + 1) * cells));
  return { layer, outputs: { ...grid, units: 1, values }, difference };
}

/** What the first layer receives at the cells of a grid. [cell][feature] */
function inputsOver({ plane }: Plane, { inputMap }: Pick<PreparedData, 'inputMap'>, grid: UnitGrid) {
  const { x1, x2 } = planeGrid(grid.range ?? plane, grid.columns, grid.rows);
  return inputMap.fill(x1, x2);
}

/** What the last hidden layer passes on at the cells of the units' maps. [cell][unit] */
function activationsBefore(plan: NetworkPlan, { columns, rows, values }: UnitGrid): Float32Array {
  const cells = columns * rows;
  const { inputs } = plan.layers.at(-1) as LayerPlan;
  const from = firstUnitOf(plan, plan.layers.length - 2);
  return Float32Array.from(
    { length: cells * inputs },
    (_, i) => values[(from + (i % inputs)) * cells + Math.floor(i / inputs)] as number,
  );
}
