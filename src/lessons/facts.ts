/** Reads from the state what checks of cards want to know. */

import { firstDemand } from '../engine/model/demand';
import { network } from '../store/derived';
import type { RaceState } from '../store/raceState';
import type { State } from '../store/store';
import type { Facts, Now } from './lesson';

export function nowOf(state: State): Now {
  const { experiment, run, latest, view, question, race } = state;
  const snapshot = latest.snapshot?.runId === run.runId ? latest.snapshot : null;
  return {
    experiment,
    runId: run.runId,
    updates: snapshot?.updates ?? 0,
    epoch: snapshot?.progress ?? 0,
    cost: snapshot?.train?.loss ?? null,
    accuracy: snapshot?.train?.accuracy ?? null,
    bestAccuracy: snapshot && highest(latest.history.rows, ({ trainAccuracy }) => trainAccuracy),
    firstGradient: highest(latest.healthHistory.rows, ({ gradientNorms }) => gradientNorms[0]),
    playing: run.playing,
    hasEnded: run.halt !== null,
    page: view.page,
    question: question?.id ?? null,
    point: view.probe?.kind === 'point' ? view.probe.index : null,
    stepUnit: view.stepUnit,
    demand: view.demand ?? firstDemand,
    parameterCount: network(experiment).parameterCount,
    hasDead: latest.health?.layers.some(({ dead }) => (dead ?? 0) > 0) ?? false,
    raceActivations: race && activationsOf(race),
    raceAccuracy: race && bestOf(race),
    parameters: snapshot?.parameters ?? null,
    predictions: snapshot?.predictions ?? null,
    losses: snapshot?.losses ?? null,
    answers: snapshot?.answers ?? null,
    rows: snapshot ? latest.history.rows : [],
    health: snapshot?.health ?? null,
  };
}

/** The highest value that any of the rows has; null where none has one. */
function highest<Row>(rows: readonly Row[], read: (row: Row) => number | null | undefined): number | null {
  const values = rows.map((row) => read(row) ?? Number.NEGATIVE_INFINITY);
  const most = Math.max(...values);
  return Number.isFinite(most) ? most : null;
}

function activationsOf({ thing, lanes }: RaceState): string | null {
  if (thing !== 'activation') return null;
  return lanes.map(({ experiment }) => experiment.model.hidden[0]?.activation ?? 'none').join(' ');
}

function bestOf({ lanes }: RaceState): number {
  return Math.max(...lanes.map(({ picture }) => picture?.train?.accuracy ?? 0));
}

/** What is not kept of a state: large, and of use only at its own moment. */
const passing: ReadonlySet<string> = new Set<Exclude<keyof Now, keyof Facts>>([
  'parameters',
  'predictions',
  'losses',
  'answers',
  'rows',
  'health',
]);

/** The same without it. */
function factsOf(now: Now): Facts {
  return Object.fromEntries(Object.entries(now).filter(([key]) => !passing.has(key))) as unknown as Facts;
}

/** States kept for a card; beyond them every second one goes, the latest stay. */
const mostFacts = 2000;

/** Adds a state to those of a card. The same array where nothing of it is new. */
export function withFacts(past: readonly Facts[], now: Now): readonly Facts[] {
  const facts = factsOf(now);
  const last = past.at(-1);
  if (last && (Object.keys(facts) as (keyof Facts)[]).every((key) => Object.is(facts[key], last[key]))) {
    return past;
  }
  const kept = past.length < mostFacts ? past : past.filter((_, i) => i % 2 === 0);
  return [...kept, facts];
}
