/**
 * Which point the page 'One point' is about: the point that is pointed at, or else what is pinned, or else what the plane's pointer was
 * last on, or else one that the page has chosen by itself. There is always one, and it is said why it is that one.
 */
import type { DataSpec } from '../engine/experiment';
import { prepared } from './derived';
import { locate, sameProbe } from './probing';
import type { Probe } from './runState';
import { type State, sourceOf } from './store';

export type OnePointReason = 'pointed' | 'pinned' | 'last' | 'middle' | 'noPoints';

export interface OnePointSubject {
  readonly probe: Probe;
  readonly reason: OnePointReason;
}

let latest: OnePointSubject | null = null;

/** The same object as before, as long as it is the same point for the same reason. */
export function onePointSubject(state: State): OnePointSubject {
  const next = handChoice(state) ?? ownChoice(state);
  const isSame = latest !== null && latest.reason === next.reason && sameProbe(latest.probe, next.probe);
  if (!isSame || latest === null) latest = next;
  return latest;
}

export const onePoint = sourceOf(onePointSubject);

function handChoice({ view, aim, experiment }: State): OnePointSubject | null {
  const pointed = view.pointed === null ? null : ({ kind: 'point', index: view.pointed } as const);
  const choices = [
    ['pointed', pointed],
    ['pinned', view.probe],
    ['last', aim],
  ] as const;
  for (const [reason, probe] of choices) {
    if (probe && locate(experiment.data, probe)) return { probe, reason };
  }
  return null;
}

const ownChoices = new WeakMap<DataSpec, OnePointSubject>();

/** The training point in the middle of the data: it stays the same while training goes on, and its numbers are of a readable size. */
function ownChoice({ experiment: { data } }: State): OnePointSubject {
  const known = ownChoices.get(data);
  if (known) return known;
  const subject = middlePoint(data);
  ownChoices.set(data, subject);
  return subject;
}

function middlePoint(data: DataSpec): OnePointSubject {
  const { points, split } = prepared(data);
  const candidates = split.train.length > 0 ? split.train : split.test;
  const [x1, x2] = [meanOf(points.x1, candidates), meanOf(points.x2, candidates)];
  let [index, least] = [-1, Infinity];
  for (let at = 0; at < candidates.length; at++) {
    const i = candidates[at] as number;
    const [across, up] = [(points.x1[i] as number) - x1, (points.x2[i] as number) - x2];
    const square = across * across + up * up;
    if (square < least) {
      index = i;
      least = square;
    }
  }
  if (index >= 0) return { probe: { kind: 'point', index }, reason: 'middle' };
  const { x, y } = data.plane;
  const probe = { kind: 'place', x1: (x[0] + x[1]) / 2, x2: (y[0] + y[1]) / 2 } as const;
  return { probe, reason: 'noPoints' };
}

function meanOf(values: Float64Array, indices: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < indices.length; at++) sum += values[indices[at] as number] as number;
  return sum / indices.length;
}

/** The point after (1) or before (−1) the one that is shown, round the end; test points only where they are shown. null without points. */
export function neighbourPoint(state: State, by: 1 | -1): number | null {
  const { points, split } = prepared(state.experiment.data);
  const count = points.y.length;
  const { probe } = onePointSubject(state);
  let index = probe.kind === 'point' ? probe.index : by === 1 ? -1 : count;
  for (let i = 0; i < count; i++) {
    index = (index + by + count) % count;
    if (state.view.showTest || split.isTest[index] !== 1) return index;
  }
  return null;
}
