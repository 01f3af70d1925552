/** What the SIMD units could do at best; the benchmark's ceiling. */
import type { BenchBrowser } from '../benchBrowser';
import { median } from '../figures';
import type { Peak } from '../peers/simdPeak';

export interface MeasuredPeak extends Peak {
  readonly repeats: readonly number[];
}

export async function measureSimdPeak(bench: BenchBrowser, repeats: number): Promise<MeasuredPeak> {
  const peaks: Peak[] = [];
  for (let i = 0; i < repeats; i++) {
    const worker = await bench.start();
    peaks.push(await worker.call('peak', 0.2));
    await worker.end();
  }
  const gflops = peaks.map((peak) => peak.gflops);
  const best = peaks.reduce((a, b) => (b.gflops > a.gflops ? b : a));
  return { gflops: median(gflops), repeats: gflops, by: best.by };
}
