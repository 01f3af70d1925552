/** The highlight that another part of the page asks for, drawn over the picture: edges, rings around units, and numbers beside them. */
import { useMemo } from 'react';
import { biasIndex, type NetworkPlan, type UnitRef, weightIndex } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import { endsOf } from './edges';
import type { NetworkFrame } from './frame';
import type { EdgeSet, Highlight, HighlightedUnit } from './highlight';
import styles from './InteractionLayer.module.css';
import type { NetworkLayout } from './layoutNetwork';
import { StandoutCanvas, useParameters } from './StandoutValues';
import { biasText, placeLabel, weightText } from './valueLabels';

interface StandoutHighlightProps {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
  readonly frame: ReadableStore<NetworkFrame>;
  readonly highlight: Highlight;
}

export function StandoutHighlight({ plan, layout, frame, highlight }: StandoutHighlightProps) {
  const { units, numbers } = highlight;
  // The highlight may belong to a network that has just been replaced.
  const edges = highlight.edges.filter(({ layer }) => layer < plan.layers.length);
  return (
    <div className={styles.standout} data-standout data-highlight aria-hidden="true">
      {edges.map((set) => (
        <Edges key={`${set.layer},${set.to},${set.from}`} {...{ plan, layout, frame, numbers }} {...set} />
      ))}
      {units.map((unit) => (
        <Ring key={`${unit.layer},${unit.unit}`} {...{ plan, layout, frame }} {...unit} />
      ))}
    </div>
  );
}

interface EdgesProps extends Omit<StandoutHighlightProps, 'highlight'>, EdgeSet {
  readonly numbers: ArrayLike<number> | null;
}

/** A single edge has its number written at it. */
function Edges({ plan, layout, frame, numbers, layer, to, from }: EdgesProps) {
  const edges = useMemo((): EdgeSet => ({ layer, to, from }), [layer, to, from]);
  return (
    <>
      <StandoutCanvas {...{ plan, layout, frame, edges, numbers }} />
      {to !== undefined && from !== undefined && (
        <EdgeValue {...{ plan, layout, frame, numbers, layer, to, from }} />
      )}
    </>
  );
}

function EdgeValue(props: EdgesProps & { readonly to: number; readonly from: number }) {
  const { plan, layout, frame, numbers, layer, to, from } = props;
  const parameters = useParameters(plan, frame);
  const weight = { layer, to, from };
  const ends = endsOf(layout, weight);
  const value = (numbers ?? parameters)?.[weightIndex(plan, weight)];
  if (!ends || value === undefined) return null;
  const place = { left: (ends.x0 + ends.x1) / 2, top: (ends.y0 + ends.y1) / 2 };
  return (
    <span className={`${styles.value} ${styles.below}`} style={place} data-value="weight">
      {weightText(value)}
    </span>
  );
}

/** Stands for a bias where its room is measured. */
const SOME_BIAS = -10;

type RingProps = HighlightedUnit & Omit<StandoutHighlightProps, 'highlight'>;

function Ring({ plan, layout, frame, layer, unit, text, hasBias }: RingProps) {
  const column = layout.columns[layer + 1];
  const place = column?.units.find((shown) => shown.unit === unit);
  if (!column || !place) return null;
  const written = hasBias ? biasText(SOME_BIAS) : (text ?? '');
  const { xPx: left, yPx: top, isBelow } = placeLabel(layout, column, place.yPx, written);
  const ring = { left: column.xPx, top: place.yPx, '--thumbnail': `${layout.thumbnailPx}px` };
  return (
    <>
      <span className={styles.ring} data-ring={`${layer},${unit}`} style={ring} />
      {(hasBias || text !== undefined) && (
        <span
          className={`${styles.value} ${isBelow ? styles.below : ''}`}
          style={{ left, top }}
          data-value="unit"
        >
          {hasBias ? <Bias {...{ plan, frame, layer, unit }} /> : text}
        </span>
      )}
    </>
  );
}

function Bias({ plan, frame, ...unit }: UnitRef & Pick<RingProps, 'plan' | 'frame'>) {
  const parameters = useParameters(plan, frame);
  const index = biasIndex(plan, unit);
  const value = index === null ? undefined : parameters?.[index];
  return value === undefined ? null : biasText(value);
}
