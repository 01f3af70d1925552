/** Where small locks say what training leaves alone: on a unit for its bias or its whole layer, on an edge for a single weight. */
import type { Frozen } from '../../engine/experiment';
import { biasIndex, type NetworkPlan, weightIndex } from '../../engine/model/network';
import { acrossAt, riseAt } from './edgeCurve';
import { shownEdges } from './edges';
import type { NetworkLayout } from './layoutNetwork';

export interface LockMark {
  readonly xPx: number;
  readonly yPx: number;
}

/** How far along an edge its lock lies: nearer to where it comes from, for there the edges into one unit are apart. */
const ALONG = 0.36;

export function lockMarks(
  plan: NetworkPlan,
  layout: NetworkLayout,
  { layers, parameters }: Frozen,
): LockMark[] {
  if (layers.length + parameters.length === 0) return [];
  const single = new Set(parameters);
  const half = layout.thumbnailPx / 2;
  return layout.columns.slice(1).flatMap(({ layer, xPx, units }) => {
    const isWhole = layers.includes(layer);
    const onUnits = units
      .filter(({ unit }) => isWhole || single.has(biasIndex(plan, { layer, unit }) ?? -1))
      .map(({ yPx }) => ({ xPx: xPx + half - 2, yPx: yPx + half - 2 }));
    return isWhole || single.size === 0 ? onUnits : [...onUnits, ...onEdges(plan, layout, layer, single)];
  });
}

function onEdges(
  plan: NetworkPlan,
  layout: NetworkLayout,
  layer: number,
  single: ReadonlySet<number>,
): LockMark[] {
  return shownEdges(layout, layer)
    .filter((edge) => single.has(weightIndex(plan, edge)))
    .map(({ ends: { x0, y0, x1, y1 } }) => ({
      xPx: x0 + (x1 - x0) * acrossAt(ALONG),
      yPx: y0 + (y1 - y0) * riseAt(ALONG),
    }));
}
