/** Small experiments with real numbers for the gallery: data from the registry, a network trained in the page, its maps and history. */
import type { PlaneRange, Points, Task } from '../../engine/data/dataset';
import { type DatasetId, datasets } from '../../engine/data/datasets';
import { type FeatureId, features } from '../../engine/data/features';
import { createInputMap, type InputMap, planeGrid } from '../../engine/data/inputs';
import { splitPoints } from '../../engine/data/split';
import type { ModelSpec } from '../../engine/experiment';
import { forward } from '../../engine/model/forward';
import { initialParameters, type NetworkPlan, planNetwork } from '../../engine/model/network';
import { predictedClass, targetsOf } from '../../engine/model/prediction';
import { createRandom } from '../../engine/random';
import { examine, updateRatiosOf } from '../../engine/training/health';
import type { Health, HistoryRow, UnitGrid } from '../../engine/training/snapshot';
import { rowOf, type SampleSet, trainSample } from './trainSample';

export interface SampleSpec {
  readonly dataset: DatasetId;
  readonly classes?: number;
  readonly points?: number;
  readonly noise?: number;
  readonly testShare?: number;
  readonly features?: readonly FeatureId[];
  readonly hidden?: ModelSpec['hidden'];
  /** Default: sigmoid for two classes, softmax for more, linear for regression. */
  readonly output?: ModelSpec['outputActivation'];
  readonly epochs?: number;
  /** Measures the loss at every epoch, which takes as long as training; without, the history is empty. */
  readonly withHistory?: boolean;
  /** Examines the layers every few epochs; without, there is no health. */
  readonly withHealth?: boolean;
  /** Columns of the output grid. */
  readonly columns?: number;
}

export interface Sample {
  readonly points: Points;
  readonly isTest: Uint8Array;
  readonly plane: PlaneRange;
  readonly task: Task;
  readonly inputs: 1 | 2;
  readonly inputMap: InputMap;
  readonly plan: NetworkPlan;
  readonly parameters: Float32Array;
  readonly outputs: UnitGrid;
  readonly unitMaps: UnitGrid;
  readonly inputMaps: UnitGrid;
  readonly inputLabels: readonly string[];
  /** What the first layer receives. [point][feature] */
  readonly pointInputs: Float32Array;
  readonly predictions: Float32Array;
  readonly history: readonly HistoryRow[];
  readonly health: readonly Health[];
}

const FINE = 128;
const COARSE = 32;
/** Epochs between two examinations. */
const EXAMINE_EVERY = 5;

export function createSample(spec: SampleSpec): Sample {
  const dataset = datasets[spec.dataset];
  const { task, inputs, plane } = dataset;
  const classes = spec.classes ?? Math.max(2, dataset.classes[0]);
  const options = { points: spec.points ?? 240, noise: spec.noise ?? dataset.defaultNoise, classes };
  const points: Points = dataset.generate(options, createRandom(7));
  const split = splitPoints(options.points, spec.testShare ?? 0.3, 1);
  const inputMap = createInputMap(spec.features ?? ['x1', 'x2'], inputs, points, split.train, true);
  const byTask = task === 'regression' ? 'linear' : classes === 2 ? 'sigmoid' : 'softmax';
  const outputActivation = spec.output ?? byTask;
  const model: ModelSpec = {
    hidden: spec.hidden ?? [],
    outputActivation,
    initializer: 'glorotUniform',
    seed: 3,
  };
  const plan = planNetwork(model, { task, classes }, inputMap.width);
  const parameters = initialParameters(plan, model);
  const setOf = (indices: Uint32Array): SampleSet => ({
    inputs: inputMap.fill(pick(points.x1, indices), pick(points.x2, indices)),
    targets: targetsOf(task, points.y, indices, plan.outputs),
    count: indices.length,
  });
  const train = setOf(split.train);
  const test = setOf(split.test);
  const history: HistoryRow[] = [];
  const examiner = createExaminer(plan, task, train);
  trainSample(plan, parameters, train, spec.epochs ?? 200, (epoch) => {
    if (spec.withHealth) examiner.look(epoch, parameters);
    if (!spec.withHistory) return;
    const testLoss = test.count > 0 ? lossOf(plan, parameters, test) : null;
    history.push({
      epoch,
      trainLoss: lossOf(plan, parameters, train),
      testLoss,
      trainAccuracy: null,
      testAccuracy: null,
    });
  });
  const pointInputs = inputMap.fill(points.x1, points.x2);
  return {
    points,
    isTest: split.isTest,
    plane,
    task,
    inputs,
    inputMap,
    plan,
    parameters,
    ...mapsOf({ plan, parameters, inputMap, plane, inputs }, spec.columns ?? FINE),
    inputLabels: inputMap.features.map((id) => features[id].label),
    pointInputs,
    predictions: predict(plan, parameters, pointInputs, task),
    history,
    health: examiner.health,
  };
}

