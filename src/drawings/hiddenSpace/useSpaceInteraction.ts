/** What pointer and keys do with the points of a hidden space: point at them, select them, walk from one to the next. */
import type { ReadableStore } from '../../engine/readableStore';
import type { Direction } from '../interaction/keyMoves';
import { type PointerSpot, useInteraction } from '../interaction/useInteraction';
import type { PointMarkers } from './paintRings';
import type { SpaceLook } from './paintSpace';
import { isShown } from './paintSpacePoints';
import { nearestPlaced, nextPlaced, type PlacedSpace } from './placeSpace';

export interface HiddenSpaceWords {
  /** What the picture shows. */
  readonly label: string;
  /** How to go about it by keyboard. */
  readonly instructions: string;
  /** A point and its coordinates. */
  readonly point: (index: number, across: number, up: number) => string;
  readonly selected: string;
  readonly unselected: string;
}

export interface SpaceInteractionProps {
  /** Keep it the same (useMemo) while it is. */
  readonly look: SpaceLook;
  readonly markers: ReadableStore<PointMarkers>;
  /** The point that is pointed at, by index into the data; null when it is let go of. */
  readonly onPoint: (index: number | null) => void;
  /** Which points are selected from now on. */
  readonly onSelect: (selection: ReadonlySet<number>) => void;
  readonly words: HiddenSpaceWords;
}

export function useSpaceInteraction(
  props: SpaceInteractionProps,
  painted: ReadableStore<PlacedSpace | null>,
) {
  const { look, markers, onPoint, onSelect, words } = props;
  const selectNone = () => {
    if (markers.get().selection.size > 0) onSelect(new Set());
  };
  return useInteraction<number>({
    targetAt: (spot) => pointUnder(spot, painted.get(), look),
    pointed: () => markers.get().pointed,
    onPoint,
    onChoose: (index, isAdded) => {
      if (index === null) {
        selectNone();
        return undefined;
      }
      const selection = toggled(markers.get().selection, index, isAdded);
      onSelect(selection);
      return selection.has(index) ? words.selected : words.unselected;
    },
    walk: (from, direction) => pointAfter(painted.get(), from, direction, look),
    wordsOf: (index) => {
      const { indices, x, y } = painted.get()!.picture;
      const position = indices.indexOf(index);
      return words.point(index, x[position]!, y[position]!);
    },
    onKey: ({ key }) => {
      // Escape clears the selection; `useInteraction` ends pointing, as in every picture.
      if (key === 'Escape') selectNone();
      return false;
    },
  });
}

/** The point alone, or besides those that are selected; one that was selected is let go of. */
function toggled(selection: ReadonlySet<number>, index: number, isAdded: boolean): Set<number> {
  const kept = isAdded ? new Set(selection) : new Set<number>();
  if (selection.has(index)) kept.delete(index);
  else kept.add(index);
  return kept;
}

/** Index into the data; null for none. */
function pointUnder(
  { xPx, yPx, reachPx }: PointerSpot,
  placed: PlacedSpace | null,
  { points }: SpaceLook,
): number | null {
  if (!placed) return null;
  const { indices } = placed.picture;
  const isThere = (i: number) => isShown(points, indices[i]!);
  return indices[nearestPlaced(placed, xPx, yPx, reachPx, isThere)] ?? null;
}

/** Where an arrow leads from a point; without one, to the first that is shown. Indices into the data; null for nowhere. */
function pointAfter(
  placed: PlacedSpace | null,
  pointed: number | null,
  [right, up]: Direction,
  { points }: SpaceLook,
): number | null {
  if (!placed) return null;
  const { indices } = placed.picture;
  const isThere = (i: number) => isShown(points, indices[i]!) && Number.isFinite(placed.x[i]! + placed.y[i]!);
  const from = pointed === null ? -1 : indices.indexOf(pointed);
  const to =
    from === -1 ? indices.findIndex((_, i) => isThere(i)) : nextPlaced(placed, from, [right, -up], isThere);
  return indices[to] ?? null;
}
