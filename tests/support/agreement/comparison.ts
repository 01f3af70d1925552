/** For tests only: runs of several devices on one problem, held to float64 and to the first of them. */
import type { DeviceId, DeviceState } from '../../../src/engine/devices/device';
import { followDevice, relay, stepFromEach } from './deviceRuns';
import type { Entry } from './errorTable';
import { titleOf } from './kinds';
import { isOnKink } from './nonDifferentiable';
import { oracleStart } from './oracle';
import { batchOf, type TrainingProblem } from './problems';
import { departures, type Run, slotError } from './relativeError';

/** Allowed at every step, of parameters and at last of the optimiser's state. */
const bound = 1e-4;

/** What is larger than allowed, by title. Every measurement goes into the error table. */
export async function compareSteadily(
  problem: TrainingProblem,
  devices: readonly DeviceId[],
  ledger: Entry[],
): Promise<Record<string, number>> {
  const runs: [name: string, run: Run][] = [['float64', problem.truth]];
  const errors: Record<string, number> = {};
  for (const id of devices) {
    const states = await followDevice(id, problem);
    runs.push([id, states]);
    const thawed = movedOf(problem, states);
    if (thawed > 0) errors[`${id} moves what is frozen: ${titleOf(problem.kind)}`] = thawed;
  }
  const compare = (ours: (typeof runs)[number], truth: (typeof runs)[number]) => {
    const pair = `${ours[0]} against ${truth[0]}`;
    const error = Math.max(...departures(ours[1], truth[1]), slotError(ours[1], truth[1]));
    ledger.push({ pair, kind: problem.kind, error });
    // Written so that NaN counts as too large.
    if (!(error <= bound)) errors[`${pair}: ${titleOf(problem.kind)}`] = error;
  };
  for (const run of runs.slice(1)) compare(run, runs[0]!);
  for (const run of runs.slice(2)) compare(run, runs[1]!);
  return errors;
}

/** Error in the end of a run that goes from device to device, optimiser state included. */
export async function compareRelay(problem: TrainingProblem, devices: readonly DeviceId[]): Promise<number> {
  const state = await relay(devices, problem);
  return Math.max(...departures([state], problem.truth.slice(-1)), slotError([state], problem.truth));
}

/**
 * Where roundings grow from step to step, until even float64 runs have nothing in common: the largest error of the device against
 * the reference while those are within 1e-4 of each other, and of single updates from each state of the reference; and how many
 * of these could be compared, because they were not on a kink.
 */
export async function compareInChaos(
  problem: TrainingProblem,
  id: DeviceId,
): Promise<{ together: number; singly: number; compared: number }> {
  const { job, start, updates, tuning, nudged } = problem;
  const reference = await followDevice('reference', problem);
  const end = nudged.findIndex((apart) => apart > 1e-4);
  const errors = departures(await followDevice(id, problem), reference).slice(0, end);
  const states = [start, ...reference.slice(0, -1)];
  const steps = departures(await stepFromEach(id, problem, states), reference);
  const fair = steps.filter(
    (_, k) => !isOnKink(job, oracleStart(states[k]!).parameters, batchOf(updates, k), tuning, 0),
  );
  return { together: Math.max(...errors), singly: Math.max(...fair), compared: fair.length };
}

/** How many frozen parameters have not kept their bits all the way. */
function movedOf({ start, tuning }: TrainingProblem, states: readonly DeviceState[]): number {
  const frozen = [...start.parameters.keys()].filter((i) => tuning.frozen?.[i]);
  return frozen.filter((i) => states.some(({ parameters }) => !Object.is(parameters[i], start.parameters[i])))
    .length;
}
