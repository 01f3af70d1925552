/**
 * The film: how fast training goes at which speed. At the normal one the updates per second double every second, so that a run of ten
 * updates and one of ten thousand can both be watched, and time on the wall is a logarithmic axis of updates.
 */

/** How training is watched. `slow` makes so many updates a second, 0.5–30; `once` as many as the device can. */
export type Speed =
  | { readonly kind: 'normal' }
  | { readonly kind: 'slow'; readonly updatesPerSecond: number }
  | { readonly kind: 'once' };

/** Updates per second with which a film begins. */
export const firstPace = 15;

/** Updates after which the pace has doubled once for each factor e: the unit of the axis. */
export const softUpdates = firstPace / Math.LN2;

/** Updates per second after a number of updates. */
export function paceAt(updates: number): number {
  return firstPace + Math.LN2 * updates;
}

/** Seconds that the film takes for a number of updates, on a device that keeps up. */
export function filmSeconds(updates: number): number {
  return Math.log2(1 + updates / softUpdates);
}

/** Updates, with fractions, after a number of seconds of film: the inverse of `filmSeconds`. */
export function updatesAfter(seconds: number): number {
  return softUpdates * (2 ** seconds - 1);
}
