/**
 * The plane by keyboard: arrows move a cursor, Enter places or erases, Space takes hold of the nearest point until it is pressed
 * again, Delete removes, Ctrl+A selects all, I pins the probe, + and − zoom. What happened is said in words.
 */
import { type KeyboardEvent, useState } from 'react';
import { planeScale } from '../../../drawings/boundary/planeScale';
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

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function usePlaneKeys(widthPx: number, heightPx: number) {
  const spoken = useSpoken();
  const [cursor, setCursor] = useState<Spot | null>(null);
  const [held, setHeld] = useState<Move | null>(null);
  const at = cursor ?? { xPx: widthPx / 2, yPx: heightPx / 2 };
  const scale = planeScale(store.getState().experiment.data.plane, widthPx || 1, heightPx || 1);

  const move = (arrow: readonly [number, number], coarse: boolean) => {
    const next = stepped(at, arrow, coarse ? steps.coarse : steps.fine, [widthPx, heightPx]);
    if (held) moveTo(held, scale, next);
    setCursor(next);
    aim(scale, next, reachPx);
    spoken.cursor(scale.fromX(next.xPx), scale.fromY(next.yPx));
  };

  const takeOrDrop = () => {
    const near = held === null ? pointNear(scale, at) : null;
    spoken.say(held !== null ? 'dropped' : near === null ? 'nothingNear' : 'held');
    setHeld(near === null ? null : moveOf(near, scale, at));
  };

  const place = () => {
    const { kind } = store.getState().view.tool;
    if (kind === 'eraser') spoken.removed(removeAt(scale, at));
    else if (kind === 'probe' || kind === 'none') spoken.pinned(pinAt(scale, at, reachPx));
    else spoken.placed(placeAt(scale, at));
  };

  const pin = () => {
    if (store.getState().aim === null) aim(scale, at, reachPx);
    spoken.pinned(pinAim());
  };

  const letGo = () => {
    setHeld(null);
    look({ selection: new Set(), probe: null });
  };

  /** Answers whether the key means something here. */
  const act = (key: string, coarse: boolean): boolean => {
    const arrow = arrows[key];
    if (arrow) move(arrow, coarse);
    else if (key === 'Enter') place();
    else if (key === ' ') takeOrDrop();
    else if (key === 'Delete' || key === 'Backspace') spoken.removed(removeAt(scale, at));
    else if (key.toLowerCase() === 'i') pin();
    else if (zoomByKey(key, { widthPx, heightPx }, at)) spoken.range();
    else if (key === 'Escape') letGo();
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const [control, keys] = [event.ctrlKey || event.metaKey, meantKeys(event.nativeEvent)];
    if (control && keys.some((key) => key.toLowerCase() === 'a')) selectAll();
    else if (control || event.altKey || !keys.some((key) => act(key, event.shiftKey))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    cursor: at,
    said: spoken.sentence,
    held,
    onKeyDown,
    aimAtCursor: () => aim(scale, at, reachPx),
    forget: () => setHeld(null),
  };
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
  [dx, dy]: readonly [number, number],
  count: number,
  [widthPx, heightPx]: readonly [number, number],
): Spot {
  return {
    xPx: Math.min(Math.max(xPx + (dx * widthPx) / count, 0), widthPx),
    yPx: Math.min(Math.max(yPx + (dy * heightPx) / count, 0), heightPx),
  };
}

/** What a screen reader is told after a key. */
function useSpoken() {
  const { t } = useWords();
  const [sentence, setSentence] = useState('');
  const round = (value: number) => placeText(value, store.getState().experiment.data.plane);
  return {
    sentence,
    range: () => {
      const { x, y } = store.getState().experiment.data.plane;
      const ends = { left: round(x[0]), right: round(x[1]), bottom: round(y[0]), top: round(y[1]) };
      setSentence(t('plane.shown', ends));
    },
    say: (key: 'held' | 'dropped' | 'nothingNear') => setSentence(t(`plane.${key}`)),
    cursor: (x1: number, x2: number) => setSentence(t('plane.cursor', { x1: round(x1), x2: round(x2) })),
    pinned: (probe: Probe | null) => {
      if (probe === null) setSentence(t('probe.unpinned'));
      else if (probe.kind === 'point') setSentence(t('probe.pinnedPoint', { n: probe.index + 1 }));
      else setSentence(t('probe.pinnedPlace', { x1: round(probe.x1), x2: round(probe.x2) }));
    },
    removed: (count: number) => setSentence(count > 0 ? t('plane.removed') : t('plane.nothingNear')),
    placed: ({ x1, x2, y }: NewPoint) => {
      const place = { x1: round(x1), x2: round(x2) };
      const { data } = store.getState().experiment;
      const classifies = data.task === 'classification';
      setSentence(
        classifies
          ? t('plane.placed', { ...place, class: classWords(t, namesOf(data), y) })
          : t('plane.placedValue', { ...place, value: round(y) }),
      );
    },
  };
}
