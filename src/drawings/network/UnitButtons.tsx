/** A button for each shown unit and each folded layer, over the picture of it. One of them is in the Tab order; arrows go to the others. */
import { type CSSProperties, type KeyboardEvent, memo, useMemo, useState } from 'react';
import { biasIndex, type NetworkPlan } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import { useThrottled } from '../useThrottled';
import { foldBox } from './boxes';
import type { DiagramWords } from './diagramInteraction';
import type { NetworkFrame } from './frame';
import styles from './InteractionLayer.module.css';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';
import { clampSlot, moveSlot, type Slot } from './roving';
import { unitAttributes } from './unitElements';

export interface UnitButtonsProps {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
  readonly frame: ReadableStore<NetworkFrame>;
  readonly words: DiagramWords;
  readonly onOpenLayer: (layer: number) => void;
}

/** What is said of a unit follows training this often. */
const SPOKEN_MS = 1000;

export const UnitButtons = memo(function UnitButtons(props: UnitButtonsProps) {
  const { layout, frame } = props;
  const [slot, setSlot] = useState<Slot>({ column: 0, row: 0 });
  const current = clampSlot(layout, slot);
  const parameters = useParameters(props.plan, frame);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.target instanceof HTMLElement ? slotOf(event.target) : null;
    const to = from && moveSlot(layout, from, event.key);
    if (to) {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`[data-slot="${slotName(to)}"]`)?.focus();
    } else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the buttons inside
    <div
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const focused = slotOf(target);
        if (focused) setSlot(focused);
      }}
    >
      {layout.columns.map((column, index) => (
        <Column
          key={column.layer}
          {...props}
          column={column}
          index={index}
          current={current.column === index ? current.row : -1}
          parameters={parameters}
        />
      ))}
    </div>
  );
});

function useParameters(plan: NetworkPlan, frame: ReadableStore<NetworkFrame>): Float32Array | null {
  const source = useMemo(
    () => ({
      get: () => frame.get().parameters,
      subscribe: (listener: () => void) => frame.subscribe(listener),
    }),
    [frame],
  );
  const parameters = useThrottled(source, SPOKEN_MS);
  return parameters?.length === plan.parameterCount ? parameters : null;
}

interface ColumnProps extends UnitButtonsProps {
  readonly column: ColumnPlace;
  readonly index: number;
  /** The row that is in the Tab order; −1 for none. */
  readonly current: number;
  readonly parameters: Float32Array | null;
}

function Column({ plan, layout, words, onOpenLayer, column, index, current, parameters }: ColumnProps) {
  const { layer, xPx, pitchPx, units, folded } = column;
  const widthPx = Math.min(layout.thumbnailPx + 14, layout.columnGapPx);
  const foldPlace = foldBox(layout, column);
  const hasBias = biasIndex(plan, { layer, unit: 0 }) !== null;
  return (
    <>
      {units.map(({ unit, yPx }, row) => (
        <button
          key={unit}
          type="button"
          className={styles.unit}
          style={
            {
              left: xPx,
              top: yPx,
              width: widthPx,
              // Not up into what stands above the picture.
              height: Math.min(pitchPx, 2 * yPx),
              '--thumbnail': `${layout.thumbnailPx}px`,
            } as CSSProperties
          }
          {...unitAttributes({ layer, unit })}
          data-slot={slotName({ column: index, row })}
          tabIndex={row === current ? 0 : -1}
          aria-label={words.unit({ layer, unit })}
          {...(parameters && hasBias
            ? { 'aria-description': words.unitNow({ layer, unit }, parameters), 'aria-haspopup': 'dialog' }
            : {})}
        />
      ))}
      {folded && foldPlace && (
        <button
          type="button"
          className={styles.fold}
          style={{ left: xPx, top: folded.yPx, width: foldPlace.widthPx, height: foldPlace.heightPx }}
          data-turned={folded.isTurned || undefined}
          data-slot={slotName({ column: index, row: units.length })}
          data-fold={layer}
          tabIndex={current === units.length ? 0 : -1}
          aria-label={words.openLayer(layer, folded.count)}
          aria-haspopup="dialog"
          onClick={() => onOpenLayer(layer)}
        >
          +{folded.count}
        </button>
      )}
    </>
  );
}

function slotName({ column, row }: Slot): string {
  return `${column},${row}`;
}

function slotOf({ dataset }: { readonly dataset: DOMStringMap }): Slot | null {
  const [column, row] = dataset.slot?.split(',').map(Number) ?? [];
  return column === undefined || row === undefined ? null : { column, row };
}
