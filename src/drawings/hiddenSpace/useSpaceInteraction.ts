/** What pointer and keys do with the points of a hidden space: point at them, select them, walk from one to the next. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { ReadableStore } from '../../engine/readableStore';
import type { PointMarkers } from './paintRings';
import type { SpaceLook } from './paintSpace';
import { isShown } from './paintSpacePoints';
import { nearestPlaced, nextPlaced, type PlacedSpace } from './placeSpace';

/** How near a pointer must be to a point. */
const REACH_PX: Readonly<Record<string, number>> = { mouse: 10, pen: 12, touch: 22 };

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

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
  const [said, setSaid] = useState('');

  const point = (index: number | null) => {
    if (index !== markers.get().pointed) onPoint(index);
  };
  const select = (index: number, isAdded: boolean) => {
    const selection = toggled(markers.get().selection, index, isAdded);
    onSelect(selection);
    setSaid(selection.has(index) ? words.selected : words.unselected);
  };
  const walk = (direction: readonly [number, number]) => {
    const placed = painted.get();
    const found = placed && positionAfter(placed, markers.get().pointed, direction, look);
    if (!placed || found === -1 || found === null) return;
    const { indices, x, y } = placed.picture;
    onPoint(indices[found]!);
    setSaid(words.point(indices[found]!, x[found]!, y[found]!));
  };
  /** Answers whether the key means something here. */
  const act = (key: string): boolean => {
    const { pointed } = markers.get();
    const arrow = arrows[key];
    if (arrow) walk(arrow);
    else if ((key === 'Enter' || key === ' ') && pointed !== null) select(pointed, true);
    else if (key === 'Escape') {
      onPoint(null);
      onSelect(new Set());
    } else return false;
    return true;
  };

  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => point(pointUnder(event, painted.get(), look)),
    onPointerLeave: () => point(null),
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const index = pointUnder(event, painted.get(), look);
      if (index !== null) select(index, event.shiftKey || event.ctrlKey || event.metaKey);
      else if (markers.get().selection.size > 0) onSelect(new Set());
    },
    onBlur: () => point(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !act(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return { said, handlers };
}

/** The point alone, or besides those that are selected; one that was selected is let go of. */
function toggled(selection: ReadonlySet<number>, index: number, isAdded: boolean): Set<number> {
  const kept = isAdded ? new Set(selection) : new Set<number>();
  if (selection.has(index)) kept.delete(index);
  else kept.add(index);
  return kept;
}

/** Index into the data. */
function pointUnder(
  event: PointerEvent<HTMLElement>,
  placed: PlacedSpace | null,
  { points }: SpaceLook,
): number | null {
  if (!placed) return null;
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const { indices } = placed.picture;
  const reach = REACH_PX[event.pointerType] ?? 10;
  const isThere = (i: number) => isShown(points, indices[i]!);
  return indices[nearestPlaced(placed, event.clientX - left, event.clientY - top, reach, isThere)] ?? null;
}

/** Where an arrow leads from the point that is pointed at; without one, to the first that is shown. −1 for nowhere. */
function positionAfter(
  placed: PlacedSpace,
  pointed: number | null,
  direction: readonly [number, number],
  { points }: SpaceLook,
): number {
  const { indices } = placed.picture;
  const isThere = (i: number) => isShown(points, indices[i]!) && Number.isFinite(placed.x[i]! + placed.y[i]!);
  const from = pointed === null ? -1 : indices.indexOf(pointed);
  return from === -1 ? indices.findIndex((_, i) => isThere(i)) : nextPlaced(placed, from, direction, isThere);
}
