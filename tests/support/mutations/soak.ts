/** `npm run soak -- mutations [--count N] [--seed S]`: mutations by the thousand, with what they cost. Prints the seeds that fail. */
import { parseArgs } from 'node:util';
import { tryMutation } from './trial';

/** Longest time that a page may take over anything that is brought to it. */
const mostMs = 200;
const mostGrowthMB = 500;

export async function main(args: readonly string[]): Promise<number> {
  const options = {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const [count, first] = [Number(values.count), Number(values.seed)];
  const before = process.memoryUsage().rss;
  const slow: string[] = [];
  const faults: string[] = [];
  const slowest = { page: 'none', pageMs: 0, worker: 'none', workerMs: 0 };
  for (let seed = first; seed < first + count; seed++) {
    try {
      const { door, pageMs, workerMs } = await tryMutation(seed);
      const name = `seed ${seed} (${door})`;
      if (pageMs > mostMs) slow.push(`${name}: ${pageMs.toFixed(0)} ms`);
      if (pageMs > slowest.pageMs) Object.assign(slowest, { page: name, pageMs });
      if (workerMs > slowest.workerMs) Object.assign(slowest, { worker: name, workerMs });
    } catch (error) {
      faults.push(`seed ${seed}: ${String(error)}`);
    }
  }
  const growthMB = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
  console.log(`mutations: ${count}, seeds ${first}–${first + count - 1}`);
  console.log(`exceptions and broken promises: ${faults.length}`);
  for (const fault of faults.slice(0, 100)) console.log(`  ${fault}`);
  console.log(`longer than ${mostMs} ms on the page: ${slow.length}`);
  for (const one of slow.slice(0, 100)) console.log(`  ${one}`);
  console.log(`slowest on the page: ${slowest.pageMs.toFixed(0)} ms, ${slowest.page}`);
  console.log(`slowest in the worker: ${slowest.workerMs.toFixed(0)} ms, ${slowest.worker}`);
  console.log(`memory grew by at most ${growthMB.toFixed(0)} MB`);
  return faults.length + slow.length > 0 || growthMB > mostGrowthMB ? 1 : 0;
}
