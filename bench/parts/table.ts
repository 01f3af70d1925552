/** Epochs per second of every subject at every work and batch size; the subjects take turns, so that a busy minute hits them all. */
import type { BenchBrowser, OpenWorker } from '../benchBrowser';
import { median } from '../figures';
import type { Options } from '../options';
import type { SubjectId } from '../subject';
import { type Batch, type Task, titleOf, type Work } from '../works';

export interface Row {
  readonly work: Work;
  readonly batch: Batch;
  readonly subject: SubjectId;
  readonly epochsPerSecond: number;
  readonly repeats: readonly number[];
  /** Training loss before the first update, and after the last stretch. */
  readonly startLoss: number;
  readonly loss: number;
  /** Whether no stretch reached a whole epoch, so that the figure comes from the updates that were done. */
  readonly extrapolated: boolean;
  readonly note: string;
}

export interface Absence {
  readonly work: Work;
  readonly batch: Batch;
  readonly subject: SubjectId;
  readonly reason: string;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly absences: readonly Absence[];
}

const warmUpSeconds = 0.5;
/** A stretch of a slow subject ends here, whole epoch or not. */
const longestSeconds = 3;

/** A loop that does not learn must not win. */
export function learns({ loss, startLoss }: Row): boolean {
  return loss < startLoss;
}

export async function measureTable(
  bench: BenchBrowser,
  options: Options,
  say: (line: string) => void,
): Promise<Table> {
  const rows: Row[] = [];
  const absences: Absence[] = [];
  const online = new Set<Work>();
  for (const work of options.works) {
    for (const batch of options.batches) {
      // It has no batches: once a work is enough.
      const subjects = options.subjects.filter((id) => id !== 'brain.js' || !online.has(work));
      online.add(work);
      say(`${titleOf(work)}, batch ${batch} …`);
      const cell = await measureCell(bench, { work, batch }, subjects, options);
      rows.push(...cell.rows);
      absences.push(...cell.absences);
      for (const { subject, reason } of cell.absences)
        say(`  ${subject}: not available (${firstLine(reason)})`);
      for (const row of cell.rows) say(`  ${row.subject}: ${row.epochsPerSecond.toPrecision(4)}`);
    }
  }
  return { rows, absences };
}

const firstLine = (text: string) => text.split('\n')[0]!;

interface Contestant extends OpenWorker {
  readonly subject: SubjectId;
  readonly stretches: { readonly epochs: number; readonly seconds: number }[];
  startLoss: number;
}

async function measureCell(
  bench: BenchBrowser,
  task: Task,
  subjects: readonly SubjectId[],
  { repeats, seconds }: Options,
): Promise<Table> {
  const rows: Row[] = [];
  const absences: Absence[] = [];
  let contestants: Contestant[] = [];
  /** Runs `work` for each that is still there, in turn; who fails is out. */
  const inTurn = async (work: (contestant: Contestant) => Promise<void>) => {
    const left: Contestant[] = [];
    for (const contestant of contestants) {
      try {
        await work(contestant);
        left.push(contestant);
      } catch (error) {
        absences.push({ ...task, subject: contestant.subject, reason: String(error) });
        await contestant.worker.end();
      }
    }
    contestants = left;
  };
  for (const subject of subjects) {
    const answer = await bench.open(subject, task);
    if ('reason' in answer) absences.push({ ...task, subject, reason: answer.reason });
    else contestants.push({ ...answer, subject, stretches: [], startLoss: Number.NaN });
  }
  await inTurn(async (contestant) => {
    contestant.startLoss = await contestant.worker.call('loss');
    await contestant.worker.call('warmUp', warmUpSeconds);
  });
  for (let repeat = 0; repeat < repeats; repeat++) {
    await inTurn(async ({ worker, stretches }) => {
      stretches.push(await worker.call('measure', seconds, longestSeconds));
    });
  }
  await inTurn(async (contestant) => {
    rows.push(rowOf(task, contestant, await contestant.worker.call('loss')));
    await contestant.worker.end();
  });
  return { rows, absences };
}

function rowOf({ work, batch }: Task, contestant: Contestant, loss: number): Row {
  const { subject, opened, stretches, startLoss } = contestant;
  const repeats = stretches.map(({ epochs, seconds }) => epochs / seconds);
  return {
    work,
    batch: opened.batch ?? batch,
    subject,
    epochsPerSecond: median(repeats),
    repeats,
    startLoss,
    loss,
    extrapolated: stretches.every(({ epochs }) => epochs < 1),
    note: opened.note,
  };
}
