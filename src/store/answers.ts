/** Takes in what the worker says of the run. What is out of date, by the run or by a command that it had not seen yet, is left out. */

import type { DeviceChoice } from '../engine/devices/createDevice';
import type { CostSurface, SurfaceProblem } from '../engine/training/costSurface/surfaceQuestion';
import type { Fallback } from '../engine/training/failoverDevice';
import { healthRowOf } from '../engine/training/healthRow';
import { appendHistory, emptyHistory, historyUntil } from '../engine/training/history';
import { historyRow } from '../engine/training/historyRow';
import type { Snapshot, Timeline } from '../engine/training/snapshot';
import type { StepContext } from '../engine/training/stepContext';
import type { FilmEnd } from '../engine/training/stopRules';
import type { Resume } from '../engine/training/trainer';
import type { NoWorker, Silence } from '../engine/worker/protocol';
import { withUpdates } from './manualChanges';
import { emptyTimeline, type RunState } from './runState';
import { look, ownSnapshot, type State, setRun, store } from './store';

/** Rows kept of the layers' health, each with two numbers a layer. */
const mostHealthRows = 1200;

export function showSnapshot(snapshot: Snapshot): void {
  const before = ownSnapshot();
  store.setState(({ run, latest, experiment }) => {
    // The snapshot belongs to another run, or to a branch that was left.
    if (snapshot.runId !== run.runId || snapshot.command < run.since.branch) return {};
    // Taken before a moment was sought: its rows are of the way there, it is not shown any more.
    const isOvertaken = snapshot.command < run.since.seek;
    // A moment that is shown again has its rows already.
    const isNews = isOvertaken || latest.timeline.at === null;
    const hands = isNews ? withUpdates(run.hands, before, snapshot, experiment) : run.hands;
    return {
      ...(hands === run.hands ? {} : { run: { ...run, hands } }),
      latest: {
        ...latest,
        ...(isNews ? rowsWith(snapshot, latest) : {}),
        ...(isOvertaken ? {} : { snapshot, health: snapshot.health ?? latest.health }),
      },
    };
  });
}

function rowsWith(
  snapshot: Snapshot,
  { history, healthHistory }: State['latest'],
): Pick<State['latest'], 'history' | 'healthHistory'> {
  const { health, progress, earlier, earlierHealth } = snapshot;
  const row = historyRow(progress, snapshot);
  const healthRows = [...earlierHealth, ...(health ? [health] : [])].map(healthRowOf);
  return {
    history: row ? appendHistory(history, [...earlier, row]) : history,
    healthHistory: appendHistory(healthHistory, healthRows, mostHealthRows),
  };
}

/** Takes in the checkpoints of the run, and which one is shown. */
export function showTimeline(news: {
  readonly runId: number;
  readonly command: number;
  readonly timeline: Timeline;
}): void {
  store.setState(({ run, latest }) => {
    const { runId, command, timeline } = news;
    const isOvertaken = command < Math.max(run.since.seek, run.since.branch);
    return runId !== run.runId || isOvertaken ? {} : { latest: { ...latest, timeline } };
  });
}

/** Takes in what the next update starts from. */
export function showStepContext(runId: number, stepContext: StepContext): void {
  store.setState(({ run, latest }) => (runId === run.runId ? { latest: { ...latest, stepContext } } : {}));
}

/** Takes in an answer about the cost surface. */
export function showSurface(runId: number, surface: CostSurface | SurfaceProblem): void {
  store.setState(({ run, latest }) =>
    runId === run.runId ? { latest: { ...latest, surface, surfaceRun: runId, surfaceShare: null } } : {},
  );
}

export function showSurfaceProgress(runId: number, surfaceShare: number): void {
  store.setState(({ run, latest }) => (runId === run.runId ? { latest: { ...latest, surfaceShare } } : {}));
}

/** Training stopped by itself, in that epoch, unless somebody has gone on since. */
export function halt(news: {
  readonly runId: number;
  readonly command: number;
  readonly reason: FilmEnd;
  readonly epoch: number;
}): void {
  const { run } = store.getState();
  const { runId, command, reason, epoch } = news;
  if (runId === run.runId && command >= run.since.goOn) setRun({ playing: false, halt: { reason, epoch } });
}

/** What was lost is no longer the choice, so that choosing it again tries it again. */
export function showFallback(runId: number, { lost, reason, device }: Fallback): void {
  const { run, view } = store.getState();
  if (runId !== run.runId) return;
  setRun({ fallback: { lost, reason, device } });
  if (reason === 'contextLost' && view.device === lost) look({ device });
}

/** Takes another device; what was said of the one before holds no longer. */
export function chooseDevice(device: DeviceChoice): void {
  setRun({ fallback: null });
  look({ device });
}

/** Tries the device that was lost, or could not be had, once more. */
export function tryLostDevice(): void {
  const { fallback } = store.getState().run;
  if (!fallback) return;
  // One that could not be had is still the chosen one, and only another choice is told to the worker.
  look({ device: fallback.device });
  chooseDevice(fallback.lost);
}

/** Takes in the speeds of the devices; null when they are no longer known. */
export function showSpeeds(speeds: RunState['speeds']): void {
  setRun({ speeds });
}

/** There is no worker any more, and why. */
export function showDead(why: NoWorker): void {
  setRun({ worker: why, playing: false, replaying: false, silence: null });
}

/** The worker has said nothing for a while, or speaks again. */
export function showSilence(silence: Silence | null): void {
  if (silence !== store.getState().run.silence) setRun({ silence });
}

/**
 * The worker is gone and another goes on at rest from the last picture, or from the beginning without one. What it has to go on from is
 * the answer; what came after that is lost with the worker.
 */
export function showRestart(worker: 'restarted' | 'moved' = 'restarted'): Resume | null {
  const snapshot = ownSnapshot();
  const epoch = snapshot?.epoch ?? 0;
  store.setState(({ run, latest }) => ({
    run: { ...run, worker, playing: false, replaying: false, speeds: null },
    latest: {
      ...latest,
      history: snapshot ? historyUntil(latest.history, epoch) : emptyHistory,
      healthHistory: snapshot ? historyUntil(latest.healthHistory, epoch) : emptyHistory,
      timeline: emptyTimeline,
    },
  }));
  return snapshot && { parameters: snapshot.parameters, epoch, updates: snapshot.updates };
}

export function dismissNotice(notice: 'halt' | 'fallback' | 'worker'): void {
  setRun(notice === 'worker' ? { worker: 'working' } : { [notice]: null });
}
