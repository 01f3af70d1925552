/**
 * Between the store and the worker. Changes of the state become messages, answers become actions; nobody else talks to the worker.
 * A snapshot is acknowledged in the next frame, so the worker sends no more pictures than the page can draw.
 */
import { afterDrawing } from '../drawings/frames';
import type { Speed } from '../engine/training/film';
import { planChange } from '../engine/training/planChange';
import type { Watch } from '../engine/training/snapshot';
import type { Resume } from '../engine/training/trainer';
import { startTraining, type TrainingClient } from '../engine/worker/client';
import type { FromWorker } from '../engine/worker/protocol';
import { sameQuestion, surfaceQuestionOf } from '../store/costSurface';
import { watchedLayer } from '../store/pages';
import {
  halt,
  type State,
  showFallback,
  showMoment,
  showSnapshot,
  showSpeeds,
  showSurface,
  showSurfaceProgress,
  showTimeline,
  showWorker,
  startRun,
  store,
} from '../store/store';

/** Of the run that the page shows. */
let current: TrainingClient;
/** Workers that died while the page showed another run. */
const lost = new WeakSet<TrainingClient>();

/** Starts the worker and keeps it in step with the store for as long as the page lives. */
export function connectTraining(): void {
  const own = open();
  begin(own);
  store.subscribe((state, before) => {
    if (state.question === before.question) follow(current, state, before);
    else if (state.question) begin(open());
    else comeBack(own);
  });
}

function open(): TrainingClient {
  const client = startTraining({
    onMessage: (message) => take(message, client),
    onRestart: () => (client === current ? goOn(client) : lost.add(client)),
    onDead: () => client === current && showWorker('dead'),
  });
  return client;
}

function begin(client: TrainingClient): void {
  current = client;
  configureNew(client, store.getState());
}

/** A question of Why had a worker of its own; the learner's waited, so that the run stands where it stood. */
function comeBack(own: TrainingClient): void {
  current.close();
  current = own;
  if (lost.delete(own)) {
    goOn(own);
    return;
  }
  // The last picture may have come while nobody looked; this asks for another.
  own.send({ type: 'acknowledge' });
  const state = store.getState();
  own.send({ type: 'watch', watch: watchOf(state) });
  own.send({ type: 'speed', speed: speedOf(state.view) });
  own.send({ type: 'surface', question: surfaceQuestionOf(state) });
}

/** Failures since the last picture; after a second one, a third would follow. */
let failures = 0;

function take(message: FromWorker, client: TrainingClient): void {
  if (client !== current) {
    if (message.type === 'failed') lost.add(client);
    return;
  }
  switch (message.type) {
    case 'snapshot':
      failures = 0;
      showSnapshot(message.snapshot);
      afterPicture(() => client.send({ type: 'acknowledge' }));
      break;
    case 'halted':
      halt(message.runId, message.reason);
      break;
    case 'fallback':
      showFallback(message.runId, message);
      break;
    case 'timeline':
      showTimeline(message);
      break;
    case 'moment':
      showMoment(message.runId, message.moment);
      break;
    case 'speeds':
      showSpeeds(message.speeds);
      break;
    case 'surface':
      showSurface(message.runId, message.surface);
      break;
    case 'surfaceProgress':
      showSurfaceProgress(message.runId, message.share);
      break;
    case 'failed':
      console.error(message.message);
      failures += 1;
      if (failures > 1) showWorker('dead');
      else goOn(client);
      break;
  }
}

/** A picture that takes longer to draw than this gives the page as much time again before the next. */
const lightDrawingMs = 10;

/**
 * Calls `work` when everything of a picture is drawn, so that pictures come as fast as the page can draw them whole, and no faster.
 * Hidden tabs have no frames, but training there may go on unseen.
 */
export function afterPicture(work: () => void): void {
  if (document.hidden) setTimeout(work, 250);
  else afterDrawing((tookMs) => (tookMs > lightDrawingMs ? setTimeout(work, tookMs) : work()));
}

