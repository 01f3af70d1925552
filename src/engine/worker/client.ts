/**
 * The page's end of the workers, and the only place that makes any: one for each experiment that is open, one for a race. A worker that
 * dies or falls silent is replaced; the listener is told and tells the new one what to do.
 */
import { Heartbeat } from './heartbeat';
import type { FromWorker, NoWorker, Ping, Sign, Silence, ToWorker } from './protocol';
import type { FromRace, ToRace } from './raceProtocol';
import { toWire, type Wired, wiredBuffers } from './wire';
import workerAddress from './worker.ts?worker&url';

export interface WorkerClient<To> {
  send(message: To): void;
  /** Ends the worker; the listener gets no more messages of it. */
  close(): void;
}

export type TrainingClient = WorkerClient<ToWorker>;

/** Why a worker was replaced: an error ended it, or it no longer answered. */
export type WorkerLoss = 'died' | 'silent';

export interface ClientListener<From> {
  onMessage(message: From): void;
  /** The worker is gone and a new, empty one has taken its place. */
  onRestart(why: WorkerLoss): void;
  /** There is no worker, and another try would end as this one has. */
  onDead(why: NoWorker): void;
  /** The worker says nothing; null when it speaks again. */
  onSilence(silence: Silence | null): void;
}

export function startTraining(listener: ClientListener<FromWorker>): TrainingClient {
  return connect('training', listener);
}

/** The same program under a name that tells it what it is for: the browser has it already. */
export function startRace(listener: ClientListener<FromRace>): WorkerClient<ToRace> {
  return connect('race', listener);
}

/** From the address of its program, or by a small program within the page that imports it: a sandboxed frame allows only that. */
type Way = 'direct' | 'within';

function create(way: Way, name: string): Worker {
  const { href } = new URL(workerAddress, import.meta.url);
  if (way === 'direct') return new Worker(href, { type: 'module', name });
  const text = new Blob([programWithin(href)], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(text), { name });
}

/**
 * A frame without an origin may have no modules as workers, but a classic script that imports one. What arrives before the program has come
 * is kept for it, as a module would keep it.
 */
function programWithin(href: string): string {
  return `const early = [];
const keep = ({ data }) => early.push(data);
addEventListener('message', keep);
import(${JSON.stringify(href)}).then(
  () => {
    removeEventListener('message', keep);
    for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
  },
  (error) => setTimeout(() => { throw error; }),
);`;
}

function connect<To extends ToWorker | ToRace, From extends FromWorker | FromRace>(
  name: string,
  listener: ClientListener<From>,
): WorkerClient<To> {
  const connection = new Connection<From>(name, listener);
  connection.open();
  return {
    send: (message) => connection.send(message),
    close: () => connection.close(),
  };
}

class Connection<From extends FromWorker | FromRace> {
  /** null where there is none. */
  private worker: Worker | null = null;
  private heartbeat: Heartbeat | null = null;
  private way: Way = 'direct';
  /** What was sent while a worker has said nothing yet: where it never does, another one gets all of it. */
  private unheard: Wired[] | null = [];
  /** Why the first way did not work; the second tells less. */
  private firstTrouble: NoWorker | null = null;

  constructor(
    private readonly name: string,
    private readonly listener: ClientListener<From>,
  ) {}

  send(message: ToWorker | ToRace): void {
    const wired = toWire(message);
    this.unheard?.push(wired);
    // What another worker may have to be told, too, is not given away.
    this.worker?.postMessage(wired, this.unheard ? [] : wiredBuffers(wired));
    this.heartbeat?.expect();
  }

  close(): void {
    this.heartbeat?.stop();
    this.heartbeat = null;
    if (!this.worker) return;
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
    this.worker = null;
  }

  open(): void {
    let worker: Worker;
    try {
      worker = create(this.way, this.name);
    } catch {
      this.tryOther('refused');
      return;
    }
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<From | Sign>) => this.hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      if (this.unheard) this.tryOther(isOfProgram(event) ? 'failed' : 'notLoaded');
      else this.replace('died');
    };
    for (const message of this.unheard ?? []) worker.postMessage(message);
    this.watch();
  }

  private watch(): void {
    this.heartbeat = new Heartbeat({
      nowMs: () => performance.now(),
      every: (ms, look) => {
        const timer = setInterval(look, ms);
        return () => clearInterval(timer);
      },
      ask: (ping: Ping) => this.worker?.postMessage(ping),
      onSilence: (silence) => this.listener.onSilence(silence),
      onGone: () => this.replace('silent'),
    });
  }

  private hear(message: From | Sign): void {
    this.unheard = null;
    if (message.type === 'sign') {
      this.heartbeat?.hear(message);
      return;
    }
    this.heartbeat?.hear(null);
    this.listener.onMessage(message);
  }

  /** The worker has worked before: a new one can, too. */
  private replace(why: WorkerLoss): void {
    this.close();
    this.unheard = [];
    this.listener.onSilence(null);
    this.open();
    // Only now: what it is told goes to the new one.
    this.listener.onRestart(why);
  }

  private tryOther(why: NoWorker): void {
    this.close();
    this.firstTrouble ??= why;
    if (this.way === 'direct') {
      this.way = 'within';
      this.open();
      return;
    }
    const { firstTrouble } = this;
    // Whoever opens a connection holds it before it hears of it.
    queueMicrotask(() => {
      this.listener.onSilence(null);
      this.listener.onDead(firstTrouble);
    });
  }
}

/** Whether an error comes of running the program; where it could not be loaded, the event says nothing more. */
function isOfProgram(event: Event): boolean {
  return event instanceof ErrorEvent && event.message !== '';
}
