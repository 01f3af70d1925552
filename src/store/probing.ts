/** Where a probe is, and what is known about it. */
import type { DataSpec } from '../engine/experiment';
import { prepared } from './derived';
import type { Probe } from './runState';
import type { State } from './store';

export interface ProbedPlace {
  /** Of the point; null for a place of the plane. */
  readonly index: number | null;
  readonly x1: number;
  /** 0 where the model has one input. */
  readonly x2: number;
  /** What is drawn upwards: x₂, or with one input the target of a point. */
  readonly height: number;
  /** Class index or target of a point; null for a place. */
  readonly y: number | null;
  readonly isTest: boolean;
}

/** null for a point that is no longer there. */
export function locate(data: DataSpec, probe: Probe): ProbedPlace | null {
  const oneInput = data.inputs === 1;
  if (probe.kind === 'place') {
    const { x1, x2: height } = probe;
    return { index: null, x1, x2: oneInput ? 0 : height, height, y: null, isTest: false };
  }
  const { points, split } = prepared(data);
  const { index } = probe;
  const [x1, x2, y] = [points.x1[index], points.x2[index], points.y[index]];
  if (x1 === undefined || x2 === undefined || y === undefined) return null;
  return { index, x1, x2, height: oneInput ? y : x2, y, isTest: split.isTest[index] === 1 };
}

/** What the probe is on: what is pinned, or else what the pointer or the cursor was last on. */
export function followed({ view, aim }: State): Probe | null {
  return view.probe ?? aim;
}

export function sameProbe(a: Probe | null, b: Probe | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'point') return b.kind === 'point' && a.index === b.index;
  return b.kind === 'place' && a.x1 === b.x1 && a.x2 === b.x2;
}
