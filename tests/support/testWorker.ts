/**
 * A worker made of a real session. Its clock, and when messages arrive at either end, are up to the test, so that they can cross. Opens
 * like the client of a page.
 */
import type { ClientListener, TrainingClient } from '../../src/engine/worker/client';
import type { FromWorker, ToWorker } from '../../src/engine/worker/protocol';
import { Session } from '../../src/engine/worker/session';

/** What a look at the clock takes: computations that wait for time to pass come to an end. */
const lookMs = 0.02;
/** What a turn takes at least. */
const turnMs = 1;

/** Of all workers. Goes on in pauses, at each look, and where a test lets work take its time. */
export const workerClock = { nowMs: 0 };

interface Sleeper {
  readonly untilMs: number;
  readonly wake: () => void;
}

/** After everything that waits for nothing but promises. */
function nextTick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export class TestWorker implements TrainingClient {
  session: Session;
  isClosed = false;
  /** Everything that the page has sent, in order. */
  readonly sent: ToWorker[] = [];
  private toWorker: ToWorker[] = [];
  private fromWorker: FromWorker[] = [];
  private sleepers: Sleeper[] = [];

  constructor(private readonly listener: ClientListener<FromWorker>) {
    this.session = this.boot();
  }

  send(message: ToWorker): void {
    this.sent.push(message);
    // As a real one is posted: nothing is shared.
    this.toWorker.push(structuredClone(message));
  }

  close(): void {
    this.isClosed = true;
    this.sleepers = [];
    this.toWorker = [];
    this.fromWorker = [];
  }

  /** The worker gets what was sent. */
  receive(): void {
    for (const message of this.toWorker.splice(0)) this.session.receive(message);
  }

  /** The page gets the first `count` of what was posted; answers how many there were. */
  deliver(count = Number.POSITIVE_INFINITY): number {
    const delivered = this.fromWorker.splice(0, Math.min(count, this.fromWorker.length));
    for (const message of delivered) this.listener.onMessage(message);
    return delivered.length;
  }

  /** The worker works for so long, on what it has received. */
  async work(ms: number): Promise<void> {
    const untilMs = workerClock.nowMs + ms;
    for (;;) {
      await nextTick();
      const [first] = this.sleepers.sort((one, other) => one.untilMs - other.untilMs);
      if (!first || Math.max(workerClock.nowMs, first.untilMs) > untilMs) break;
      this.sleepers.shift();
      workerClock.nowMs = Math.max(workerClock.nowMs, first.untilMs);
      first.wake();
    }
    workerClock.nowMs = Math.max(workerClock.nowMs, untilMs);
  }

  /** It dies with all that is under way, and an empty one takes its place. */
  die(): void {
    this.sleepers = [];
    this.toWorker = [];
    this.fromWorker = [];
    this.session = this.boot();
    this.listener.onRestart('died');
  }

  private boot(): Session {
    const session: Session = new Session({
      post: (message) => {
        if (this.session === session && !this.isClosed) this.fromWorker.push(message);
      },
      nowMs: () => {
        workerClock.nowMs += lookMs;
        return workerClock.nowMs;
      },
      pause: (ms) =>
        new Promise((wake) => {
          // One that died or was closed goes no further.
          const isAlive = this.session === session && !this.isClosed;
          if (isAlive) this.sleepers.push({ untilMs: workerClock.nowMs + Math.max(turnMs, ms), wake });
        }),
    });
    return session;
  }
}
