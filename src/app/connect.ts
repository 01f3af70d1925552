/**
 * Between the store and the worker. Commands of the store and changes of the view become messages, answers become changes of the state;
 * nothing else talks to the worker. A snapshot is acknowledged when it has been drawn, so that the worker sends no more pictures than
 * the page can draw.
 */

import { successorOf } from '../engine/devices/device';
import { settingsOf } from '../engine/training/planChange';
import type { Resume } from '../engine/training/trainer';
import {
  type ClientListener,
  startTraining,
  type TrainingClient,
  type WorkerLoss,
} from '../engine/worker/client';
import type { Command, FromWorker, NoWorker, Silence, UnnumberedCommand } from '../engine/worker/protocol';
import {
  dismissNotice,
  halt,
  showDead,
  showFallback,
  showRestart,
  showSilence,
  showSnapshot,
  showSpeeds,
  showStepContext,
  showSurface,
  showSurfaceProgress,
  showTimeline,
} from '../store/answers';
import { asideCount } from '../store/asideState';
import { connectStore } from '../store/commands';
import { look, type State, store } from '../store/store';
import type { TrainingPort } from '../store/trainingPort';
import { afterPicture } from './afterPicture';
import { deviceAtWork, same, type View, viewOf } from './followedView';

export interface Connection {
  /** Sends the first run: the document is known. What was asked before follows it. */
  begin(): void;
  /** Ends the workers; the store trains no more. */
  close(): void;
}

interface ConnectOptions {
  readonly open?: (listener: ClientListener<FromWorker>) => TrainingClient;
  /** Calls back when the page has drawn the latest picture. */
  readonly afterDrawn?: (work: () => void) => void;
}

/** Starts a worker and keeps it in step with the store. */
export function connectTraining({
  open = startTraining,
  afterDrawn = afterPicture,
}: ConnectOptions = {}): Connection {
  const training = new Training(open, afterDrawn);
  const disconnect = connectStore(training.port);
  const stop = store.subscribe((state) => training.follow(state));
  return {
    begin: () => training.begin(),
    close: () => {
      stop();
      disconnect();
      training.close();
    },
  };
}

/** A worker with what the page knows of it. */
interface TrainingWorker {
  readonly client: TrainingClient;
  /** Failures since the last picture. After the second one the run is not continued, because a third would follow. */
  failures: number;
  /** It or its run died while the page showed another. */
  isLost: boolean;
  /** How often it fell silent for good in this run; from the second time on another device is tried. */
  silences: number;
  silence: Silence | null;
  /** Why it trains no more. */
  end: NoWorker | null;
  /** There is none, and no run will bring another. */
  isGone: boolean;
  /** Messages that arrived while the page showed the other run. */
  unheard: FromWorker[];
  /** What it knows of the view; null before its first run. */
  told: View | null;
}

class Training {
  /** Of the run that the page shows. */
  private current: TrainingWorker;
  /** Of the runs that were put aside for the present one, the learner's own first. */
  private readonly waiting: TrainingWorker[] = [];
  /** Commands that were given before the first run; null from then on. */
  private early: Command[] | null = [];
  /** The first run has the number of a command, too. */
  private lastCommand = 1;
  private firstCommand = 1;
  private seen: Pick<State, 'view' | 'experiment'> | null = null;

  readonly port: TrainingPort = {
    start: () => this.start(),
    retune: () => this.send({ type: 'retune', settings: settingsOf(store.getState().experiment) }),
    play: () => this.send({ type: 'play' }),
    pause: () => this.send({ type: 'pause' }),
    step: (unit, times) => this.send({ type: 'step', unit, times }),
    setWeights: (changes) => this.send({ type: 'setWeights', changes }),
    seek: (epoch) => this.send({ type: 'seek', epoch }),
    inspectStep: () => this.send({ type: 'inspectStep' }),
    setAside: () => this.setAside(),
    takeBack: () => this.takeBack(),
  };

  constructor(
    private readonly open: Required<ConnectOptions>['open'],
    private readonly afterDrawn: Required<ConnectOptions>['afterDrawn'],
  ) {
    this.current = this.openWorker();
  }

  begin(): void {
    const { early } = this;
    if (!early) return;
    this.early = null;
    this.configure(this.firstCommand);
    for (const command of early) this.current.client.send(command);
  }

  close(): void {
    this.current.client.close();
    for (const { client } of this.waiting) client.close();
  }

