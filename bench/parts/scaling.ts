/** How the time of an epoch on the wasm device grows with the points and with the width of the layers. */
import type { BenchBrowser, OpenWorker } from '../benchBrowser';
import { logSlope, median } from '../figures';
import type { Options } from '../options';
import type { Batch, Work } from '../works';

const batchSizes: readonly Batch[] = ['all', 32];

const series: { readonly along: 'points' | 'width'; readonly works: readonly Work[] }[] = [
  {
    along: 'points',
    works: [1000, 3000, 10_000, 30_000, 100_000].map((points) => ({ id: 'M', hidden: [8, 8], points })),
  },
  {
    along: 'width',
    works: [8, 16, 32, 64, 128].map((width) => ({ id: 'M', hidden: [width, width], points: 400 })),
  },
];

export interface Scaling {
  readonly along: 'points' | 'width';
  readonly batch: Batch;
  /** Points, or units of both hidden layers. */
  readonly sizes: readonly number[];
  /** Milliseconds of one epoch for each size. */
  readonly epochMs: readonly number[];
  readonly slope: number;
}

export async function measureScaling(
  bench: BenchBrowser,
  options: Options,
  say: (line: string) => void,
): Promise<readonly Scaling[]> {
  const results: Scaling[] = [];
  for (const { along, works } of series) {
    for (const batch of batchSizes) {
      say(`time along ${along}, batch ${batch} …`);
      const epochMs = await epochTimes(bench, works, batch, options);
      if (typeof epochMs === 'string') {
        say(`  not available (${epochMs})`);
        continue;
      }
      const sizes = works.map(({ hidden, points }) => (along === 'points' ? points : hidden[0]!));
      results.push({ along, batch, sizes, epochMs, slope: logSlope(sizes, epochMs) });
    }
  }
  return results;
}

/** Median milliseconds of an epoch for each work, or why they cannot be had. */
async function epochTimes(
  bench: BenchBrowser,
  works: readonly Work[],
  batch: Batch,
  { repeats, seconds }: Options,
): Promise<number[] | string> {
  const open: (OpenWorker & { times: number[] })[] = [];
  for (const work of works) {
    const answer = await bench.open('quadrant wasm', { work, batch });
    if ('reason' in answer) return answer.reason;
    await answer.worker.call('warmUp', seconds);
    open.push({ ...answer, times: [] });
  }
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const { worker, times } of open) {
      const stretch = await worker.call('measure', seconds, 3);
      times.push((1000 * stretch.seconds) / stretch.epochs);
    }
  }
  for (const { worker } of open) await worker.end();
  return open.map(({ times }) => median(times));
}
