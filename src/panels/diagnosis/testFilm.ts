/**
 * For tests only: an experiment trained as the film shows it, 15 updates in the first second and twice as many in each that follows,
 * with what the page knows after every second.
 */
import { healthRowOf } from '../../drawings/health/healthRow';
import { appendHistory, emptyHistory } from '../../drawings/losses/history';
import type { Experiment } from '../../engine/experiment';
import { historyRow } from '../../engine/training/historyRow';
import { Trainer, type TrainerSnapshot } from '../../engine/training/trainer';
import type { Situation } from './finding';

const firstSpeed = 15;
const framesPerSecond = 8;
const sizes = { outputs: 40, units: 4 };
/** Mean change of the outputs over the plane that the eye does not see. */
const unseen = 0.02;

/** The situations after 0, 1, 2 … seconds, until so many updates are done, a stop rule holds or the run diverges. */
export async function film(experiment: Experiment, mostUpdates: number): Promise<Situation[]> {
  const trainer = await Trainer.create(experiment, { device: 'wasm', onFallback: () => {} });
  const pictures: TrainerSnapshot[] = [];
  const situations: Situation[] = [];
  let memory: Pick<Situation, 'rows' | 'healthRows'> = { rows: [], healthRows: [] };
  for (let frame = 0, ended = false; !ended; frame++) {
    const halt = await trainTo(trainer, Math.min(updatesAfter(frame / framesPerSecond), mostUpdates));
    const { snapshot, diverged } = await trainer.snapshot(sizes, { hiddenLayer: null, examine: true });
    pictures.push(snapshot);
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
      settled: hasSettled(pictures),
      diverged,
    });
  }
  trainer.dispose();
  return situations;
}

function updatesAfter(seconds: number): number {
  return Math.round((firstSpeed * (2 ** seconds - 1)) / Math.LN2);
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
  const before = { ...emptyHistory, rows, arrived: rows.length };
  return {
    rows: appendHistory(before, [...earlier, ...(row ? [row] : [])]).rows,
    healthRows: [...healthRows, ...[...earlierHealth, ...(health ? [health] : [])].map(healthRowOf)],
  };
}

/** Whether over the last doubling of the epochs no answer changed and the picture stood still. */
function hasSettled(pictures: readonly TrainerSnapshot[]): boolean {
  const now = pictures.at(-1);
  if (!now || now.progress < 2) return false;
  const from = pictures.findLastIndex(({ progress }) => progress <= now.progress / 2);
  const since = pictures.slice(from);
  const [before] = since;
  if (from < 0 || !before) return false;
  const answersStay = since.every(({ predictions }) => predictions.every((y, i) => y === now.predictions[i]));
  const change = now.outputs.values.reduce(
    (sum, value, i) => sum + Math.abs(value - (before.outputs.values[i] ?? 0)),
    0,
  );
  return answersStay && change / now.outputs.values.length < unseen;
}
