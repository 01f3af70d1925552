/** One subject at one task, in a worker of its own. Answers calls one at a time; page.ts is its only caller. */
import { measurePeak, type Peak } from './peers/simdPeak';
import { measure, type Stretch, warmUp } from './stretch';
import { type OpenSession, type Session, type SubjectId, Unavailable, type Units } from './subject';
import { type Task, updatesPerEpoch } from './works';

/** Loaded only where they run, so that no subject pays for another. */
const subjects: Record<SubjectId, () => Promise<OpenSession>> = {
  'quadrant wasm': async () => (await import('./peers/quadrant')).openQuadrant('wasm'),
  'quadrant webgl': async () => (await import('./peers/quadrant')).openQuadrant('webgl'),
  'plain js': async () => (await import('./peers/plainJs')).openPlainJs,
  'tfjs wasm': async () => (await import('./peers/tfjs')).openTfjs('wasm'),
  'tfjs webgl': async () => (await import('./peers/tfjs')).openTfjs('webgl'),
  'tfjs cpu': async () => (await import('./peers/tfjs')).openTfjs('cpu'),
  'tfjs fit': async () => (await import('./peers/tfjsFit')).openTfjsFit,
  convnetjs: async () => (await import('./peers/convnetjs')).openConvnet,
  'brain.js': async () => (await import('./peers/brain')).openBrain,
};

export type Opened =
  | { readonly available: true; readonly note: string; readonly batch: number | null }
  | { readonly available: false; readonly reason: string };

let session: Session | undefined;
let perEpoch = 1;
let pace: Stretch = { updates: 1, seconds: 1 };

function current(): Session {
  if (!session) throw new Error('no session is open');
  return session;
}

/** How often `work` runs in a second, measured over `seconds` after a first run that is not counted. */
async function timesPerSecond(work: () => Promise<void>, seconds: number): Promise<number> {
  await work();
  const startMs = performance.now();
  let count = 0;
  let passed = 0;
  while (passed < seconds) {
    await work();
    count++;
    passed = (performance.now() - startMs) / 1000;
  }
  return count / passed;
}

const methods = {
  async open(subject: SubjectId, task: Task): Promise<Opened> {
    try {
      const openSession = await subjects[subject]();
      session = await openSession(task);
    } catch (error) {
      if (error instanceof Unavailable) return { available: false, reason: error.message };
      throw error;
    }
    perEpoch = session.batch ? Math.ceil(task.work.points / session.batch) : updatesPerEpoch(task);
    return { available: true, note: session.note ?? '', batch: session.batch ?? null };
  },
  async warmUp(seconds: number): Promise<void> {
    pace = await warmUp(current(), seconds);
  },
  /** Answers epochs, which need not be whole, and the seconds they took. */
  async measure(seconds: number, longest: number): Promise<{ epochs: number; seconds: number }> {
    pace = await measure(current(), perEpoch, pace, seconds, longest);
    return { epochs: pace.updates / perEpoch, seconds: pace.seconds };
  },
  loss: (): Promise<number> => current().loss(),
  async gridsPerSecond(columns: number, units: Units, seconds: number): Promise<number | null> {
    const open = current();
    if (!open.grid) return null;
    return timesPerSecond(async () => open.grid?.(columns, units), seconds);
  },
  peak: (seconds: number): Promise<Peak> => measurePeak(seconds),
};

export type WorkerMethods = typeof methods;
export type Call = { readonly method: keyof WorkerMethods; readonly given: readonly unknown[] };
export type Answer = { readonly result: unknown } | { readonly error: string };

/** The part of a worker's global scope that is used; TypeScript's own type exists only where there is no DOM. */
interface WorkerScope {
  postMessage(answer: Answer): void;
  onmessage: (event: MessageEvent<Call>) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { method, given } }) => {
  const known: Record<string, (...values: never[]) => Promise<unknown>> = methods;
  known[method]!(...(given as never[])).then(
    (result) => scope.postMessage({ result }),
    (error: unknown) =>
      scope.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
};
