/** The edges that stand out while the others fade: those into one unit, or a single one. On a canvas of one layer's edges. */
import type { NetworkPlan, UnitRef, WeightRef } from '../../engine/model/network';
import { weightIndex } from '../../engine/model/network';
import { cssColour } from '../colours';
import type { Source } from '../source';
import type { Paint, Surface } from '../stage';
import { traceEdge } from './edgeCurve';
import { shownEdges, strongest } from './edges';
import type { NetworkFrame } from './frame';
import type { NetworkLayout } from './layoutNetwork';
import { DASH, gapFrame } from './paintEdges';

/** What stands out: a unit with all that comes into it, or a weight. */
export type Standout = ({ readonly kind: 'unit' } & UnitRef) | ({ readonly kind: 'weight' } & WeightRef);

export function createStandoutPaint(
  plan: NetworkPlan,
  layout: NetworkLayout,
  standout: Standout,
  frame: Source<NetworkFrame>,
): Paint {
  const edges = shownEdges(layout, standout.layer).filter(({ from, to }) =>
    standout.kind === 'unit' ? to === standout.unit : to === standout.to && from === standout.from,
  );
  return (surface) => {
    const { context, widthPx, heightPx } = surface;
    const { parameters } = frame.get();
    context.clearRect(0, 0, widthPx, heightPx);
    if (parameters?.length !== plan.parameterCount) return;
    const most = strongest(plan.layers[standout.layer]!, parameters);
    context.save();
    context.translate(-gapFrame(layout, standout.layer).leftPx, 0);
    for (const edge of edges) {
      context.beginPath();
      traceEdge(context, edge.ends);
      strokeWeight(surface, parameters[weightIndex(plan, edge)]!, most);
    }
    context.restore();
  };
}

function strokeWeight({ context, theme }: Surface, weight: number, most: number): void {
  if (!Number.isFinite(weight)) return;
  const strength = Math.min(1, Math.abs(weight) / most);
  context.setLineDash(weight > 0 ? [] : DASH);
  context.strokeStyle = cssColour(weight > 0 ? theme.positive : theme.negative, 0.55 + 0.45 * strength);
  context.lineWidth = 1.2 + 3.2 * strength;
  context.stroke();
}
