/** The edges that stand out while the others fade: those into a layer or a unit, or a single one. On a canvas of one layer's edges. */
import type { NetworkPlan } from '../../engine/model/network';
import { weightIndex } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour } from '../colours';
import { traceEdge } from './edgeCurve';
import { shownEdges, strongest } from './edges';
import type { NetworkFrame } from './frame';
import type { EdgeSet } from './highlight';
import type { NetworkLayout } from './layoutNetwork';
import { DASH, gapFrame } from './paintEdges';

/** `numbers` take the place of the weights, in the same layout; the largest of a layer then has the full width, however small. */
export function createStandoutPaint(
  plan: NetworkPlan,
  layout: NetworkLayout,
  { layer, to, from }: EdgeSet,
  frame: ReadableStore<NetworkFrame>,
  numbers: ArrayLike<number> | null = null,
): Paint {
  const edges = shownEdges(layout, layer).filter(
    (edge) => (to === undefined || edge.to === to) && (from === undefined || edge.from === from),
  );
  return (canvas) => {
    const { context, widthPx, heightPx } = canvas;
    const shown = numbers ?? frame.get().parameters;
    context.clearRect(0, 0, widthPx, heightPx);
    if (shown?.length !== plan.parameterCount) return;
    const most = strongest(plan.layers[layer]!, shown, numbers ? Number.MIN_VALUE : undefined);
    context.save();
    context.translate(-gapFrame(layout, layer).leftPx, 0);
    for (const edge of edges) {
      const value = shown[weightIndex(plan, edge)]!;
      // Edges without a change are not drawn.
      if (numbers && value === 0) continue;
      context.beginPath();
      traceEdge(context, edge.ends);
      strokeWeight(canvas, value, most);
    }
    context.restore();
  };
}

function strokeWeight({ context, theme }: CanvasFrame, weight: number, most: number): void {
  if (!Number.isFinite(weight)) return;
  const strength = Math.min(1, Math.abs(weight) / most);
  context.setLineDash(weight > 0 ? [] : DASH);
  context.strokeStyle = cssColour(weight > 0 ? theme.positive : theme.negative, 0.55 + 0.45 * strength);
  context.lineWidth = 1.2 + 3.2 * strength;
  context.stroke();
}