/** Keeps what an examination of the layers finds, together with the size of the update before it. */
function createExaminer(network: NetworkPlan, task: Task, { inputs, targets, count }: SampleSet) {
  const part = { points: count, inputs, targets, labels: new Float64Array(count) };
  const output = network.layers.at(-1)!.activation;
  const classLoss = output === 'softmax' ? 'categoricalCrossentropy' : 'binaryCrossentropy';
  const loss = { id: task === 'regression' ? 'squaredError' : classLoss, l1: 0, l2: 0 } as const;
  const health: Health[] = [];
  let before: Float32Array | null = null;
  const look = (epoch: number, parameters: Float32Array) => {
    if (epoch % EXAMINE_EVERY === 0) {
      const updateRatios = before && updateRatiosOf(network, before, parameters);
      health.push(examine({ network, loss, parameters, part, epoch, updateRatios, care: 'whole' }));
    }
    before = parameters.slice();
  };
  return { health, look };
}

function pick(values: Float64Array, indices: Uint32Array): Float64Array {
  return Float64Array.from(indices, (i) => values[i]!);
}

function lossOf(plan: NetworkPlan, parameters: Float32Array, { inputs, targets, count }: SampleSet): number {
  let sum = 0;
  for (let point = 0; point < count; point++) {
    const { outputs } = forward(plan, parameters, rowOf(inputs, point, plan.inputs)).at(-1)!;
    const target = rowOf(targets, point, plan.outputs);
    const activation = plan.layers.at(-1)!.activation;
    outputs.forEach((a, unit) => {
      const y = target[unit]!;
      if (activation === 'linear') sum += 0.5 * (a - y) ** 2;
      else if (y > 0) sum -= Math.log(Math.max(a, 1e-12));
      else if (activation === 'sigmoid') sum -= Math.log(Math.max(1 - a, 1e-12));
    });
  }
  return sum / count;
}

function predict(
  plan: NetworkPlan,
  parameters: Float32Array,
  inputs: Float32Array,
  task: Task,
): Float32Array {
  return Float32Array.from({ length: inputs.length / plan.inputs }, (_, point) => {
    const { outputs } = forward(plan, parameters, rowOf(inputs, point, plan.inputs)).at(-1)!;
    return task === 'classification' ? predictedClass(outputs) : outputs[0]!;
  });
}

function mapsOf(
  {
    plan,
    parameters,
    inputMap,
    plane,
    inputs,
  }: Pick<Sample, 'plan' | 'parameters' | 'plane' | 'inputs'> & {
    readonly inputMap: InputMap;
  },
  columns: number,
): Pick<Sample, 'outputs' | 'unitMaps' | 'inputMaps'> {
  const gridOf = (
    side: number,
    units: number,
    unitsAt: (row: Float32Array) => ArrayLike<number>,
  ): UnitGrid => {
    const rows = inputs === 1 ? 1 : side;
    const { x1, x2 } = planeGrid(plane, side, rows);
    const cellInputs = inputMap.fill(x1, x2);
    const values = new Float32Array(units * x1.length);
    for (let cell = 0; cell < x1.length; cell++) {
      const answers = unitsAt(rowOf(cellInputs, cell, plan.inputs));
      for (let unit = 0; unit < units; unit++) values[unit * x1.length + cell] = answers[unit]!;
    }
    return { columns: side, rows, units, values };
  };
  return {
    outputs: gridOf(columns, plan.outputs, (row) => forward(plan, parameters, row).at(-1)!.outputs),
    unitMaps: gridOf(COARSE, plan.unitCount, (row) =>
      forward(plan, parameters, row).flatMap((layer) => Array.from(layer.outputs)),
    ),
    inputMaps: gridOf(COARSE, plan.inputs, (row) => row),
  };
}
