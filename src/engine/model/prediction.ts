/** From output activations to an answer, and from labels to targets; the same rules for devices, metrics and drawings. */
import type { DataSpec } from '../experiment';

/** The class the outputs speak for: the largest unit, or, with a single unit, y = 1 (the second class, ×) from 0.5 on. */
export function predictedClass(outputs: ArrayLike<number>): number {
  if (outputs.length === 1) return (outputs[0] as number) >= 0.5 ? 1 : 0;
  let best = 0;
  for (let j = 1; j < outputs.length; j++) if ((outputs[j] as number) > (outputs[best] as number)) best = j;
  return best;
}

/** Targets of the points in `indices`: [point][unit], one-hot for several units, 0/1 or the real target for one. */
export function targetsOf(
  task: DataSpec['task'],
  y: ArrayLike<number>,
  indices: ArrayLike<number>,
  units: number,
): Float32Array {
  const targets = new Float32Array(indices.length * units);
  for (let i = 0; i < indices.length; i++) {
    const value = y[indices[i] as number] as number;
    if (task === 'regression' || units === 1) targets[i * units] = value;
    else targets[i * units + value] = 1;
  }
  return targets;
}
