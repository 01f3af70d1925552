/**
 * Which point the page 'One point' is about: the point that is pointed at, or else what is pinned, or else what the plane's pointer was
 * last on, or else one that the page has chosen by itself. There is always one, and it is said why it is that one.
 */
import type { DataSpec } from '../engine/experiment';
import { prepared } from './derived';
import { locate, sameProbe } from './probing';
import type { Probe } from './runState';
import { type State, sourceOf } from './store';

export type OnePointReason = 'pointed' | 'pinned' | 'last' | 'largestLoss' | 'firstPoint' | 'noPoints';

export interface OnePointSubject {
  readonly probe: Probe;
  readonly reason: OnePointReason;
  /** When the page chose the point with the largest loss; null for the other reasons. */
  readonly epoch: number | null;
}

let latest: OnePointSubject | null = null;

/** The same object as before, as long as it is the same point for the same reason. */
export function onePointSubject(state: State): OnePointSubject {
  const next = handChoice(state) ?? ownChoice(state);
  const isSame =
    latest !== null &&
    latest.reason === next.reason &&
    latest.epoch === next.epoch &&
    sameProbe(latest.probe, next.probe);
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
    if (probe && locate(experiment.data, probe)) return { probe, reason, epoch: null };
  }
  return null;
}

interface OwnChoice {
  readonly runId: number;
  readonly subject: OnePointSubject;
}

const ownChoices = new WeakMap<DataSpec, OwnChoice>();

/** Once for each run, from its first picture, so that the page does not jump from point to point while losses change. */
function ownChoice(state: State): OnePointSubject {
  const { experiment, run } = state;
  const { data } = experiment;
  const known = ownChoices.get(data);
  if (known?.runId === run.runId) return known.subject;
  const subject = largestLoss(state);
  if (subject) ownChoices.set(data, { runId: run.runId, subject });
  return subject ?? known?.subject ?? withoutLosses(data);
}

/** null before the first picture of the run, or where no loss is a number. */
function largestLoss({ experiment, run, latest: { snapshot } }: State): OnePointSubject | null {
  const { points, split } = prepared(experiment.data);
  if (snapshot?.runId !== run.runId || snapshot.losses.length !== points.y.length) return null;
  let [index, most] = [-1, -Infinity];
  for (const candidate of split.train) {
    const loss = snapshot.losses[candidate] ?? Number.NaN;
    if (loss > most) [index, most] = [candidate, loss];
  }
  if (index < 0) return null;
  return { probe: { kind: 'point', index }, reason: 'largestLoss', epoch: snapshot.epoch };
}

function withoutLosses(data: DataSpec): OnePointSubject {
  const { points, split } = prepared(data);
  if (points.y.length > 0) {
    return { probe: { kind: 'point', index: split.train[0] ?? 0 }, reason: 'firstPoint', epoch: null };
  }
  const { x, y } = data.plane;
  const probe = { kind: 'place', x1: (x[0] + x[1]) / 2, x2: (y[0] + y[1]) / 2 } as const;
  return { probe, reason: 'noPoints', epoch: null };
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
