/** What the pointer or the cursor of the plane is on: a point within reach, or else the place itself. */
import type { PlaneScale } from '../../../drawings/boundary/planeScale';
import { prepared } from '../../../store/derived';
import { sameProbe } from '../../../store/probing';
import type { Probe } from '../../../store/runState';
import { aimAt, look, type State, store } from '../../../store/store';
import { nearestPoint, type Spot } from './nearest';

function probeAt({ experiment, view }: State, scale: PlaneScale, spot: Spot, reachPx: number): Probe {
  const { data } = experiment;
  const { points, split } = prepared(data);
  const isHidden = view.showTest ? undefined : split.isTest;
  const index = nearestPoint(points, data.inputs, scale, spot, reachPx, isHidden);
  if (index !== null) return { kind: 'point', index };
  return { kind: 'place', x1: scale.fromX(spot.xPx), x2: scale.fromY(spot.yPx) };
}

/** The point that is aimed at is pointed at, for all other pictures of the points. */
export function aim(scale: PlaneScale, spot: Spot, reachPx: number): void {
  const state = store.getState();
  const probe = probeAt(state, scale, spot, reachPx);
  if (!sameProbe(probe, state.aim)) aimAt(probe);
  const pointed = probe.kind === 'point' ? probe.index : null;
  if (pointed !== state.view.pointed) look({ pointed });
}

/** Nothing is pointed at any more; the probe stays on what it was last on. */
export function stopAiming(): void {
  if (store.getState().view.pointed !== null) look({ pointed: null });
}

export function pinAt(scale: PlaneScale, spot: Spot, reachPx: number): Probe {
  const probe = probeAt(store.getState(), scale, spot, reachPx);
  look({ probe });
  return probe;
}

/** Pins what is aimed at, or lets it go where it is pinned already; answers what is pinned now. */
export function pinAim(): Probe | null {
  const { aim: aimed, view } = store.getState();
  const probe = sameProbe(aimed, view.probe) ? null : aimed;
  look({ probe });
  return probe;
}
