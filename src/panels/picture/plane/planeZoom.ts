/** Which part of the plane is shown, as the learner changes it. A turn of the wheel or a pinch is one step of undo. */
import { planeScale } from '../../../drawings/boundary/planeScale';
import { shifted, zoomed } from '../../../engine/data/planeRange';
import { fitPlaneToPoints, setPlane } from '../../../store/dataEdits';
import { beginGesture, edit, endGesture, store } from '../../../store/store';
import type { Spot } from './nearest';

export interface PlaneSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The present scale; that of the last render may be behind a quick pointer. */
export function scaleNow({ widthPx, heightPx }: PlaneSize) {
  return planeScale(store.getState().experiment.data.plane, widthPx || 1, heightPx || 1);
}

/** Shows `factor` times as much, with the place at `spot` where it was. */
export function zoomAt(size: PlaneSize, factor: number, spot: Spot): void {
  const scale = scaleNow(size);
  const fixed = [scale.fromX(spot.xPx), scale.fromY(spot.yPx)] as const;
  edit((experiment) => setPlane(experiment, zoomed(experiment.data.plane, factor, fixed)));
}

export function shiftPlane(dx: number, dy: number): void {
  edit((experiment) => setPlane(experiment, shifted(experiment.data.plane, dx, dy)));
}

export function fitToPoints(): void {
  edit(fitPlaneToPoints);
}

/** Two fingers: their middle stays on its place of the plane, their distance on its length. */
export function pinch(size: PlaneSize, before: readonly [Spot, Spot], after: readonly [Spot, Spot]): void {
  const [from, to] = [middleOf(before), middleOf(after)];
  const scale = scaleNow(size);
  shiftPlane(scale.fromX(from.xPx) - scale.fromX(to.xPx), scale.fromY(from.yPx) - scale.fromY(to.yPx));
  const apart = distanceOf(after);
  if (apart > 0) zoomAt(size, distanceOf(before) / apart, to);
}

function middleOf([a, b]: readonly [Spot, Spot]): Spot {
  return { xPx: (a.xPx + b.xPx) / 2, yPx: (a.yPx + b.yPx) / 2 };
}

function distanceOf([a, b]: readonly [Spot, Spot]): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}

/** Pixels of a wheel's line and page. */
const linePx = 16;
const pagePx = 400;
/** Share by which a pixel of the wheel zooms; the small steps of two fingers on a trackpad count for more. */
const perPixel = 0.0015;
const perPixelOfPinch = 0.01;
/** A pause of the wheel that ends a turn of it. */
const turnMs = 300;

let turnEnds: ReturnType<typeof setTimeout> | undefined;

/** One event of the wheel over the plane. */
export function turnWheel(size: PlaneSize, spot: Spot, event: WheelEvent): void {
  const unitPx = event.deltaMode === 1 ? linePx : event.deltaMode === 2 ? pagePx : 1;
  const rate = event.ctrlKey && event.deltaMode === 0 ? perPixelOfPinch : perPixel;
  const turned = Math.min(Math.max(event.deltaY * unitPx * rate, -1), 1);
  clearTimeout(turnEnds);
  turnEnds = setTimeout(endGesture, turnMs);
  beginGesture();
  zoomAt(size, Math.exp(turned), spot);
}
