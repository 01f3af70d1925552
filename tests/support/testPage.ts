/** For tests only: a page made of plain variables at the other end of a session, and the clock that both go by. */
import type { DeviceChoice } from '../../src/engine/devices/createDevice';
import type { Experiment } from '../../src/engine/experiment';
import type { Speed } from '../../src/engine/training/film';
import type { Resume } from '../../src/engine/training/trainer';
import type {
  Command,
  Configure,
  FromWorker,
  ToWorker,
  UnnumberedCommand,
} from '../../src/engine/worker/protocol';
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

/** Commands get their numbers from the page. */
type Message = Exclude<ToWorker, Configure | Command> | UnnumberedCommand;

/** Keeps what it hears, may acknowledge pictures by itself, and lets the session work only as long as `pass` says. */
export class Page {
  readonly heard: FromWorker[] = [];
  acknowledges = true;
  /** Number of the last command. */
  command = 0;
  private view: Pick<Configure, 'speed' | 'watch' | 'surface'>;
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
    this.view = { speed, watch: { fineUnits: false, hiddenLayer: null }, surface: null };
  }

  send(message: Message): void {
    switch (message.type) {
      case 'acknowledge':
        this.session.receive(message);
        return;
      case 'speed':
        this.view = { ...this.view, speed: message.speed };
        this.session.receive(message);
        return;
      case 'surface':
        this.view = { ...this.view, surface: message.question };
        this.session.receive(message);
        return;
      case 'watch':
        this.view = { ...this.view, watch: message.watch };
        break;
      default:
    }
    this.command += 1;
    this.session.receive({ ...message, command: this.command });
  }

  configure(experiment: Experiment, { runId = 1, playing = false, ...rest }: StartSettings = {}): void {
    this.command += 1;
    const { command, view } = this;
    const run = { runId, experiment, device: 'reference', playing } as const;
    this.session.receive({ type: 'configure', command, ...run, ...view, ...rest });
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
