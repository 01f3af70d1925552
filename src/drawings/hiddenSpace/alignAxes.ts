/**
 * Principal axes have no sign, and where two of them carry the same variance no direction either: from one look to the next they may
 * flip or spin although the layer hardly moved. Here new axes are turned and mirrored within their plane to lie as near as possible to
 * the ones before (orthogonal Procrustes in two dimensions); what they show together stays the same.
 */
import type { Axes } from './projection';

/** Both pairs orthonormal. Axes that have nothing in common with those before stay as they are. */
export function alignAxes(fresh: Axes, before: Axes): Axes {
  if (fresh[0].length !== before[0].length) return fresh;
  const [[a, b], [c, d]] = fresh.map((axis) => before.map((other) => dot(axis, other))) as [
    [number, number],
    [number, number],
  ];
  const turn: Turn = [a + d, c - b, 1];
  const mirror: Turn = [a - d, c + b, -1];
  const [cosine, sine, sign] = length(turn) >= length(mirror) ? turn : mirror;
  const size = Math.hypot(cosine, sine);
  if (size < 1e-9) return fresh;
  const [u, v] = [cosine / size, sine / size];
  return [combine(fresh, u, v), combine(fresh, -sign * v, sign * u)];
}

/** Cosine and sine, not normalised, and −1 where the second axis is mirrored as well. */
type Turn = readonly [number, number, 1 | -1];

function length([cosine, sine]: Turn): number {
  return Math.hypot(cosine, sine);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function combine([first, second]: Axes, a: number, b: number): Float64Array {
  return first.map((value, i) => a * value + b * second[i]!);
}
