/** The training worker: glue between its messages and a session. */
import type { FromWorker, ToWorker } from './protocol';
import { Session } from './session';

/** The part of a worker's global scope that is used; TypeScript's own type exists only where there is no DOM. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  onmessage: (event: MessageEvent<ToWorker>) => void;
}

const scope = globalThis as unknown as WorkerScope;

// A message to ourselves lets waiting messages in without the 4 ms floor of nested timers, and runs in hidden tabs too.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms > 0) {
      setTimeout(resolve, ms);
      return;
    }
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

function buffersOf(message: FromWorker): Transferable[] {
  if (message.type !== 'snapshot') return [];
  const { parameters, outputs, unitMaps, predictions, losses, answers, hidden } = message.snapshot;
  const arrays = [parameters, outputs.values, unitMaps.values, predictions, losses, answers];
  if (hidden) arrays.push(hidden.values);
  return arrays.map((array) => array.buffer);
}

const session = new Session({
  post: (message) => scope.postMessage(message, buffersOf(message)),
  nowMs: () => performance.now(),
  pause,
});

scope.onmessage = (event) => session.receive(event.data);