function configure(client: TrainingClient, state: State, resume?: Resume): void {
  const { experiment, run, view } = state;
  const { runId, playing, visits } = run;
  const message = {
    type: 'configure',
    runId,
    experiment,
    device: view.device,
    playing,
    visits: visits.count,
  } as const;
  client.send({ type: 'watch', watch: watchOf(state) });
  client.send({ type: 'surface', question: surfaceQuestionOf(state) });
  client.send(resume ? { ...message, resume } : message);
}

/** For a worker that may know nothing yet, not even the speed, which outlives runs. */
function configureNew(client: TrainingClient, state: State, resume?: Resume): void {
  configure(client, state, resume);
  client.send({ type: 'speed', speed: speedOf(state.view) });
}

/** A worker that died takes its weights along; those of the last picture are still here. */
function goOn(client: TrainingClient): void {
  showWorker('restarted');
  showSpeeds(null);
  const state = store.getState();
  const { snapshot } = state.latest;
  const resume = snapshot?.runId === state.run.runId ? snapshot : undefined;
  configureNew(
    client,
    state,
    resume && { parameters: resume.parameters, epoch: resume.epoch, updates: resume.updates },
  );
}

function followSurface(client: TrainingClient, state: State, before: State): void {
  // Cheap to see that there is nothing new, sixty times a second.
  if (state.experiment === before.experiment && state.view === before.view) return;
  const question = surfaceQuestionOf(state);
  if (!sameQuestion(question, surfaceQuestionOf(before))) client.send({ type: 'surface', question });
}

function watchOf({ experiment, view }: State): Watch {
  const { page, shownUnit, hiddenLayer } = view;
  return {
    fineUnits: shownUnit !== null && shownUnit.layer >= 0,
    hiddenLayer: watchedLayer(page, experiment.model, hiddenLayer),
  };
}

function speedOf({ speed, slowRate }: State['view']): Speed {
  return speed === 'slow' ? { kind: speed, updatesPerSecond: slowRate } : { kind: speed };
}

function sameWatch(a: Watch, b: Watch): boolean {
  return a.fineUnits === b.fineUnits && a.hiddenLayer === b.hiddenLayer;
}

function follow(client: TrainingClient, state: State, before: State): void {
  if (state.experiment !== before.experiment) {
    const change = planChange(before.experiment, state.experiment);
    if (change === 'retune') {
      client.send({ type: 'retune', runId: state.run.runId, experiment: state.experiment });
    } else if (change === 'restart') {
      // Comes back here with a new run.
      startRun();
      return;
    }
  }
  if (state.run.runId !== before.run.runId) {
    configure(client, state);
    return;
  }
  if (state.view.device !== before.view.device) client.send({ type: 'device', device: state.view.device });
  const { speed, slowRate } = state.view;
  if (speed !== before.view.speed || slowRate !== before.view.slowRate) {
    client.send({ type: 'speed', speed: speedOf(state.view) });
  }
  followSurface(client, state, before);
  if (state.run.weightEdits.count !== before.run.weightEdits.count) {
    client.send({ type: 'weights', runId: state.run.runId, changes: state.run.weightEdits.changes });
  }
  if (state.run.momentAsks !== before.run.momentAsks) client.send({ type: 'moment', runId: state.run.runId });
  if (state.run.visits.count !== before.run.visits.count) {
    const { count, epoch } = state.run.visits;
    client.send({ type: 'visit', runId: state.run.runId, epoch, visits: count });
    return;
  }
  const watch = watchOf(state);
  if (!sameWatch(watch, watchOf(before))) client.send({ type: 'watch', watch });
  if (state.run.steps.count !== before.run.steps.count) {
    const { unit, times } = state.run.steps;
    client.send({ type: 'step', unit, times });
  } else if (state.run.playing !== before.run.playing) {
    client.send({ type: state.run.playing ? 'play' : 'pause' });
  }
}
