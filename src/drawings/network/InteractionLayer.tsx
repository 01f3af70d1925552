/**
 * The interaction layer over the network diagram: a button for each shown unit, the unit or edge that stands out with its values, and the
 * edge under the pointer. Buttons are made when the layout changes, not for every picture of a run.
 */
import { type MouseEvent, type PointerEvent, useState } from 'react';
import type { NetworkPlan, WeightRef } from '../../engine/model/network';
import { constant, type ReadableStore } from '../../engine/readableStore';
import { useReadable } from '../useReadable';
import type { DiagramInteraction } from './diagramInteraction';
import { edgeAt } from './edges';
import type { NetworkFrame } from './frame';
import styles from './InteractionLayer.module.css';
import type { NetworkLayout } from './layoutNetwork';
import { StandoutHighlight } from './StandoutHighlight';
import { StandoutEdge, StandoutUnit } from './StandoutValues';
import { UnitButtons } from './UnitButtons';
import { findUnit, unitElement } from './unitElements';
import { useUnitEvents } from './useUnitEvents';

export interface InteractionLayerProps {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
  readonly frame: ReadableStore<NetworkFrame>;
  readonly hand: DiagramInteraction;
  readonly onOpenLayer: (layer: number) => void;
}

/** The edge under the pointer, and where the pointer is. */
interface PointedEdge {
  readonly weight: WeightRef;
  readonly xPx: number;
  readonly yPx: number;
}

const nothing = constant(null);

/** Distance from an edge at which the pointer still selects it, in CSS pixels. */
const reachPx: Readonly<Record<string, number>> = { mouse: 4, pen: 6, touch: 12 };

export function InteractionLayer({ plan, layout, frame, hand, onOpenLayer }: InteractionLayerProps) {
  const shown = useReadable(hand.shown);
  const [edge, setEdge] = useState<PointedEdge | null>(null);
  const events = useUnitEvents(hand);
  const edited = useReadable(hand.edited);
  // No edge is under the pointer while it is on a unit; one that is goes before a unit that only has the focus.
  const standout = edge ? null : (shown ?? edited);
  const spoken = useReadable(hand.highlight ?? nothing);
  const point = (next: PointedEdge | null) => {
    setEdge(next);
    hand.onEdge?.(next?.weight ?? null);
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (events.onClick(event)) return;
    const { pointerType, wasShown } = events.latestPress();
    // With a unit shown by touch, a tap beside the units only leaves it.
    if (pointerType === 'touch' && wasShown) return;
    // The one that stands out: a click has whole pixels, and with them could mean its neighbour.
    const weight = edge?.weight ?? edgeAt(layout, spotOf(event), reachPx[pointerType] ?? 4);
    const anchor = weight && findUnit(event.currentTarget, { layer: weight.layer, unit: weight.to });
    if (anchor) hand.onOpen({ layer: weight.layer, unit: weight.to, from: weight.from }, anchor);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch') return;
    const spot = spotOf(event);
    const weight = unitElement(event.target) ? null : edgeAt(layout, spot, reachPx[event.pointerType] ?? 4);
    if (weight || edge) point(weight && { weight, ...spot });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what keys and readers meet; edges are in the editor
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className={styles.hand}
      {...(edge ? { 'data-on-edge': true } : {})}
      {...events.handlers}
      onClick={onClick}
      onPointerMove={onPointerMove}
      onPointerLeave={() => point(null)}
    >
      {standout && <StandoutUnit {...{ plan, layout, frame }} unit={standout} words={hand.words} />}
      {spoken && !edge && !standout && <StandoutHighlight {...{ plan, layout, frame }} highlight={spoken} />}
      {edge && <StandoutEdge {...{ plan, layout, frame }} {...edge} words={hand.words} />}
      <UnitButtons {...{ plan, layout, frame, onOpenLayer }} words={hand.words} />
    </div>
  );
}

function spotOf({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>) {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { xPx: clientX - left, yPx: clientY - top };
}
