/**
 * The hidden space as a source that follows training. Principal axes cost more than the rest, so they are found a few times a second and
 * used in between; new ones are laid on those before, and once nothing arrives any more the last frame gets its own.
 */
import type { ReadableStore } from '../../engine/readableStore';
import { alignAxes } from './alignAxes';
import type { PrincipalAxes } from './principalAxes';
import type { Samples } from './projection';
import {
  type SpaceFrame,
  type SpacePicture,
  type SpaceQuestion,
  samplesOf,
  spacePicture,
} from './spacePicture';

export type FindAxes = (samples: Samples) => PrincipalAxes | null;

/** What there is to see, or why there is nothing. */
export type SpaceState =
  | { readonly kind: 'shown'; readonly picture: SpacePicture; readonly share: number | null }
  | { readonly kind: 'waiting' | 'notFinite' | 'noVariance' };

export interface FollowOptions {
  /** Needed for views along principal axes; null while it is being loaded. */
  readonly findAxes: FindAxes | null;
  readonly nowMs?: () => number;
}

const AXES_EVERY_MS = 250;
const waiting: SpaceState = { kind: 'waiting' };

export function followSpace(
  frames: ReadableStore<SpaceFrame | null>,
  question: SpaceQuestion,
  { findAxes, nowMs = () => performance.now() }: FollowOptions,
): ReadableStore<SpaceState> {
  const wantsAxes = question.view.kind === 'principal' && question.plan.layers[question.layer]!.units > 2;
  let seen: { frame: SpaceFrame; axes: PrincipalAxes | null; state: SpaceState } | null = null;
  let axes: { found: PrincipalAxes | null; of: SpaceFrame; atMs: number } | null = null;

  const axesFor = (frame: SpaceFrame, find: FindAxes): PrincipalAxes | null => {
    const isCurrent = axes && (axes.of === frame || nowMs() - axes.atMs < AXES_EVERY_MS);
    if (axes && isCurrent) return axes.found;
    const { points, map } = samplesOf(question, frame);
    const fresh = find(points.places > 1 ? points : map);
    const before = axes?.found;
    const found = fresh && before ? { ...fresh, axes: alignAxes(fresh.axes, before.axes) } : fresh;
    axes = { found, of: frame, atMs: nowMs() };
    return found;
  };

  const look = (): SpaceState => {
    const frame = frames.get();
    if (!frame || (wantsAxes && !findAxes)) return waiting;
    const found = wantsAxes && findAxes ? axesFor(frame, findAxes) : null;
    if (seen?.frame === frame && seen.axes === found) return seen.state;
    const state =
      wantsAxes && !found ? emptyState(question, frame) : shown(question, frame, found, seen?.state);
    seen = { frame, axes: found, state };
    return state;
  };

  return {
    get: look,
    subscribe: (listener) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = frames.subscribe(() => {
        listener();
        if (!wantsAxes) return;
        clearTimeout(timer);
        timer = setTimeout(listener, AXES_EVERY_MS);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}

function shown(
  question: SpaceQuestion,
  frame: SpaceFrame,
  axes: PrincipalAxes | null,
  before: SpaceState | undefined,
): SpaceState {
  const picture = spacePicture(question, frame, axes, before?.kind === 'shown' ? before.picture : null);
  const coordinates = [picture.x, ...picture.lines.map((line) => line.x)];
  if (!coordinates.some((values) => values.some(Number.isFinite))) return { kind: 'notFinite' };
  return { kind: 'shown', picture, share: axes?.share ?? null };
}

function emptyState(question: SpaceQuestion, frame: SpaceFrame): SpaceState {
  const { points, map } = samplesOf(question, frame);
  const hasValue = [points, map].some(({ values }) => values.some(Number.isFinite));
  return { kind: hasValue ? 'noVariance' : 'notFinite' };
}
