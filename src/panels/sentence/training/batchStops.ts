/** The stops of the batch slider: powers of two up to the number of training points, and that number, which means all. */
export function batchStops(points: number): number[] {
  const stops: number[] = [];
  for (let size = 1; size < points; size *= 2) stops.push(size);
  return [...stops, points];
}

export function batchOf(size: number, points: number): number | 'all' {
  return size >= points ? 'all' : size;
}
