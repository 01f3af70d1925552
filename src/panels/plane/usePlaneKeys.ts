/**
 * The plane by keyboard: arrows move a cursor, Enter places or erases, Space takes hold of the nearest point until it is pressed
 * again, Delete removes, Ctrl+A selects all. What happened is said in words.
 */
import { type KeyboardEvent, useState } from 'react';
import { type PlaneScale, planeScale } from '../../drawings/boundary/planeScale';
import { addPoints, movePoints, removePoints } from '../../store/dataEdits';
import { prepared } from '../../store/derived';
import { edit, look, store } from '../../store/store';
import { useWords } from '../controls/useWords';
import { nearestPoint, type Spot } from './nearest';
import { newPointAt } from './usePlaneTools';

/** Steps across the plane, plain and with Shift. */
const steps = { fine: 80, coarse: 16 } as const;
/** How near a point must be for the keys to mean it, in pixels. */
const reachPx = 24;

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function usePlaneKeys(widthPx: number, heightPx: number) {
  const { t } = useWords();
  const [cursor, setCursor] = useState<Spot | null>(null);
  const [held, setHeld] = useState<number | null>(null);
  const [said, say] = useState('');
  const at = cursor ?? { xPx: widthPx / 2, yPx: heightPx / 2 };
  const scale = planeScale(store.getState().experiment.data.plane, widthPx, heightPx);

  const move = (key: string, coarse: boolean) => {
    const [dx, dy] = arrows[key] as readonly [number, number];
    const count = coarse ? steps.coarse : steps.fine;
    const next = {
      xPx: Math.min(Math.max(at.xPx + (dx * widthPx) / count, 0), widthPx),
      yPx: Math.min(Math.max(at.yPx + (dy * heightPx) / count, 0), heightPx),
    };
    if (held !== null) carry(scale, held, at, next);
    setCursor(next);
    const [x1, x2] = [scale.fromX(next.xPx).toFixed(2), scale.fromY(next.yPx).toFixed(2)];
    say(t('plane.cursor', { x1, x2 }));
  };

  const near = (): number | null => {
    const { data } = store.getState().experiment;
    return nearestPoint(prepared(data).points, data.inputs, scale, at, reachPx);
  };

  const removeNear = () => {
    const { selection } = store.getState().view;
    const found = near();
    const gone = selection.size > 0 ? selection : new Set(found === null ? [] : [found]);
    edit((experiment) => removePoints(experiment, gone));
    look({ selection: new Set() });
    say(gone.size > 0 ? t('plane.removed') : t('plane.nothingNear'));
  };

  const place = () => {
    const state = store.getState();
    if (state.view.tool.kind === 'eraser') {
      removeNear();
      return;
    }
    const point = newPointAt(state, scale, at);
    edit((experiment) => addPoints(experiment, [point]));
    const words = { x1: point.x1.toFixed(2), x2: point.x2.toFixed(2) };
    const classifies = state.experiment.data.task === 'classification';
    say(
      classifies
        ? t('plane.placed', { ...words, class: point.y + 1 })
        : t('plane.placedValue', { ...words, value: point.y.toFixed(2) }),
    );
  };

  const hold = () => {
    const found = held === null ? near() : null;
    if (held === null && found === null) say(t('plane.nothingNear'));
    else say(held === null ? t('plane.held') : t('plane.dropped'));
    setHeld(found);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const all = (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a';
    if (all) selectAll();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key in arrows) move(key, event.shiftKey);
    else if (key === 'Enter') place();
    else if (key === ' ') hold();
    else if (key === 'Delete' || key === 'Backspace') removeNear();
    else if (key === 'Escape') {
      setHeld(null);
      look({ selection: new Set() });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { cursor: cursor ?? at, said, held, onKeyDown, forget: () => setHeld(null) };
}

function carry(scale: PlaneScale, index: number, from: Spot, to: Spot): void {
  const dx = scale.fromX(to.xPx) - scale.fromX(from.xPx);
  const dy = scale.fromY(to.yPx) - scale.fromY(from.yPx);
  edit((experiment) => movePoints(experiment, new Set([index]), dx, dy));
}

function selectAll(): void {
  const { points } = prepared(store.getState().experiment.data);
  look({ selection: new Set(points.y.keys()) });
}
