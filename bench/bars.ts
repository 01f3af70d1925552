/** What the devices promise, as ratios within one run, and whether it holds. */
import { flopsPerEpoch } from './figures';
import type { PageResult } from './parts/page';
import type { MeasuredPeak } from './parts/peak';
import type { Scaling } from './parts/scaling';
import { type Absence, learns, type Row } from './parts/table';
import { type SubjectId, subjectIds } from './subject';
import { type Batch, batches, titleOf, type Work, works } from './works';

export interface Bar {
  readonly name: string;
  readonly wanted: string;
  readonly measured: string;
  readonly holds: boolean;
}

export interface Results {
  readonly rows: readonly Row[];
  readonly absences: readonly Absence[];
  readonly peak: MeasuredPeak | null;
  readonly scaling: readonly Scaling[];
  readonly page: PageResult | null;
}

/** Times the fastest other subject that `quadrant wasm` must reach, by the batch size; XL has one bar for all. */
const wasmFactors: Record<string, number> = { '10': 5, '32': 8, all: 8 };
const wasmFactorXL = 5;
/** Times `tfjs webgl` that `quadrant webgl` must reach, by work. */
const webglFactors: Record<string, number> = { S: 10, M: 10, L: 3 };
const peakShare = 0.5;
const steepest = 1.05;
const longestTaskMs = 50;

export function judge(results: Results): Bar[] {
  return [
    ...wasmBars(results),
    ...webglBars(results),
    ...peakBars(results),
    ...scalingBars(results.scaling),
    ...pageBars(results.page),
  ];
}

interface BarPosition {
  readonly work: Work;
  readonly batch: Batch;
  readonly subject: SubjectId;
}

const isAt =
  ({ work, batch, subject }: BarPosition) =>
  (entry: BarPosition) =>
    entry.work === work && entry.batch === batch && entry.subject === subject;

/** The subject's pace: null when it ran without learning or could not run, undefined when nobody asked. */
function paceOf({ rows, absences }: Results, place: BarPosition): number | null | undefined {
  const row = rows.find(isAt(place));
  if (row) return learns(row) ? row.epochsPerSecond : null;
  return absences.some(isAt(place)) ? null : undefined;
}

/** A device that cannot be measured misses its bar. */
function ratioBar(name: string, ours: number | null, other: number, factor: number): Bar {
  const wanted = `≥ ${factor}×`;
  if (ours === null) return { name, wanted, measured: 'not available', holds: false };
  return { name, wanted, measured: `${(ours / other).toFixed(2)}×`, holds: ours / other >= factor };
}

function wasmBars(results: Results): Bar[] {
  const others = subjectIds.filter((id) => !id.startsWith('quadrant'));
  return works.flatMap((work) =>
    batches.flatMap((batch) => {
      const ours = paceOf(results, { work, batch, subject: 'quadrant wasm' });
      const rivals = others.map((subject) => ({
        subject,
        pace: paceOf(results, { work, batch, subject }) ?? 0,
      }));
      const fastest = rivals.reduce((a, b) => (b.pace > a.pace ? b : a));
      if (ours === undefined || fastest.pace === 0) return [];
      const factor = work.id === 'XL' ? wasmFactorXL : wasmFactors[batch]!;
      const name = `quadrant wasm over ${fastest.subject}, ${work.id}, batch ${batch}`;
      return [ratioBar(name, ours, fastest.pace, factor)];
    }),
  );
}

function webglBars(results: Results): Bar[] {
  return works.flatMap((work) =>
    batches.flatMap((batch) => {
      const factor = webglFactors[work.id];
      const ours = paceOf(results, { work, batch, subject: 'quadrant webgl' });
      const stock = paceOf(results, { work, batch, subject: 'tfjs webgl' });
      if (!factor || ours === undefined || !stock) return [];
      return [ratioBar(`quadrant webgl over tfjs webgl, ${work.id}, batch ${batch}`, ours, stock, factor)];
    }),
  );
}

/** Full batch at the largest work, where arithmetic is everything. */
function peakBars(results: Results): Bar[] {
  const work = works.at(-1)!;
  const pace = paceOf(results, { work, batch: 'all', subject: 'quadrant wasm' });
  if (pace === undefined || !results.peak) return [];
  const reached = gflopsOf(work, pace ?? 0);
  const share = reached / results.peak.gflops;
  const amounts = `${reached.toFixed(1)} of ${results.peak.gflops.toFixed(1)} GFLOP/s`;
  return [
    {
      name: `share of simd peak, ${titleOf(work)}, batch all`,
      wanted: `≥ ${peakShare * 100} %`,
      measured: `${(share * 100).toFixed(1)} % (${amounts})`,
      holds: share >= peakShare,
    },
  ];
}

/** Billions of operations a second in the matrix products alone; see `flopsPerEpoch`. */
export function gflopsOf(work: Work, epochsPerSecond: number): number {
  return (flopsPerEpoch(work) * epochsPerSecond) / 1e9;
}

function scalingBars(scaling: readonly Scaling[]): Bar[] {
  return scaling
    .filter(({ along }) => along === 'points')
    .map(({ batch, slope }) => ({
      name: `slope of the time along points, batch ${batch}`,
      wanted: `≤ ${steepest}`,
      measured: slope.toFixed(3),
      holds: slope <= steepest,
    }));
}

function pageBars(page: PageResult | null): Bar[] {
  if (!page) return [];
  const measured = page.longestTaskMs === 0 ? 'none above' : `${page.longestTaskMs.toFixed(0)} ms`;
  return [
    {
      name: 'longest task of the page while training at full speed',
      wanted: `≤ ${longestTaskMs} ms`,
      measured,
      holds: page.longestTaskMs <= longestTaskMs,
    },
  ];
}
