/**
 * Where the numbers of a network lie in textures. Units come in groups of four, one texel; what is left over of the last group is
 * zero in every texture. Weights: for each layer the rows of its kernel, then its bias, each a line of groups; all layers in one
 * texture. Activations: even and odd layers in two textures, so that a pass never reads the texture it draws to.
 */
import type { OutputActivationId } from '../../model/activations';
import type { NetworkPlan } from '../../model/network';
import { type Fold, foldFor } from './sheet';

export interface LayerLayout {
  readonly index: number;
  /** 0 or 1: which of two textures its activations are in. */
  readonly side: 0 | 1;
  readonly inputs: number;
  readonly units: number;
  readonly activation: OutputActivationId;
  /** Groups of four inputs. */
  readonly inputGroups: number;
  /** Groups of four units. */
  readonly groups: number;
  /** First group of this layer in the textures of its side. */
  readonly firstGroup: number;
  /** Texel of kernel[0][0…3]; row i begins `i · groups` later, the bias is row `inputs`. */
  readonly firstTexel: number;
  /** Texel after the bias. */
  readonly endTexel: number;
  /** First of the 4×4 tiles of its gradient: `inputGroups · groups`, then `groups` for the bias. */
  readonly firstTile: number;
  /** Whether many points are worth the product in 4×4 tiles of its own, forward to this layer and backward from it. */
  readonly isWide: boolean;
}

export interface Layout {
  readonly plan: NetworkPlan;
  readonly layers: readonly LayerLayout[];
  readonly output: LayerLayout;
  /** Groups of the activations of even and of odd layers. */
  readonly sideGroups: readonly [number, number];
  /** Texels of all weights. */
  readonly texels: number;
  /** 4×4 tiles of the gradient of all weights. */
  readonly tiles: number;
  readonly weightFold: Fold;
}

/** From here on an extra pass in tiles costs less than the fetches it saves; measured. */
const wideUnits = 32;

export const groupsOf = (units: number): number => Math.ceil(units / 4);

export function layoutOf(plan: NetworkPlan): Layout {
  const sideGroups: [number, number] = [0, 0];
  let [texels, tiles] = [0, 0];
  const layers = plan.layers.map(({ inputs, units, activation }, index): LayerLayout => {
    const groups = groupsOf(units);
    const side = index % 2 === 0 ? 0 : 1;
    const inputGroups = groupsOf(inputs);
    const [firstGroup, firstTexel, firstTile] = [sideGroups[side], texels, tiles];
    sideGroups[side] += groups;
    texels += (inputs + 1) * groups;
    tiles += (inputGroups + 1) * groups;
    return {
      index,
      side,
      inputs,
      units,
      activation,
      inputGroups,
      groups,
      firstGroup,
      firstTexel,
      endTexel: texels,
      firstTile,
      isWide: Math.min(inputs, units) >= wideUnits,
    };
  });
  const output = layers[layers.length - 1]!;
  // Passes read the rows of a kernel by fours, up to three rows past the last.
  const weightFold = foldFor(texels + 3 * output.groups, 1);
  return { plan, layers, output, sideGroups, texels, tiles, weightFold };
}

/** Calls `visit` with the place in `NetworkPlan` and the place among the texels of every kernel entry and bias. */
function eachParameter({ plan, layers }: Layout, visit: (flat: number, padded: number) => void): void {
  plan.layers.forEach(({ kernelOffset, inputs, units }, index) => {
    const { firstTexel, groups } = layers[index]!;
    // The bias follows its kernel in both layouts, so it is one more row.
    for (let i = 0; i <= inputs; i++) {
      for (let j = 0; j < units; j++) visit(kernelOffset + i * units + j, (firstTexel + i * groups) * 4 + j);
    }
  });
}

/** [parameterCount] → four floats a texel. */
export function padded(layout: Layout, flat: Float32Array): Float32Array {
  const values = new Float32Array(layout.texels * 4);
  eachParameter(layout, (from, to) => {
    values[to] = flat[from]!;
  });
  return values;
}

/** Four floats a texel → [parameterCount]. */
export function unpadded(layout: Layout, values: Float32Array): Float32Array {
  const flat = new Float32Array(layout.plan.parameterCount);
  eachParameter(layout, (to, from) => {
    flat[to] = values[from]!;
  });
  return flat;
}

/** Rows [point][unit] → four floats a texel, [group][point] with lines folded; from `firstGroup` on. */
export function packRows(
  rows: Float32Array,
  points: number,
  units: number,
  into: Float32Array,
  fold: Fold,
  firstGroup = 0,
): void {
  const lineFloats = fold.rows * 2 ** fold.shift * 4;
  for (let unit = 0; unit < units; unit++) {
    const start = (firstGroup + (unit >> 2)) * lineFloats + (unit & 3);
    for (let p = 0; p < points; p++) into[start + 4 * p] = rows[p * units + unit]!;
  }
}