  /** Tells the worker what has changed of the view. */
  follow(state: State): void {
    const { experiment, view } = state;
    // Between two runs the state already belongs to the new one, the worker still to the old one.
    if (asideCount(state) !== this.waiting.length) return;
    const { told, client } = this.current;
    // The comparison is cheap: it runs sixty times a second.
    if (!told || (view === this.seen?.view && experiment === this.seen.experiment)) return;
    this.seen = { view, experiment };
    const now = viewOf(state);
    this.current.told = now;
    if (now.device !== told.device) this.send({ type: 'device', device: now.device });
    if (!same(now.watch, told.watch)) this.send({ type: 'watch', watch: now.watch });
    if (!same(now.speed, told.speed)) client.send({ type: 'speed', speed: now.speed });
    if (!same(now.surface, told.surface)) client.send({ type: 'surface', question: now.surface });
  }

  private openWorker(): TrainingWorker {
    const client = this.open({
      onMessage: (message) => this.hear(message, worker),
      onRestart: (why) => this.lose(worker, why),
      onDead: (why) => {
        worker.isGone = true;
        this.end(worker, why);
      },
      onSilence: (silence) => {
        worker.silence = silence;
        if (worker === this.current) showSilence(silence);
      },
    });
    const worker: TrainingWorker = {
      client,
      failures: 0,
      isLost: false,
      silences: 0,
      silence: null,
      end: null,
      isGone: false,
      unheard: [],
      told: null,
    };
    return worker;
  }

  private send(command: UnnumberedCommand): number {
    this.lastCommand += 1;
    const numbered = { ...command, command: this.lastCommand };
    if (this.early) this.early.push(numbered);
    else this.current.client.send(numbered);
    return this.lastCommand;
  }

  private start(): number {
    this.lastCommand += 1;
    if (this.early) {
      this.early = [];
      this.firstCommand = this.lastCommand;
    } else this.configure(this.lastCommand);
    this.current.silences = 0;
    this.revive(this.current);
    return this.lastCommand;
  }

  private configure(command: number, resume?: Resume): void {
    const state = store.getState();
    const { runId, playing } = state.run;
    const view = viewOf(state);
    this.current.told = view;
    const { experiment } = state;
    const message = { type: 'configure', command, runId, experiment, playing, ...view } as const;
    this.current.client.send(resume ? { ...message, resume } : message);
  }

  /** A question of Why or a lesson has its own worker. The worker below waits, so that its run stays unchanged. */
  private setAside(): void {
    this.begin();
    this.waiting.push(this.current);
    this.current = this.openWorker();
  }

  private takeBack(): void {
    const below = this.waiting.pop();
    if (!below) return;
    this.current.client.close();
    this.current = below;
    const { current } = this;
    const { unheard, isLost } = current;
    current.unheard = [];
    current.isLost = false;
    for (const message of unheard) this.take(message, current);
    showSilence(current.silence);
    if (current.end) showDead(current.end);
    else if (isLost) this.goOn();
    else this.follow(store.getState());
  }

  private lose(worker: TrainingWorker, why: WorkerLoss): void {
    if (why === 'silent') worker.silences += 1;
    if (worker === this.current) this.goOn();
    else worker.isLost = true;
  }

  private end(worker: TrainingWorker, why: NoWorker): void {
    worker.end = why;
    if (worker === this.current) showDead(why);
  }

  /** What failed with one run need not fail with another. */
  private revive(worker: TrainingWorker): void {
    if (!worker.end || worker.isGone) return;
    worker.end = null;
    worker.failures = 0;
    dismissNotice('worker');
  }

  /** The weights of a dead worker are lost; those of the last picture are still in the store. */
  private goOn(): void {
    const { current } = this;
    const moves = current.silences > 1;
    if (moves) {
      const device = successorOf(deviceAtWork());
      if (!device) {
        this.end(current, 'hangs');
        return;
      }
      // It is told with the run.
      current.told = null;
      look({ device });
    }
    const resume = showRestart(moves ? 'moved' : 'restarted');
    this.lastCommand += 1;
    this.configure(this.lastCommand, resume ?? undefined);
  }

  private hear(message: FromWorker, worker: TrainingWorker): void {
    if (message.type === 'failed') console.error(message.message);
    if (worker === this.current) this.take(message, worker);
    else if (message.type === 'failed') worker.isLost = true;
    else worker.unheard.push(message);
  }

  private take(message: FromWorker, worker: TrainingWorker): void {
    switch (message.type) {
      case 'snapshot':
        worker.failures = 0;
        showSnapshot(message.snapshot);
        this.afterDrawn(() => worker.client.send({ type: 'acknowledge' }));
        break;
      case 'halted':
        halt(message);
        break;
      case 'fallback':
        showFallback(message.runId, message);
        break;
      case 'timeline':
        showTimeline(message);
        break;
      case 'stepContext':
        showStepContext(message.runId, message.context);
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
        worker.failures += 1;
        if (worker.failures > 1) this.end(worker, 'failed');
        else this.goOn();
        break;
    }
  }
}
