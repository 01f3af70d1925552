/**
 * A random direction scaled to the network, so that a step of 1 means as much in every unit: H. Li, Z. Xu, G. Taylor, C. Studer and
 * T. Goldstein, Visualizing the Loss Landscape of Neural Nets (NeurIPS 2018), section 4. The filter of a dense layer is what makes one
 * unit: its incoming weights. Biases stay, as in the authors' published runs.
 */
import type { NetworkPlan } from '../../model/network';
import type { Random } from '../../random';

/** Normal numbers, their norm over each unit's weights made that of the weights themselves; 0 for biases and what is frozen. */
export function randomDirection(
  { layers }: NetworkPlan,
  parameters: Float32Array,
  frozen: Uint8Array | null,
  random: Random,
): Float32Array {
  const direction = new Float32Array(parameters.length);
  for (const { inputs, units, kernelOffset } of layers) {
    for (let unit = 0; unit < units; unit++) {
      let [drawn, weights] = [0, 0];
      for (let i = 0; i < inputs; i++) {
        const at = kernelOffset + i * units + unit;
        const part = random.normal();
        if (frozen?.[at]) continue;
        direction[at] = part;
        drawn += part * part;
        weights += (parameters[at] as number) ** 2;
      }
      const scale = drawn > 0 ? Math.sqrt(weights / drawn) : 0;
      for (let i = 0; i < inputs; i++) {
        const at = kernelOffset + i * units + unit;
        direction[at] = (direction[at] as number) * scale;
      }
    }
  }
  return direction;
}
