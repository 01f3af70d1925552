/**
 * The page's end of the workers, and the only place that makes any: one for each experiment that is open, one for a race. A worker that
 * dies is replaced; the listener is told and tells the new one what to do.
 */
import type { FromWorker, ToWorker } from './protocol';
import type { FromRace, ToRace } from './raceProtocol';

export interface WorkerClient<To> {
  send(message: To): void;
  /** Ends the worker; the listener gets no more messages of it. */
  close(): void;
}

export type TrainingClient = WorkerClient<ToWorker>;

export interface ClientListener<From> {
  onMessage(message: From): void;
  /** The worker died and a new, empty one has taken its place. */
  onRestart(message: string): void;
  /** The worker died before it said anything; another would too. */
  onDead(message: string): void;
}

export function startTraining(listener: ClientListener<FromWorker>): TrainingClient {
  return connect(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'training' }),
    listener,
  );
}

/** The same program under a name that tells it what it is for: the browser has it already. */
export function startRace(listener: ClientListener<FromRace>): WorkerClient<ToRace> {
  return connect(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'race' }),
    listener,
  );
}

function connect<To, From>(create: () => Worker, listener: ClientListener<From>): WorkerClient<To> {
  let worker = open();

  function open(): Worker {
    const opened = create();
    let heard = false;
    opened.onmessage = (event: MessageEvent<From>) => {
      heard = true;
      listener.onMessage(event.data);
    };
    opened.onerror = (event) => {
      event.preventDefault();
      opened.terminate();
      if (!heard) {
        listener.onDead(event.message);
        return;
      }
      worker = open();
      listener.onRestart(event.message);
    };
    return opened;
  }

  return {
    send: (message) => worker.postMessage(message),
    close: () => {
      worker.onmessage = null;
      worker.terminate();
    },
  };
}
