/**
 * For tests only: an experiment trained as the film shows it, with what the page knows after every second.
 */

import type { Experiment } from '../../src/engine/experiment';
import { updatesAfter } from '../../src/engine/training/film';
import { FilmWatch } from '../../src/engine/training/filmWatch';
import { healthRowOf } from '../../src/engine/training/healthRow';
import { appendHistory } from '../../src/engine/training/history';
import { historyRow } from '../../src/engine/training/historyRow';
import { Trainer, type TrainerSnapshot } from '../../src/engine/training/trainer';
import type { Situation } from '../../src/panels/page/advice/finding';

const framesPerSecond = 8;
const sizes = { outputs: 40, units: 4 };

/** The situations after 0, 1, 2 … seconds, until so many updates are done, a stop rule holds or the run diverges. */
export async function film(experiment: Experiment, mostUpdates: number): Promise<Situation[]> {
  const trainer = await Trainer.create(experiment, { device: 'wasm', onFallback: () => {} });
  const watch = new FilmWatch(experiment, trainer);
  let settled = false;
  const situations: Situation[] = [];
  let memory: Pick<Situation, 'rows' | 'healthRows'> = { rows: [], healthRows: [] };
  for (let frame = 0, ended = false; !ended; frame++) {
    const halt = await trainTo(
      trainer,
      Math.min(Math.round(updatesAfter(frame / framesPerSecond)), mostUpdates),
    );
    const { snapshot, diverged } = await trainer.snapshot(sizes, { hiddenLayer: null, examine: true });
    settled = watch.see(snapshot, null);
    memory = remember(memory, snapshot);
    ended = halt !== null || diverged || trainer.position.updates >= mostUpdates;
    if (frame % framesPerSecond !== 0 && !ended) continue;
    situations.push({
      experiment,
      data: trainer.data,
      network: trainer.network,
      snapshot,
      health: snapshot.health,
      ...memory,
      untouchedSince: 0,
      settled,
      diverged,
    });
  }
  trainer.dispose();
  return situations;
}

async function trainTo(trainer: Trainer, updates: number) {
  while (trainer.position.updates < updates) {
    const halt = await trainer.run(Math.min(updates - trainer.position.updates, trainer.untilMark));
    if (halt) return halt;
  }
  return null;
}

function remember(
  { rows, healthRows }: Pick<Situation, 'rows' | 'healthRows'>,
  { progress, train, test, health, earlier, earlierHealth }: TrainerSnapshot,
): Pick<Situation, 'rows' | 'healthRows'> {
  const row = historyRow(progress, { train, test });
  return {
    rows: appendHistory({ rows }, [...earlier, ...(row ? [row] : [])]).rows,
    healthRows: [...healthRows, ...[...earlierHealth, ...(health ? [health] : [])].map(healthRowOf)],
  };
}
