/**
 * The edges into one layer on a canvas of their own, so that a deep network is painted over several frames. Sign by hue and dash, size
 * by width. Painted again only when the weights are other ones.
 */
import type { LayerPlan, NetworkPlan } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour } from '../colours';
import { type EdgeEnds, traceEdge } from './edgeCurve';
import { bundleEdges, type EdgeBundle, shownEdges, weakest } from './edges';
import type { NetworkFrame } from './frame';
import type { NetworkLayout } from './layoutNetwork';

export const DASH = [5, 3.2];
/** Up to this width, in device pixels, a line is a hairline, which costs a fifth of any other. */
const HAIRLINE = 1.15;
/** More edges than this into one layer are drawn thinner, as they lie upon each other. */
const MANY = 64;

/** The canvas of a layer's edges reaches from the middle of one column to that of the next. Whole CSS pixels. */
export function gapFrame({ columns }: NetworkLayout, layer: number): { leftPx: number; widthPx: number } {
  const leftPx = Math.floor(columns[layer]!.xPx);
  return { leftPx, widthPx: Math.ceil(columns[layer + 1]!.xPx) - leftPx };
}

export function createEdgesPaint(
  plan: NetworkPlan,
  layout: NetworkLayout,
  layer: number,
  frame: ReadableStore<NetworkFrame>,
): Paint {
  let painted: Float32Array | null = null;
  return (canvas) => {
    const { context, widthPx, heightPx } = canvas;
    const { parameters } = frame.get();
    if (parameters === painted && !canvas.isFresh) return;
    painted = parameters;
    context.clearRect(0, 0, widthPx, heightPx);
    context.save();
    context.translate(-gapFrame(layout, layer).leftPx, 0);
    if (parameters?.length === plan.parameterCount) {
      paintWeights(canvas, plan.layers[layer]!, layout, layer, parameters);
    } else paintPale(canvas, layout, layer);
    context.restore();
  };
}

function paintWeights(
  canvas: CanvasFrame,
  plan: LayerPlan,
  layout: NetworkLayout,
  layer: number,
  parameters: Float32Array,
): void {
  const bundles = bundleEdges(plan, layout, layer, parameters);
  const count = bundles.reduce((sum, { edges }) => sum + edges.length, 0);
  for (const bundle of bundles) {
    if (bundle.strength === weakest)
      strokeThreads(canvas, bundle.edges, Math.max(0.06, Math.min(0.4, 4 / count)));
    else strokeBundle(canvas, bundle, count > MANY ? 2 : 3.2);
  }
}

/** Weights near nothing: a line is there to be pressed, the paler the more there are, and says neither sign nor size. */
function strokeThreads(
  { context, theme, ratio }: CanvasFrame,
  edges: readonly EdgeEnds[],
  alpha: number,
): void {
  context.beginPath();
  for (const ends of edges) traceEdge(context, ends);
  context.strokeStyle = cssColour(theme.soft, alpha);
  context.lineWidth = 1 / ratio;
  context.setLineDash([]);
  context.stroke();
}

/** Thin edges together; thick ones each by itself, which the processor does sooner than one large path. */
function strokeBundle({ context, theme, ratio }: CanvasFrame, bundle: EdgeBundle, mostPx: number): void {
  const { sign, strength, edges } = bundle;
  const widthPx = 0.4 + mostPx * strength ** 1.2;
  const isThin = widthPx * ratio <= HAIRLINE;
  // A line thinner than a pixel is a pale one of a pixel.
  const alpha = (0.1 + 0.46 * strength) * (isThin ? Math.min(1, widthPx * ratio) : 1);
  context.strokeStyle = cssColour(sign > 0 ? theme.positive : theme.negative, alpha);
  context.lineWidth = isThin ? 1 / ratio : widthPx;
  context.setLineDash(sign > 0 ? [] : DASH);
  context.beginPath();
  for (const ends of edges) {
    if (!isThin) context.beginPath();
    traceEdge(context, ends);
    if (!isThin) context.stroke();
  }
  if (isThin) context.stroke();
}

/** Without weights yet. */
function paintPale({ context, theme, ratio }: CanvasFrame, layout: NetworkLayout, layer: number): void {
  context.beginPath();
  for (const { ends } of shownEdges(layout, layer)) traceEdge(context, ends);
  context.strokeStyle = cssColour(theme.soft, 0.14);
  context.lineWidth = 1 / ratio;
  context.setLineDash([]);
  context.stroke();
}
