/**
 * What decides the look of a point, in one byte: `colour of the true class | colour of the predicted class · 4 | test · 16 |
 * wrong · 32`; the four colours repeat. Comparing the bytes
 * tells whether the points must be painted again, which costs far more than this.
 */
import type { Points, Task } from '../../engine/data/dataset';
import { COLOUR_COUNT } from '../classMarks';

/** A point that is not shown. */
export const HIDDEN = 255;
export const TEST = 16;
export const WRONG = 32;

export interface PointMarks {
  readonly points: Points;
  readonly isTest: Uint8Array;
  readonly task: Task;
  readonly showTest: boolean;
}

/** Writes a code a point; true when one differs from what was there. Without predictions nothing is wrong. */
export function updatePointCodes(
  codes: Uint8Array,
  { points, isTest, task, showTest }: PointMarks,
  predictions: Float32Array | null,
): boolean {
  const { y } = points;
  const isClassified = task === 'classification';
  const known = predictions?.length === y.length && isClassified ? predictions : null;
  let changed = false;
  for (let i = 0; i < codes.length; i++) {
    let code = HIDDEN;
    if (showTest || !isTest[i]) {
      const truth = isClassified ? y[i]! : 0;
      const prediction = known ? known[i]! : truth;
      code = colourIndex(truth) | (colourIndex(prediction) << 2);
      if (isTest[i]) code |= TEST;
      if (prediction !== truth) code |= WRONG;
    }
    if (codes[i] !== code) {
      codes[i] = code;
      changed = true;
    }
  }
  return changed;
}

/** Of integers, because the remainder of floating-point numbers takes many times as long. */
function colourIndex(classIndex: number): number {
  return (classIndex | 0) % COLOUR_COUNT;
}

export function trueClass(code: number): number {
  return code & 3;
}

export function predictedClassOf(code: number): number {
  return (code >> 2) & 3;
}

/** Marks up to this number of points; beyond, each is a dot. */
export const MOST_MARKS = 3000;

/** Radius of a training point's mark: smaller the more there are, never below 2 px. */
export function markRadius(points: number, shorterSidePx: number): number {
  const crowd = points <= 150 ? 4.4 : 4.4 - 0.55 * Math.log2(points / 150);
  return Math.max(2, crowd * Math.min(1, Math.max(0.62, shorterSidePx / 400)));
}

/** Painting order: test points below training points, what is wrong on top. */
export const LAYERS = [TEST, 0, TEST | WRONG, WRONG] as const;

export function layerOf(code: number): number {
  return code & (TEST | WRONG);
}
