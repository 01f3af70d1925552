/** J of any parameters: the mean loss over (a sample of) the training points, from the logits of a device, in float64. */
import { createDevice } from '../../devices/createDevice';
import type { Device } from '../../devices/device';
import type { LossSpec } from '../../experiment';
import { activate } from '../../model/forward';
import { outputHead, pointLoss } from '../../model/heads';
import { type LossChoice, lossOptions } from '../../model/losses';
import { penaltyOf } from '../../model/metrics';
import type { LayerPlan, NetworkPlan } from '../../model/network';
import { createRandom, permutation } from '../../random';

/** Points that J is the mean over. */
export interface CostPoints {
  readonly points: number;
  /** [point][feature] */
  readonly inputs: Float32Array;
  /** [point][output unit] */
  readonly targets: Float32Array;
}

/** Products of a weight and a point, for one value of J, that are worth waiting for. */
const mostProducts = 1_500_000;
/** What the loss of a point costs, in such products. */
const lossProducts = 800;
const leastPoints = 100;
const sampleSeed = 1;

/** A sample of the points that keeps a surface fast enough, drawn with a fixed seed, in their order. */
export function costSample(all: CostPoints, network: NetworkPlan): CostPoints {
  const most = Math.max(leastPoints, Math.floor(mostProducts / (network.parameterCount + lossProducts)));
  if (all.points <= most) return all;
  const chosen = permutation(all.points, createRandom(sampleSeed)).subarray(0, most).sort();
  const rows = (values: Float32Array, width: number) => {
    const picked = new Float32Array(most * width);
    chosen.forEach((point, i) => {
      picked.set(values.subarray(point * width, (point + 1) * width), i * width);
    });
    return picked;
  };
  return {
    points: most,
    inputs: rows(all.inputs, network.inputs),
    targets: rows(all.targets, network.outputs),
  };
}

/** Owns a separate device until `dispose`, so that the run is not changed. */
export class MeanCost {
  private readonly device: Device;

  /** Without `penalty` J is the mean loss alone. */
  constructor(
    private readonly network: NetworkPlan,
    private readonly loss: LossChoice,
    private readonly penalty: Pick<LossSpec, 'l1' | 'l2'> | null,
    private readonly set: CostPoints,
  ) {
    this.device = createDevice('auto', { network, loss, ...set }).device;
  }

  /** NaN or infinite where the loss is. */
  async at(parameters: Float32Array): Promise<number> {
    const { device, network, set } = this;
    await device.write({ parameters, slots: [], optimizerUpdates: 0 });
    const loss = this.meanLoss(await device.logits(set.inputs, set.points));
    return this.penalty ? loss + penaltyOf(network, parameters, this.penalty) : loss;
  }

  dispose(): void {
    this.device.dispose();
  }

  /** `all` is [unit][point]. */
  private meanLoss(all: Float32Array): number {
    const { points, targets } = this.set;
    const { outputs: units, layers } = this.network;
    const { activation } = layers[layers.length - 1] as LayerPlan;
    const head = outputHead(this.loss.id, this.network);
    const options = lossOptions(this.loss);
    const logits = new Float64Array(units);
    let sum = 0;
    for (let i = 0; i < points; i++) {
      for (let j = 0; j < units; j++) logits[j] = all[j * points + i] as number;
      const outputs = activate(activation, logits);
      const goal = targets.subarray(i * units, (i + 1) * units);
      sum += pointLoss(head, { activation, logits, outputs, targets: goal }, options);
    }
    return sum / points;
  }
}
