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
  /** First of the tiles of its gradient: `inputGroups` lines of `tileColumns`, then one for the bias. */
  readonly firstTile: number;
  /** Tiles that its groups of units fill. */
  readonly tileColumns: number;
  /** Whether many points are worth the product in tiles of its own, forward to this layer and backward from it. */
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
  /** Groups of units in a tile of a product. */
  readonly tileGroups: 1 | 2;
  /** Tiles of the gradient of all weights: four inputs by `tileGroups` groups of units. */
  readonly tiles: number;
  readonly weightFold: Fold;
}

/** From here on an extra pass in tiles costs less than the fetches it saves; measured. */
const wideUnits = 32;

export const groupsOf = (units: number): number => Math.ceil(units / 4);

const isWide = ({ inputs, units }: Pick<LayerLayout, 'inputs' | 'units'>) =>
  Math.min(inputs, units) >= wideUnits;

/** For a GL that draws to `drawBuffers` textures at once. */
export function layoutOf(plan: NetworkPlan, drawBuffers: 4 | 8): Layout {
  const sideGroups: [number, number] = [0, 0];
  // The second group of a tile saves fetches, but is wasted on layers that have one.
  const tileGroups = drawBuffers === 8 && plan.layers.some(isWide) ? 2 : 1;
  let [texels, tiles] = [0, 0];
  const layers = plan.layers.map(({ inputs, units, activation }, index): LayerLayout => {
    const groups = groupsOf(units);
    const side = index % 2 === 0 ? 0 : 1;
    const inputGroups = groupsOf(inputs);
    const tileColumns = Math.ceil(groups / tileGroups);
    const [firstGroup, firstTexel, firstTile] = [sideGroups[side], texels, tiles];
    sideGroups[side] += groups;
    texels += (inputs + 1) * groups;
    tiles += (inputGroups + 1) * tileColumns;
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
      tileColumns,
      isWide: isWide({ inputs, units }),
    };
  });
  const output = layers[layers.length - 1]!;
  // Passes read the rows of a kernel by fours, up to three rows past the last.
  const weightFold = foldFor(texels + 3 * output.groups, 1);
  return { plan, layers, output, sideGroups, texels, tileGroups, tiles, weightFold };
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
