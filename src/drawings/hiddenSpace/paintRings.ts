/** Rings round the points that are pointed at or selected, here or in any other picture of them. */

import type { ReadableStore } from '../../engine/readableStore';
import type { Paint } from '../canvasRenderer';
import { cssColour } from '../colours';
import { isShown, type SpacePoints } from './paintSpacePoints';
import type { PlacedSpace } from './placeSpace';

export interface PointMarkers {
  /** Index into the data; null for none. */
  readonly pointed: number | null;
  /** Indices into the data. */
  readonly selection: ReadonlySet<number>;
}

const RING_PX = 7.5;

export function createRingsPaint(
  painted: ReadableStore<PlacedSpace | null>,
  markers: ReadableStore<PointMarkers>,
  look: Pick<SpacePoints, 'isTest' | 'showTest'>,
): Paint {
  return ({ context, widthPx, heightPx, theme }) => {
    context.clearRect(0, 0, widthPx, heightPx);
    const placed = painted.get();
    const { pointed, selection } = markers.get();
    if (!placed || (pointed === null && selection.size === 0)) return;
    placed.picture.indices.forEach((index, i) => {
      const isPointed = index === pointed;
      if (!(isPointed || selection.has(index)) || !isShown(look, index)) return;
      if (!Number.isFinite(placed.x[i]) || !Number.isFinite(placed.y[i])) return;
      context.beginPath();
      context.arc(placed.x[i]!, placed.y[i]!, isPointed ? RING_PX + 1.5 : RING_PX, 0, 2 * Math.PI);
      context.strokeStyle = cssColour(isPointed ? theme.ink : theme.accent);
      context.lineWidth = 2;
      context.stroke();
    });
  };
}
