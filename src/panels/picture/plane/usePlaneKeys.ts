/**
 * The plane by keyboard: arrows move a cursor, Enter places or erases, Space takes hold of the nearest point until it is pressed
 * again, Delete removes, Ctrl+A selects all, I pins the probe, + and − zoom. What happened is said in words.
 */
import { useState } from 'react';
import { type PlaneScale, planeScale } from '../../../drawings/boundary/planeScale';
import type { Direction } from '../../../drawings/interaction/keyMoves';
import { useInteraction } from '../../../drawings/interaction/useInteraction';
import type { NewPoint } from '../../../store/dataEdits';
import type { Probe } from '../../../store/runState';
import { look, store } from '../../../store/store';
import { meantKeys } from '../../controls/meantKeys';
import { useWords } from '../../controls/useWords';
import { classWords, namesOf } from '../../shared/dataNames';
import { aim, pinAim, pinAt } from './aim';
import type { Spot } from './nearest';
import { placeText } from './placeText';
import { placeAt, pointNear, removeAt, selectAll } from './planeCommands';
import { fitToPoints, type PlaneSize, zoomAt } from './planeZoom';
import { type Move, moveOf, moveTo } from './strokes';

/** How near a point the cursor must be to be on it, in pixels. */
const reachPx = 9;

/** Steps across the plane, plain and with Shift. */
const steps = { fine: 80, coarse: 16 } as const;

/** How much more of the plane a key shows. */
const zoomStep = 1.25;

export function usePlaneKeys(widthPx: number, heightPx: number) {
  const words = usePlaneWords();
  const [cursor, setCursor] = useState<Spot | null>(null);
  const [held, setHeld] = useState<Move | null>(null);
  const at = cursor ?? { xPx: widthPx / 2, yPx: heightPx / 2 };
  const scale = planeScale(store.getState().experiment.data.plane, widthPx || 1, heightPx || 1);
  const keyCursor: KeyCursor = { at, scale, size: { widthPx, heightPx }, held, hold: setHeld, words };
  const { said, say, handlers } = useInteraction<Spot>({
    pointed: () => at,
    onPoint: (spot) => {
      if (!spot) return;
      if (held) moveTo(held, scale, spot);
      setCursor(spot);
      aim(scale, spot, reachPx);
    },
    walk: (from, direction, isCoarse) =>
      stepped(from ?? at, direction, isCoarse ? steps.coarse : steps.fine, [widthPx, heightPx]),
    wordsOf: ({ xPx, yPx }) => words.cursor(scale.fromX(xPx), scale.fromY(yPx)),
    onKey: (event) => {
      const keys = meantKeys(event.nativeEvent);
      if (event.ctrlKey || event.metaKey) {
        const selects = keys.some((key) => key.toLowerCase() === 'a');
        if (selects) selectAll();
        return selects;
      }
      if (event.altKey) return false;
      for (const key of keys) {
        const answer = act(key, keyCursor);
        if (answer) say(answer);
        if (answer !== null) return true;
      }
      return false;
    },
  });
  return {
    cursor: at,
    said,
    held,
    onKeyDown: handlers.onKeyDown,
    aimAtCursor: () => aim(scale, at, reachPx),
    forget: () => setHeld(null),
  };
}

/** What a key acts with. */
interface KeyCursor {
  readonly at: Spot;
  readonly scale: PlaneScale;
  readonly size: PlaneSize;
  /** The point that moves with the cursor. */
  readonly held: Move | null;
  readonly hold: (move: Move | null) => void;
  readonly words: ReturnType<typeof usePlaneWords>;
}

/** Answers what is said after a key; null for one that means nothing here. */
function act(key: string, cursor: KeyCursor): string | null {
  const { at, scale, size, hold, words } = cursor;
  if (key === 'Enter') return place(cursor);
  if (key === ' ') return takeOrDrop(cursor);
  if (key === 'Delete' || key === 'Backspace') return words.removed(removeAt(scale, at));
  if (key.toLowerCase() === 'i') {
    if (store.getState().aim === null) aim(scale, at, reachPx);
    return words.pinned(pinAim());
  }
  if (key === 'Escape') {
    hold(null);
    look({ selection: new Set(), probe: null });
    return '';
  }
  return zoomByKey(key, size, at) ? words.range() : null;
}

function takeOrDrop({ at, scale, held, hold, words }: KeyCursor): string {
  const near = held === null ? pointNear(scale, at) : null;
  hold(near === null ? null : moveOf(near, scale, at));
  return words.of(held !== null ? 'dropped' : near === null ? 'nothingNear' : 'held');
}

function place({ at, scale, words }: KeyCursor): string {
  const { kind } = store.getState().view.tool;
  if (kind === 'eraser') return words.removed(removeAt(scale, at));
  if (kind === 'probe' || kind === 'none') return words.pinned(pinAt(scale, at, reachPx));
  return words.placed(placeAt(scale, at));
}

/** Plus and minus zoom about the cursor, 0 shows all points; answers whether the key was one of these. */
function zoomByKey(key: string, size: PlaneSize, at: Spot): boolean {
  if (key === '+' || key === '=') zoomAt(size, 1 / zoomStep, at);
  else if (key === '-') zoomAt(size, zoomStep, at);
  else if (key === '0') fitToPoints();
  else return false;
  return true;
}

/** A step of a whole plane's `count`th, never off it. */
function stepped(
  { xPx, yPx }: Spot,
  [right, up]: Direction,
  count: number,
  [widthPx, heightPx]: readonly [number, number],
): Spot {
  return {
    xPx: Math.min(Math.max(xPx + (right * widthPx) / count, 0), widthPx),
    yPx: Math.min(Math.max(yPx - (up * heightPx) / count, 0), heightPx),
  };
}

/** What a screen reader says after a key. */
function usePlaneWords() {
  const { t } = useWords();
  const round = (value: number) => placeText(value, store.getState().experiment.data.plane);
  return {
    range: () => {
      const { x, y } = store.getState().experiment.data.plane;
      return t('plane.shown', {
        left: round(x[0]),
        right: round(x[1]),
        bottom: round(y[0]),
        top: round(y[1]),
      });
    },
    of: (key: 'held' | 'dropped' | 'nothingNear') => t(`plane.${key}`),
    cursor: (x1: number, x2: number) => t('plane.cursor', { x1: round(x1), x2: round(x2) }),
    pinned: (probe: Probe | null) => {
      if (probe === null) return t('probe.unpinned');
      if (probe.kind === 'point') return t('probe.pinnedPoint', { n: probe.index + 1 });
      return t('probe.pinnedPlace', { x1: round(probe.x1), x2: round(probe.x2) });
    },
    removed: (count: number) => (count > 0 ? t('plane.removed') : t('plane.nothingNear')),
    placed: ({ x1, x2, y }: NewPoint) => {
      const place = { x1: round(x1), x2: round(x2) };
      const { data } = store.getState().experiment;
      return data.task === 'classification'
        ? t('plane.placed', { ...place, class: classWords(t, namesOf(data), y) })
        : t('plane.placedValue', { ...place, value: round(y) });
    },
  };
}
