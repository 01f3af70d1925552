/**
 * The network as numbers: its layers, and where each kernel and bias lies in one flat parameter array. Logistic, softmax and
 * linear regression are networks without hidden layers. Kernels are [in][out] as in Keras; the bias [out] follows its kernel.
 */
import type { DataSpec, ModelSpec } from '../experiment';
import { createRandom } from '../random';
import type { OutputActivationId } from './activations';
import { initializers } from './initializers';

export interface LayerPlan {
  readonly inputs: number;
  readonly units: number;
  readonly activation: OutputActivationId;
  /** Offset of kernel[0][0]; `inputs · units` numbers. */
  readonly kernelOffset: number;
  /** Offset of bias[0]; `units` numbers. */
  readonly biasOffset: number;
}

export interface NetworkPlan {
  readonly inputs: number;
  readonly outputs: number;
  /** Hidden layers, then the output layer. */
  readonly layers: readonly LayerPlan[];
  readonly parameterCount: number;
  /** Units of all layers together. */
  readonly unitCount: number;
}

/** A unit of the network. */
export interface UnitRef {
  /** Index into `NetworkPlan.layers`; −1 for the inputs. */
  readonly layer: number;
  readonly unit: number;
}

/** The weight from a unit of the layer before (or an input) to a unit. */
export interface WeightRef {
  /** Index into `NetworkPlan.layers`: the layer that the weight belongs to. */
  readonly layer: number;
  readonly from: number;
  readonly to: number;
}

/** Where a weight lies among the parameters. Without any check. */
export function weightIndex(plan: NetworkPlan, { layer, from, to }: WeightRef): number {
  const { kernelOffset, units } = plan.layers[layer] as LayerPlan;
  return kernelOffset + from * units + to;
}

/** Where the bias of a unit lies among the parameters; null for an input, which has none. */
export function biasIndex(plan: NetworkPlan, { layer, unit }: UnitRef): number | null {
  const plans = plan.layers[layer];
  return plans ? plans.biasOffset + unit : null;
}

/** Units of a layer; −1 for the inputs. */
export function unitsIn(plan: NetworkPlan, layer: number): number {
  return layer < 0 ? plan.inputs : (plan.layers[layer]?.units ?? 0);
}

/** Index of the first unit of a layer among the units of all layers; 0 for the inputs, which are counted by themselves. */
export function firstUnitOf(plan: NetworkPlan, layer: number): number {
  return plan.layers.slice(0, Math.max(0, layer)).reduce((sum, { units }) => sum + units, 0);
}

/** Units of the output layer: one for regression and for two classes without softmax, else one a class. */
export function outputUnits(
  data: Pick<DataSpec, 'task' | 'classes'>,
  activation: OutputActivationId,
): number {
  if (data.task === 'regression') return 1;
  return activation !== 'softmax' && data.classes === 2 ? 1 : data.classes;
}

/** Lays out the network of a model that receives `inputs` features. Throws RangeError without inputs. */
export function planNetwork(
  model: ModelSpec,
  data: Pick<DataSpec, 'task' | 'classes'>,
  inputs: number,
): NetworkPlan {
  if (inputs < 1) throw new RangeError(`a network needs at least one input, got ${inputs}`);
  const output = { units: outputUnits(data, model.outputActivation), activation: model.outputActivation };
  const layers: LayerPlan[] = [];
  let offset = 0;
  let width = inputs;
  for (const { units, activation } of [...model.hidden, output]) {
    const biasOffset = offset + width * units;
    layers.push({ inputs: width, units, activation, kernelOffset: offset, biasOffset });
    offset = biasOffset + units;
    width = units;
  }
  const unitCount = layers.reduce((sum, layer) => sum + layer.units, 0);
  return { inputs, outputs: output.units, layers, parameterCount: offset, unitCount };
}

/** Draws the initial parameters: kernels by the initialiser, biases 0. [parameterCount] */
export function initialParameters(plan: NetworkPlan, model: ModelSpec): Float32Array {
  const parameters = new Float32Array(plan.parameterCount);
  const random = createRandom(model.seed);
  const initializer = initializers[model.initializer];
  for (const layer of plan.layers) {
    for (let i = layer.kernelOffset; i < layer.biasOffset; i++) {
      parameters[i] = initializer.draw(layer.inputs, layer.units, random);
    }
  }
  return parameters;
}
