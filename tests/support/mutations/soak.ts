/** `npm run soak -- mutations [--count N] [--seed S]`: mutations by the thousand, with what they cost. Prints the seeds that fail. */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { tryMutation } from './trial';

/** Longest time that a page may take over anything that is brought to it. */
const mostMs = 200;
/** Most memory that one of them may take above what was taken at rest. */
const mostGrowthMB = 200;
/** Garbage that is left to the next mutations before it is collected. */
const garbageMB = 30;

export async function main(args: readonly string[]): Promise<number> {
  const options = {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const [count, first] = [Number(values.count), Number(values.seed)];
  const memory = new Memory();
  const slow: string[] = [];
  const faults: string[] = [];
  const largest = { name: 'none', growthMB: 0 };
  const slowest = { page: 'none', pageMs: 0, worker: 'none', workerMs: 0 };
  for (let seed = first; seed < first + count; seed++) {
    memory.rest();
    try {
      const { door, pageMs, workerMs } = await tryMutation(seed);
      const name = `seed ${seed} (${door})`;
      const growthMB = memory.growthMB();
      if (growthMB > largest.growthMB) Object.assign(largest, { name, growthMB });
      if (pageMs > mostMs) slow.push(`${name}: ${pageMs.toFixed(0)} ms`);
      if (pageMs > slowest.pageMs) Object.assign(slowest, { page: name, pageMs });
      if (workerMs > slowest.workerMs) Object.assign(slowest, { worker: name, workerMs });
    } catch (error) {
      faults.push(`seed ${seed}: ${String(error)}`);
    }
  }
  console.log(`mutations: ${count}, seeds ${first}–${first + count - 1}`);
  console.log(`exceptions and broken promises: ${faults.length}`);
  for (const fault of faults.slice(0, 100)) console.log(`  ${fault}`);
  console.log(`longer than ${mostMs} ms on the page: ${slow.length}`);
  for (const one of slow.slice(0, 100)) console.log(`  ${one}`);
  console.log(`slowest on the page: ${slowest.pageMs.toFixed(0)} ms, ${slowest.page}`);
  console.log(`slowest in the worker: ${slowest.workerMs.toFixed(0)} ms, ${slowest.worker}`);
  console.log(`memory above rest: at most ${largest.growthMB.toFixed(0)} MB, ${largest.name}`);
  return faults.length + slow.length > 0 || largest.growthMB > mostGrowthMB ? 1 : 0;
}

/**
 * Memory that the process takes above what it took at rest. Linux tells the peak since it was last asked to forget it; elsewhere the end
 * of a mutation stands for its peak. What earlier mutations have left to the collector does not count.
 */
class Memory {
  private readonly collect: () => void;
  private restMB = Number.POSITIVE_INFINITY;
  private leastMB = Number.POSITIVE_INFINITY;

  constructor() {
    setFlagsFromString('--expose-gc');
    this.collect = runInNewContext('gc') as () => void;
  }

  rest(): void {
    if (rssMB() > this.leastMB + garbageMB) {
      this.collect();
      this.leastMB = rssMB();
    }
    this.leastMB = Math.min(this.leastMB, rssMB());
    this.restMB = rssMB();
    try {
      writeFileSync('/proc/self/clear_refs', '5');
    } catch {
      // No Linux.
    }
  }

  growthMB(): number {
    return peakMB() - this.restMB;
  }
}

const rssMB = (): number => process.memoryUsage.rss() / 1e6;

function peakMB(): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return rssMB();
  }
}
