/**
 * How well the points nearby would tell a point's class or target: what a model that can bend freely may hope for. A point that its
 * neighbours contradict is noise, which no model should learn.
 */

import type { Task } from '../../engine/data/dataset';
import type { PreparedData } from '../../engine/data/prepare';

const nearest = 7;
/** Points that are asked, and points they may ask. */
const mostPoints = 300;

export interface NeighbourScore {
  /**
   * Classification: the share of training points whose nearest neighbours vote for their class, 0–1. Regression: the mean of
   * ½(f − y)² with the neighbours' mean as f. NaN with too few points to have neighbours.
   */
  readonly score: number;
  /** Two standard errors of a share, at most, among so many points. */
  readonly margin: number;
}

const answerOf = new WeakMap<PreparedData, NeighbourScore>();

export function neighbourScore(data: PreparedData, task: Task): NeighbourScore {
  const known = answerOf.get(data);
  if (known !== undefined) return known;
  const { points, split } = data;
  const step = Math.max(1, Math.ceil(split.train.length / mostPoints));
  const asked = Array.from(split.train).filter((_, i) => i % step === 0);
  const score = asked.length <= nearest ? Number.NaN : meanScore(asked, points, task);
  const answer = { score, margin: 2 * Math.sqrt(0.25 / asked.length) };
  answerOf.set(data, answer);
  return answer;
}

function meanScore(asked: readonly number[], points: PreparedData['points'], task: Task): number {
  let sum = 0;
  for (const i of asked) {
    const near = nearestTargets(i, asked, points);
    const truth = points.y[i] as number;
    if (task === 'classification') sum += vote(near) === truth ? 1 : 0;
    else sum += 0.5 * (near.reduce((total, y) => total + y, 0) / near.length - truth) ** 2;
  }
  return sum / asked.length;
}

function nearestTargets(
  i: number,
  asked: readonly number[],
  { x1, x2, y }: PreparedData['points'],
): number[] {
  const distances = asked
    .filter((j) => j !== i)
    .map((j) => ({
      square: ((x1[j] as number) - (x1[i] as number)) ** 2 + ((x2[j] as number) - (x2[i] as number)) ** 2,
      target: y[j] as number,
    }));
  distances.sort((a, b) => a.square - b.square);
  return distances.slice(0, nearest).map(({ target }) => target);
}

function vote(classes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const index of classes) counts.set(index, (counts.get(index) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
