/** Sends the place that the learner has chosen, the last word, at most every so often: a drag speaks faster than a run listens. */
export interface PlaceSender<Place> {
  readonly send: (place: Place) => void;
  /** Nothing waits any longer: the last word is sent at once, or dropped where the run that it was meant for is over. */
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
