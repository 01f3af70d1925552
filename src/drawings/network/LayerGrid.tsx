/** A wide layer opened: thumbnails of all its units in a scrolling grid over the diagram. Escape, or its button, closes it. */
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Task } from '../../engine/data/dataset';
import { type NetworkPlan, unitsIn } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import { useReadable } from '../useReadable';
import { useSize } from '../useSize';
import { useTheme } from '../useTheme';
import type { DiagramInteraction } from './diagramInteraction';
import type { NetworkFrame } from './frame';
import { cellsAcross, gridLayout, moveInGrid } from './gridLayout';
import styles from './LayerGrid.module.css';
import type { NetworkLayout } from './layoutNetwork';
import type { LockMark } from './lockMarks';
import { UnitsCanvas } from './UnitsCanvas';
import { findUnit, unitAttributes, unitElement, unitOf } from './unitElements';
import { useUnitEvents } from './useUnitEvents';

export interface LayerGridProps {
  readonly plan: NetworkPlan;
  readonly task: Task;
  readonly frame: ReadableStore<NetworkFrame>;
  readonly inputMaps: UnitGrid | null;
  readonly hand: DiagramInteraction;
  readonly layer: number;
  readonly onClose: () => void;
}

const noLabels: readonly string[] = [];
const noLocks: readonly LockMark[] = [];

export function LayerGrid({ plan, task, frame, inputMaps, hand, layer, onClose }: LayerGridProps) {
  const [frameRef, { widthPx }] = useSize();
  const { textPx } = useTheme();
  const layout = useMemo(
    () => (widthPx > 0 ? gridLayout(plan, layer, widthPx, textPx) : null),
    [plan, layer, widthPx, textPx],
  );
  const events = useUnitEvents(hand);
  const dialog = useRef<HTMLDivElement>(null);
  const count = unitsIn(plan, layer);

  const close = () => {
    const opener = dialog.current?.parentElement?.querySelector<HTMLElement>(`[data-fold="${layer}"]`);
    hand.onLeave();
    onClose();
    opener?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') close();
    const element = unitElement(event.target);
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const unit = moveInGrid(unitOf(element).unit, event.key, cellsAcross(widthPx, textPx), count);
    if (unit === null) return;
    event.preventDefault();
    findUnit(event.currentTarget, { layer, unit })?.focus();
  };
  return (
    <div
      ref={dialog}
      className={styles.grid}
      role="dialog"
      aria-label={hand.words.layer(layer, count)}
      onKeyDown={onKeyDown}
      onClick={events.onClick}
      {...events.handlers}
    >
      <div className={styles.line}>
        <span className={styles.title} aria-hidden="true">
          {hand.words.layer(layer, count)}
        </span>
        <button type="button" className={styles.close} onClick={close}>
          {hand.words.close}
        </button>
      </div>
      <div className={styles.scroller}>
        <div ref={frameRef} className={styles.picture} style={{ height: layout?.heightPx }}>
          {layout && (
            <>
              <UnitsCanvas
                {...{ plan, layout, task, inputMaps, frame }}
                inputLabels={noLabels}
                locks={noLocks}
              />
              <Cells hand={hand} layout={layout} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** A button with its number for each unit. The first one takes the focus over from the button that opened the layer. */
function Cells({ hand, layout }: { readonly hand: DiagramInteraction; readonly layout: NetworkLayout }) {
  const shown = useReadable(hand.shown);
  const [current, setCurrent] = useState(0);
  const cells = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isOpener =
      document.activeElement instanceof HTMLElement && 'fold' in document.activeElement.dataset;
    if (isOpener) cells.current?.querySelector<HTMLElement>('[data-unit="0"]')?.focus();
  }, []);
  const units = layout.columns.flatMap(({ layer, xPx, units: places }) =>
    places.map(({ unit, yPx }) => ({ layer, unit, xPx, yPx })),
  );
  units.sort((a, b) => a.unit - b.unit);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes which of its buttons has the focus
    <div
      ref={cells}
      onFocus={({ target }) => {
        const element = unitElement(target);
        if (element) setCurrent(unitOf(element).unit);
      }}
    >
      {units.map(({ layer, unit, xPx, yPx }) => (
        <button
          key={unit}
          type="button"
          className={styles.cell}
          style={{ left: xPx, top: yPx, '--thumbnail': `${layout.thumbnailPx}px` } as CSSProperties}
          {...unitAttributes({ layer, unit })}
          {...(shown?.layer === layer && shown.unit === unit ? { 'data-shown': true } : {})}
          tabIndex={unit === current ? 0 : -1}
          aria-label={hand.words.unit({ layer, unit })}
        >
          {unit + 1}
        </button>
      ))}
    </div>
  );
}
