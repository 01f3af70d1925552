/** Pictures per second: the output on 128 × 128 cells, and every unit of the network on 32 × 32. */
import type { BenchBrowser, OpenWorker } from '../benchBrowser';
import { median } from '../figures';
import type { Options } from '../options';
import type { SubjectId, Units } from '../subject';
import type { Work } from '../works';

const grids = [
  { columns: 128, units: 'outputs' },
  { columns: 32, units: 'all' },
] as const satisfies { columns: number; units: Units }[];

const subjects: readonly SubjectId[] = [
  'quadrant wasm',
  'quadrant webgl',
  'tfjs wasm',
  'tfjs webgl',
  'tfjs cpu',
];

export interface GridRow {
  readonly work: Work;
  readonly subject: SubjectId;
  readonly outputsPerSecond: number;
  readonly thumbnailsPerSecond: number;
}

export async function measureGrids(
  bench: BenchBrowser,
  options: Options,
  say: (line: string) => void,
): Promise<readonly GridRow[]> {
  const rows: GridRow[] = [];
  for (const work of options.works) {
    say(`grids of ${work.id} …`);
    const open: (OpenWorker & { subject: SubjectId; rates: number[][] })[] = [];
    for (const subject of subjects.filter((id) => options.subjects.includes(id))) {
      const answer = await bench.open(subject, { work, batch: 'all' });
      if ('reason' in answer) say(`  ${subject}: not available (${answer.reason})`);
      else open.push({ ...answer, subject, rates: grids.map(() => []) });
    }
    for (let repeat = 0; repeat < options.repeats; repeat++) {
      for (const { worker, rates } of open) {
        for (const [i, { columns, units }] of grids.entries()) {
          const rate = await worker.call('gridsPerSecond', columns, units, options.seconds / 2);
          rates[i]!.push(rate ?? Number.NaN);
        }
      }
    }
    for (const { worker, subject, rates } of open) {
      const [outputsPerSecond, thumbnailsPerSecond] = rates.map(median) as [number, number];
      rows.push({ work, subject, outputsPerSecond, thumbnailsPerSecond });
      await worker.end();
    }
  }
  return rows;
}
