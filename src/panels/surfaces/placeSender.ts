/** Sends the place that a hand has chosen, the last word, at most every so often: a drag speaks faster than a run listens. */
export function createPlaceSender<Place>(
  send: (place: Place) => void,
  intervalMs: number,
): (place: Place) => void {
  let waiting: { readonly place: Place } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (!waiting) return;
    send(waiting.place);
    waiting = null;
    timer = setTimeout(flush, intervalMs);
  };
  return (place) => {
    waiting = { place };
    if (timer === undefined) flush();
  };
}
