/** From plane units to CSS pixels and back. The whole canvas is the plane: y grows upwards there, downwards on the screen. */
import { ticks } from 'd3-array';
import type { PlaneRange } from '../../engine/data/dataset';
import { axisNumbers } from './axisNumbers';

export interface PlaneScale {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly fromX: (xPx: number) => number;
  readonly fromY: (yPx: number) => number;
}

export function planeScale(plane: PlaneRange, widthPx: number, heightPx: number): PlaneScale {
  const [left, right] = plane.x;
  const [bottom, top] = plane.y;
  const perX = widthPx / (right - left);
  const perY = heightPx / (top - bottom);
  return {
    toX: (x) => (x - left) * perX,
    toY: (y) => (top - y) * perY,
    fromX: (xPx) => left + xPx / perX,
    fromY: (yPx) => top - yPx / perY,
  };
}

export interface AxisTick {
  readonly value: number;
  readonly px: number;
  readonly text: string;
  /** Whether a number beside the tick stays clear of the corners. */
  readonly hasRoom: boolean;
}

/** Round values along an axis of `lengthPx`, about one in 72 px, with their places and what is written there. `marginPx` keeps numbers off the ends. */
export function axisTicks(
  [low, high]: readonly [number, number],
  toPx: (value: number) => number,
  lengthPx: number,
  marginPx = 0,
): AxisTick[] {
  const count = Math.min(8, Math.max(2, Math.round(lengthPx / 72)));
  const values = ticks(low, high, count);
  const words = axisNumbers(values);
  return values.map((value, i) => {
    const px = toPx(value);
    const hasRoom = px >= marginPx && px <= lengthPx - marginPx;
    return { value, px, text: words[i] ?? '', hasRoom };
  });
}
