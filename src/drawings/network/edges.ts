/**
 * The connections between shown units, sorted by sign and strength, and the one under the pointer. Strength is |w| against the strongest
 * weight of its layer (but at least 0.5, so that weights near 0 look it).
 */
import type { LayerPlan, WeightRef } from '../../engine/model/network';
import { alongAt, type EdgeEnds, riseAt, slopeAt } from './edgeCurve';
import type { NetworkLayout } from './layoutNetwork';

const STRENGTHS = 8;
/** Strength of the bundle of weights near nothing. */
export const weakest = 0.5 / STRENGTHS;

export interface EdgeBundle {
  readonly sign: 1 | -1;
  /** 0 (near nothing) to 1 (the strongest of its layer). */
  readonly strength: number;
  readonly edges: EdgeEnds[];
}

const LEAST_SCALE = 0.5;

/** The shown edges into a layer, weakest first. Weights that are not finite are left out. */
export function bundleEdges(
  layer: LayerPlan,
  layout: NetworkLayout,
  index: number,
  parameters: ArrayLike<number>,
): EdgeBundle[] {
  const bundles: EdgeBundle[] = [];
  for (let step = 0; step < STRENGTHS; step++) {
    for (const sign of [-1, 1] as const)
      bundles.push({ sign, strength: (step + 0.5) / STRENGTHS, edges: [] });
  }
  const most = strongest(layer, parameters);
  for (const { from, to, ends } of shownEdges(layout, index)) {
    const weight = parameters[layer.kernelOffset + from * layer.units + to]!;
    if (!Number.isFinite(weight)) continue;
    const step = Math.min(STRENGTHS - 1, Math.floor((Math.abs(weight) / most) * STRENGTHS));
    bundles[2 * step + (weight > 0 ? 1 : 0)]!.edges.push(ends);
  }
  return bundles.filter((bundle) => bundle.edges.length > 0);
}

export interface ShownEdge extends WeightRef {
  readonly ends: EdgeEnds;
}

/** All edges into a layer whose two units are shown. */
export function shownEdges(layout: NetworkLayout, layer: number): ShownEdge[] {
  const gap = gapOf(layout, layer);
  return layout.columns[layer]!.units.flatMap(({ unit: from, yPx: y0 }) =>
    layout.columns[layer + 1]!.units.map(({ unit: to, yPx: y1 }) => {
      return { layer, from, to, ends: { ...gap, y0, y1 } };
    }),
  );
}

/** The largest |w| of a layer's kernel that is finite, at least `least`: what a full width stands for. */
export function strongest(
  { kernelOffset, biasOffset }: LayerPlan,
  parameters: ArrayLike<number>,
  least = LEAST_SCALE,
): number {
  let most = least;
  for (let i = kernelOffset; i < biasOffset; i++) {
    const size = Math.abs(parameters[i]!);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most;
}

/** The edge of a weight on the screen; null while one of its units is folded away. */
export function endsOf(layout: NetworkLayout, { layer, from, to }: WeightRef): EdgeEnds | null {
  const left = layout.columns[layer]?.units.find(({ unit }) => unit === from);
  const right = layout.columns[layer + 1]?.units.find(({ unit }) => unit === to);
  return left && right ? { ...gapOf(layout, layer), y0: left.yPx, y1: right.yPx } : null;
}

/** The edge nearest to a spot, if it passes within `reachPx` of it. */
export function edgeAt(
  { columns, thumbnailPx }: NetworkLayout,
  { xPx, yPx }: { readonly xPx: number; readonly yPx: number },
  reachPx: number,
): WeightRef | null {
  const layer = columns.findIndex((column, i) => {
    const next = columns[i + 1];
    return next && xPx > column.xPx + thumbnailPx / 2 && xPx < next.xPx - thumbnailPx / 2;
  });
  if (layer < 0) return null;
  const { x0, x1 } = gapOf({ columns, thumbnailPx }, layer);
  const t = alongAt((xPx - x0) / (x1 - x0));
  let nearest: WeightRef | null = null;
  let least = reachPx;
  for (const from of columns[layer]!.units) {
    for (const to of columns[layer + 1]!.units) {
      const rise = to.yPx - from.yPx;
      const aside = Math.abs(yPx - from.yPx - rise * riseAt(t));
      const distance = aside / Math.hypot(1, slopeAt(t, x1 - x0, rise));
      if (distance >= least) continue;
      least = distance;
      nearest = { layer, from: from.unit, to: to.unit };
    }
  }
  return nearest;
}

/** Where the edges of a layer begin and end. */
function gapOf({ columns, thumbnailPx }: Pick<NetworkLayout, 'columns' | 'thumbnailPx'>, layer: number) {
  return { x0: columns[layer]!.xPx + thumbnailPx / 2, x1: columns[layer + 1]!.xPx - thumbnailPx / 2 };
}
