/**
 * The page's end of the worker, and the only place that makes one. A worker that dies is replaced; whoever listens is told and
 * configures the new one.
 */
import type { FromWorker, ToWorker } from './protocol';

export interface TrainingClient {
  send(message: ToWorker): void;
  /** Ends the worker for good. */
  close(): void;
}

export interface ClientListener {
  onMessage(message: FromWorker): void;
  /** The worker died and a new, empty one has taken its place. */
  onRestart(message: string): void;
  /** The worker died before it said anything; another would too. */
  onDead(message: string): void;
}

export function startTraining(listener: ClientListener): TrainingClient {
  let worker = open();

  function open(): Worker {
    const opened = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'training' });
    let heard = false;
    opened.onmessage = (event: MessageEvent<FromWorker>) => {
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
    close: () => worker.terminate(),
  };
}
