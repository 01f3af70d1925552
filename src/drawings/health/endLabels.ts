/** Names at the ends of lines: moved apart so that they can be read, each as near to its line as the others allow. */

/**
 * Places at least `gap` apart within [low, high], in the order of the wanted ones; closer together where there is no room for all.
 * A place that is not finite stays as it is.
 */
export function placeLabels(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const places = wanted.slice();
  const order = wanted.flatMap((place, i) => (Number.isFinite(place) ? [i] : []));
  order.sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const step = order.length > 1 ? Math.min(gap, (high - low) / (order.length - 1)) : gap;
  let least = low;
  for (const i of order) {
    places[i] = Math.max(places[i]!, least);
    least = places[i] + step;
  }
  let most = high;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i]!, most);
    most = places[i] - step;
  }
  return places;
}

/** Which of `count` lines are named where only so many names fit: the first and the last, and some evenly between. */
export function namedLines(count: number, fit: number): Set<number> {
  const named = Math.max(1, Math.min(count, Math.floor(fit)));
  if (named === 1) return new Set([count - 1]);
  return new Set(Array.from({ length: named }, (_, i) => Math.round((i * (count - 1)) / (named - 1))));
}
