/** The worker: glue between its messages and a session, that of a race where its name says so. */
import type { FromWorker, ToWorker } from './protocol';
import type { FromRace, ToRace } from './raceProtocol';
import { RaceSession } from './raceSession';
import { Session } from './session';

/** The part of a worker's global scope that is used; TypeScript's own type exists only where there is no DOM. */
interface WorkerScope {
  readonly name: string;
  postMessage(message: FromWorker | FromRace, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | ((event: MessageEvent<ToRace>) => void);
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

function buffersOf(message: FromWorker | FromRace): Transferable[] {
  if (message.type === 'picture') {
    return message.picture.lanes.flatMap((lane) =>
      lane ? [lane.outputs.values.buffer, lane.predictions.buffer] : [],
    );
  }
  if (message.type !== 'snapshot') return [];
  const { parameters, outputs, unitMaps, predictions, losses, answers, hidden } = message.snapshot;
  const arrays = [parameters, outputs.values, unitMaps.values, predictions, losses, answers];
  if (hidden) arrays.push(hidden.values);
  return arrays.map((array) => array.buffer);
}

const ports = {
  post: (message: FromWorker | FromRace) => scope.postMessage(message, buffersOf(message)),
  nowMs: () => performance.now(),
  pause,
};
if (scope.name === 'race') {
  const race = new RaceSession(ports);
  scope.onmessage = (event: MessageEvent<ToRace>) => race.receive(event.data);
} else {
  const session = new Session(ports);
  scope.onmessage = (event: MessageEvent<ToWorker>) => session.receive(event.data);
}
