/** For tests only: a page made of plain variables at the other end of a session, and the clock that both go by. */
import type { DeviceChoice } from '../../src/engine/devices/createDevice';
import type { Experiment } from '../../src/engine/experiment';
import type { Speed } from '../../src/engine/training/film';
import type { Resume } from '../../src/engine/training/trainer';
import type { FromWorker, ToWorker } from '../../src/engine/worker/protocol';
import { Session } from '../../src/engine/worker/session';

/** Runs on only in pauses, and where a test lets work take its time. */
export const clock = { nowMs: 0 };

interface StartSettings {
  readonly runId?: number;
  readonly playing?: boolean;
  readonly device?: DeviceChoice;
  readonly resume?: Resume;
}

/** After everything that waits for nothing but promises. */
function nextTick(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

interface Sleeper {
  readonly untilMs: number;
  readonly wake: () => void;
}

/** Keeps what it hears, may acknowledge pictures by itself, and lets the session work only as long as `pass` says. */
export class Page {
  readonly heard: FromWorker[] = [];
  acknowledges = true;
  private sleepers: Sleeper[] = [];
  private readonly session = new Session({
    post: (message) => {
      this.heard.push(message);
      if (message.type === 'snapshot' && this.acknowledges) {
        queueMicrotask(() => this.send({ type: 'acknowledge' }));
      }
    },
    nowMs: () => clock.nowMs,
    pause: (ms) => new Promise((wake) => this.sleepers.push({ untilMs: clock.nowMs + ms, wake })),
  });

  /** At full speed unless told otherwise: what the other speeds leave out is not what most tests are about. */
  constructor(speed: Speed = { kind: 'once' }) {
    this.send({ type: 'speed', speed });
  }

  send(message: ToWorker): void {
    this.session.receive(message);
  }

  configure(experiment: Experiment, { runId = 1, playing = false, ...rest }: StartSettings = {}): void {
    this.send({ type: 'configure', runId, experiment, device: 'reference', playing, visits: 0, ...rest });
  }

  /** Configures a run and waits for its picture. */
  async start(experiment: Experiment, settings: StartSettings = {}): Promise<void> {
    this.configure(experiment, settings);
    await this.settle();
  }

  /** Lets the session work for `ms`; when it has nothing to do, they pass all the same. */
  async pass(ms: number): Promise<void> {
    const untilMs = clock.nowMs + ms;
    for (;;) {
      // Work between two pauses is made of microtasks: after a tick the session sleeps or has nothing to do.
      await nextTick();
      const [first] = this.sleepers.sort((one, other) => one.untilMs - other.untilMs);
      if (!first || Math.max(clock.nowMs, first.untilMs) > untilMs) break;
      this.sleepers.shift();
      clock.nowMs = Math.max(clock.nowMs, first.untilMs);
      first.wake();
    }
    clock.nowMs = Math.max(clock.nowMs, untilMs);
  }

  /** Lets the session do what was asked of it; a playing one trains for one turn. */
  settle(): Promise<void> {
    return this.pass(24);
  }

  snapshots() {
    return this.heard.flatMap((message) => (message.type === 'snapshot' ? [message.snapshot] : []));
  }

  lastSnapshot() {
    const last = this.snapshots().at(-1);
    if (!last) throw new Error('no picture was posted');
    return last;
  }

  speeds() {
    return this.heard.flatMap((message) => (message.type === 'speeds' ? [message.speeds] : []));
  }

  halts() {
    return this.heard.flatMap((message) => (message.type === 'halted' ? [message.reason] : []));
  }
}
