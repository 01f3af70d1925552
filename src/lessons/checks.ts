/** Pieces that set-ups and checks of cards are made of. */
import type { Experiment } from '../engine/experiment';
import { setTraining } from '../store/modelEdits';
import type { Check, Facts } from './lesson';

/** Play trains so many epochs, neither fewer nor more: the card asks for them. */
export function forEpochs(epochs: number, experiment: Experiment): Experiment {
  return setTraining(experiment, { stop: { ...experiment.training.stop, epochs } });
}

export function all(...checks: readonly Check[]): Check {
  return (now, past) => checks.every((check) => check(now, past));
}

/** J is below `most`. */
export function costBelow(most: number): Check {
  return ({ cost }) => cost !== null && cost < most;
}

/** At least `share` of the training points are right. */
export function accuracyFrom(share: number): Check {
  return ({ accuracy }) => accuracy !== null && accuracy >= share;
}

/** At some epoch of this run, at least `share` of the training points were right. */
export function accuracyReached(share: number): Check {
  return ({ bestAccuracy }) => bestAccuracy !== null && bestAccuracy >= share;
}

/** No update has been made in this run: what is reached is reached by setting weights. */
export const untrained: Check = ({ updates }) => updates === 0;

/** So many updates were made since the card was opened, in its present run. */
export function updatesMade(count: number): Check {
  return (now, past) => now.updates - updatesAtStart(now, past) >= count;
}

/** So many epochs of a run with these settings have passed. */
export function epochsFrom(count: number): Check {
  return ({ epoch }) => epoch >= count;
}

function updatesAtStart(now: Facts, past: readonly Facts[]): number {
  return (past.find(({ runId }) => runId === now.runId) ?? now).updates;
}

/** J rose by the factor or more between two pictures of a run, or is no longer finite, while updates were made. */
export function costRose(factor: number): Check {
  return (now, past) =>
    [...past, now].some((later, i, states) => {
      const before = states[i - 1];
      if (!before || before.runId !== later.runId || later.updates <= before.updates) return false;
      return before.cost !== null && later.cost !== null && later.cost > before.cost * factor;
    });
}

/** In this run, over some stretch of so many epochs, J was above `least`. */
export function costStayedAbove(least: number, epochs: number): Check {
  return ({ rows }) => {
    let from: number | null = null;
    for (const { epoch, trainLoss } of rows) {
      from = trainLoss > least ? (from ?? epoch) : null;
      if (from !== null && epoch - from >= epochs) return true;
    }
    return false;
  };
}

/** For so many updates some unit has been dead, and still is. */
export function deadFor(updates: number): Check {
  return (now, past) => {
    const ofRun = past.filter(({ runId }) => runId === now.runId);
    const from = ofRun.findLast(({ hasDead }) => !hasDead) ?? ofRun[0];
    return now.hasDead && from !== undefined && now.updates - from.updates >= updates;
  };
}
