/** The worker: glue between its messages and a session, that of a race where its name says so. Answers the page's pings. */
import type { FromWorker, Ping, Sign, ToWorker } from './protocol';
import type { FromRace, ToRace } from './raceProtocol';
import { RaceSession } from './raceSession';
import { Session } from './session';
import { fromWire, type Wired } from './wire';

/** The part of a worker's global scope that is used; TypeScript's own type exists only where there is no DOM. */
interface WorkerScope {
  readonly name: string;
  postMessage(message: FromWorker | FromRace | Sign, transfer: Transferable[]): void;
  onmessage: (event: MessageEvent<Ping | Wired>) => void;
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

function sign(doing: Sign['doing'], isAnswer: boolean): void {
  scope.postMessage({ type: 'sign', doing, isAnswer }, []);
}

const ports = {
  post: (message: FromWorker | FromRace) => scope.postMessage(message, buffersOf(message)),
  nowMs: () => performance.now(),
  pause,
  announce() {
    sign('long', false);
    // Is sent as soon as messages are let in again: a silence from then on is an ordinary one.
    void pause(0).then(() => sign('work', false));
  },
};
/** The name decides which messages there are. */
const session: { readonly isWorking: boolean; receive(message: ToWorker | ToRace): void } =
  scope.name === 'race' ? new RaceSession(ports) : new Session(ports);
scope.onmessage = ({ data }) => {
  if (data.type === 'ping') sign(session.isWorking ? 'work' : 'nothing', true);
  else session.receive(fromWire(data));
};
// The page need not ask to learn that the program has come.
sign('nothing', false);
