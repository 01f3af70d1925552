/** What the keys of the plane do to the document. Each answers what to say about it; nothing here knows of React. */
import type { PlaneScale } from '../../../drawings/boundary/planeScale';
import { addPoints, type NewPoint, removePoints } from '../../../store/dataEdits';
import { prepared } from '../../../store/derived';
import { edit, look, store } from '../../../store/store';
import { nearestPoint, type Spot } from './nearest';
import { newPointAt } from './strokes';
import { tellIfFull } from './tellFull';

/** How near a point must be for the keys to mean it, in pixels. */
const reachPx = 24;

/** Index of the point the cursor means, or null. */
export function pointNear(scale: PlaneScale, spot: Spot): number | null {
  const { data } = store.getState().experiment;
  return nearestPoint(prepared(data).points, data.inputs, scale, spot, reachPx);
}

/** Places a point at the cursor. */
export function placeAt(scale: PlaneScale, spot: Spot): NewPoint {
  const point = newPointAt(store.getState(), scale, spot);
  tellIfFull();
  edit((experiment) => addPoints(experiment, [point]));
  return point;
}

/** Removes what is selected, or else the point near the cursor; answers how many went. */
export function removeAt(scale: PlaneScale, spot: Spot): number {
  const { selection } = store.getState().view;
  const near = selection.size > 0 ? null : pointNear(scale, spot);
  const gone = near === null ? selection : new Set([near]);
  edit((experiment) => removePoints(experiment, gone));
  return gone.size;
}

export function selectAll(): void {
  const { points } = prepared(store.getState().experiment.data);
  look({ selection: new Set(points.y.keys()) });
}
