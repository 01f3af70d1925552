/** Where the run goes on a surface: the path it came, which grows while it trains, and where it stands. */

import type { ReadableStore } from '../../engine/readableStore';
import { placeOn } from '../../engine/training/costSurface/parameterPlane';
import type { CostSurface } from '../../engine/training/costSurface/surfaceQuestion';
import type { PlanePosition } from './costPicture';

/** The part of a snapshot that is followed. */
export interface TrailFrame {
  /** [parameterCount] */
  readonly parameters: Float32Array;
  readonly updates: number;
}

export interface Trail {
  /** The earliest first; the last is where the run stands, unless an earlier checkpoint is shown. */
  readonly path: readonly PlanePosition[];
  /** null while the run is not of this surface. */
  readonly here: PlanePosition | null;
}

/** A longer path is thinned. */
const mostPlaces = 500;

/** Projects every frame onto the plane of the surface, as long as somebody listens. */
export function followTrail(
  surface: CostSurface,
  frames: ReadableStore<TrailFrame | null>,
): ReadableStore<Trail> {
  let path = placesOf(surface.path);
  let seen: TrailFrame | null = null;
  let updates: number | null = null;
  let trail: Trail = { path, here: null };
  const take = () => {
    const frame = frames.get();
    // The same answer as long as nothing is new.
    if (frame === seen) return;
    seen = frame;
    if (frame?.parameters.length !== surface.plane.origin.length) {
      updates = null;
      trail = { path, here: null };
      return;
    }
    const here = placeOn(surface.plane, frame.parameters);
    // Going back to an earlier checkpoint is no step of the run.
    if (updates !== null && frame.updates > updates) path = thinned([...path, here]);
    updates = frame.updates;
    trail = { path, here };
  };
  return {
    get: () => {
      take();
      return trail;
    },
    subscribe: (listener) =>
      frames.subscribe(() => {
        take();
        listener();
      }),
  };
}

function placesOf(path: Float32Array): PlanePosition[] {
  return Array.from({ length: path.length / 2 }, (_, i) => ({ x: path[2 * i]!, y: path[2 * i + 1]! }));
}

function thinned(path: PlanePosition[]): PlanePosition[] {
  return path.length <= mostPlaces ? path : path.filter((_, i) => i % 2 === 0 || i === path.length - 1);
}
