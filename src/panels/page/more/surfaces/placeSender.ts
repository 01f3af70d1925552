/** The place on a cost surface that a learner chooses: sent with a limited rate, and as the weights that the run has to take. */
import type { PlanePosition } from '../../../../drawings/surface/costPicture';
import { parametersAt } from '../../../../engine/training/costSurface/parameterPlane';
import type { CostSurface } from '../../../../engine/training/costSurface/surfaceQuestion';
import type { WeightChange } from '../../../../engine/training/snapshot';

/** Sends the chosen place, the latest one, at most once per interval: a drag gives more places than a run can take. */
export interface PlaceSender<Place> {
  readonly send: (place: Place) => void;
  /** Ends the waiting: the latest place is sent at once, or dropped when its run is over. */
  readonly end: (isWanted: boolean) => void;
}

export function createPlaceSender<Place>(
  send: (place: Place) => void,
  intervalMs: number,
): PlaceSender<Place> {
  let waiting: { readonly place: Place } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (!waiting) return;
    send(waiting.place);
    waiting = null;
    timer = setTimeout(flush, intervalMs);
  };
  return {
    send: (place) => {
      waiting = { place };
      if (timer === undefined) flush();
    },
    end: (isWanted) => {
      clearTimeout(timer);
      timer = undefined;
      if (waiting && isWanted) send(waiting.place);
      waiting = null;
    },
  };
}

/** The two parameters of a pair; along directions every one that moves, so that J becomes what the picture says. */
export function changesTo({ question, plane }: CostSurface, { x, y }: PlanePosition): WeightChange[] {
  const { directions } = question;
  if (directions.kind === 'pair') {
    return [
      { index: directions.first, value: x },
      { index: directions.second, value: y },
    ];
  }
  return Array.from(parametersAt(plane, x, y), (value, index) => ({ index, value }));
}
