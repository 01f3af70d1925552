/** What stands out, drawn over the picture: the edges into a unit with the values written at them, or one edge with its weight. */
import { type CSSProperties, useMemo } from 'react';
import { type NetworkPlan, type UnitRef, type WeightRef, weightIndex } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import { useCanvas } from '../useCanvas';
import { useThrottled } from '../useThrottled';
import type { DiagramWords } from './diagramInteraction';
import type { NetworkFrame } from './frame';
import type { EdgeSet } from './highlight';
import styles from './InteractionLayer.module.css';
import type { NetworkLayout } from './layoutNetwork';
import { gapFrame } from './paintEdges';
import { createStandoutPaint } from './paintStandout';
import { biasText, placeValues, weightText } from './valueLabels';

interface StandoutProps {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
  readonly frame: ReadableStore<NetworkFrame>;
  readonly words: DiagramWords;
}

/** The parameters of the last frame; null where they are of a network that has just been replaced. */
export function useParameters(plan: NetworkPlan, frame: ReadableStore<NetworkFrame>): Float32Array | null {
  const { parameters } = useThrottled(frame);
  return parameters?.length === plan.parameterCount ? parameters : null;
}

/** Half of a frame narrower than this is too little for the words about an edge. */
const NARROW_PX = 400;

export function StandoutUnit({ unit, ...props }: StandoutProps & { readonly unit: UnitRef }) {
  const { plan, layout, frame } = props;
  const column = layout.columns[unit.layer + 1];
  const place = column?.units.find((shown) => shown.unit === unit.unit);
  const { layer } = unit;
  const edges = useMemo((): EdgeSet => ({ layer, to: unit.unit }), [layer, unit.unit]);
  if (!column || !place) return null;
  const ring = { left: column.xPx, top: place.yPx, '--thumbnail': `${layout.thumbnailPx}px` };
  return (
    <div className={styles.standout} data-standout aria-hidden="true">
      {layer >= 0 && <StandoutCanvas {...{ plan, layout, frame, edges }} />}
      <span className={styles.ring} style={ring} />
      {layer >= 0 && <Values {...props} unit={unit} />}
    </div>
  );
}

function Values({ plan, layout, frame, unit }: StandoutProps & { readonly unit: UnitRef }) {
  const parameters = useParameters(plan, frame);
  if (!parameters) return null;
  return placeValues(plan, layout, unit, parameters).map(({ kind, index, xPx, yPx, isBelow }) => {
    const value = parameters[index]!;
    return (
      <span
        key={index}
        className={`${styles.value} ${isBelow ? styles.below : ''}`}
        style={{ left: xPx, top: yPx }}
        data-value={kind}
      >
        {kind === 'bias' ? biasText(value) : weightText(value)}
      </span>
    );
  });
}

interface StandoutEdgeProps extends StandoutProps {
  readonly weight: WeightRef;
  readonly xPx: number;
  readonly yPx: number;
}

export function StandoutEdge({ plan, layout, frame, words, weight, xPx, yPx }: StandoutEdgeProps) {
  const { layer, from, to } = weight;
  const edges = useMemo((): EdgeSet => ({ layer, from, to }), [layer, from, to]);
  const parameters = useParameters(plan, frame);
  if (!parameters) return null;
  const value = weightText(parameters[weightIndex(plan, weight)]!);
  const place = bubblePlace(layout, xPx, yPx);
  return (
    <div className={styles.standout} data-standout aria-hidden="true">
      <StandoutCanvas {...{ plan, layout, frame, edges }} />
      <span className={styles.bubble} style={place} data-bubble>
        {words.weight(weight, value)}
      </span>
    </div>
  );
}

/** Beside the pointer, or across a frame that is too narrow for that, above or below it. */
function bubblePlace({ widthPx, heightPx }: NetworkLayout, xPx: number, yPx: number): CSSProperties {
  if (widthPx < NARROW_PX) {
    const base = { left: 0, maxWidth: widthPx, transform: 'none' };
    return yPx < heightPx / 2 ? { ...base, top: yPx + 16 } : { ...base, bottom: heightPx - yPx + 12 };
  }
  const top = Math.min(Math.max(yPx - 16, 12), heightPx - 12);
  return xPx < widthPx / 2
    ? { left: xPx + 14, maxWidth: widthPx - xPx - 18, top }
    : { right: widthPx - xPx + 14, maxWidth: xPx - 18, top };
}

interface StandoutCanvasProps extends Omit<StandoutProps, 'words'> {
  readonly edges: EdgeSet;
  /** What the edges show instead of the weights. */
  readonly numbers?: ArrayLike<number> | null;
}

export function StandoutCanvas({ plan, layout, frame, edges, numbers = null }: StandoutCanvasProps) {
  const paint = useMemo(
    () => createStandoutPaint(plan, layout, edges, frame, numbers),
    [plan, layout, edges, frame, numbers],
  );
  const canvas = useCanvas(paint, frame, 0, true);
  const { leftPx, widthPx } = gapFrame(layout, edges.layer);
  const style = { left: leftPx, width: widthPx, height: layout.heightPx };
  return <canvas ref={canvas} className={styles.canvas} style={style} />;
}
