/**
 * The connections between shown units, sorted by sign and strength: each bundle is one path with one stroke, which keeps a thousand
 * curves cheap. Width is |w| against the strongest weight of its layer (but at least 0.5, so that weights near 0 look it).
 */
import type { LayerPlan, NetworkPlan } from '../../engine/model/network';
import type { NetworkLayout } from './layoutNetwork';

const STRENGTHS = 8;

export interface EdgeBundle {
  readonly sign: 1 | -1;
  /** 0 (near nothing) to 1 (the strongest of its layer). */
  readonly strength: number;
  /** Ends of each edge: x and y of the left, x and y of the right end. */
  readonly ends: number[];
}

const LEAST_SCALE = 0.5;

/** Weakest first. Weights that are not finite are left out. */
export function bundleEdges(
  plan: NetworkPlan,
  layout: NetworkLayout,
  parameters: ArrayLike<number>,
): EdgeBundle[] {
  const bundles: EdgeBundle[] = [];
  for (let step = 0; step < STRENGTHS; step++) {
    for (const sign of [-1, 1] as const) bundles.push({ sign, strength: (step + 0.5) / STRENGTHS, ends: [] });
  }
  const scales = plan.layers.map((layer) => strongest(layer, parameters));
  forEachEdge(plan, layout, (layer, kernelIndex, x0, y0, x1, y1) => {
    const weight = parameters[kernelIndex]!;
    if (!Number.isFinite(weight)) return;
    const step = Math.min(STRENGTHS - 1, Math.floor((Math.abs(weight) / scales[layer]!) * STRENGTHS));
    bundles[2 * step + (weight > 0 ? 1 : 0)]!.ends.push(x0, y0, x1, y1);
  });
  return bundles.filter((bundle) => bundle.ends.length > 0);
}

/** All shown connections, for a network without weights yet. */
export function allEdges(plan: NetworkPlan, layout: NetworkLayout): number[] {
  const ends: number[] = [];
  forEachEdge(plan, layout, (_layer, _kernelIndex, x0, y0, x1, y1) => ends.push(x0, y0, x1, y1));
  return ends;
}

function strongest({ kernelOffset, biasOffset }: LayerPlan, parameters: ArrayLike<number>): number {
  let most = LEAST_SCALE;
  for (let i = kernelOffset; i < biasOffset; i++) {
    const size = Math.abs(parameters[i]!);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most;
}

function forEachEdge(
  plan: NetworkPlan,
  { columns, thumbnailPx }: NetworkLayout,
  visit: (layer: number, kernelIndex: number, x0: number, y0: number, x1: number, y1: number) => void,
): void {
  plan.layers.forEach((layer, index) => {
    const left = columns[index]!;
    const right = columns[index + 1]!;
    const x0 = left.xPx + thumbnailPx / 2;
    const x1 = right.xPx - thumbnailPx / 2;
    for (const from of left.units) {
      for (const to of right.units) {
        const kernelIndex = layer.kernelOffset + from.unit * layer.units + to.unit;
        visit(index, kernelIndex, x0, from.yPx, x1, to.yPx);
      }
    }
  });
}
