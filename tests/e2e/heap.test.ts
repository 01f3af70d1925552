/**
 * `npm run soak -- heap [--minutes 10]`: trains at once, as fast as the device can, and measures every half minute what page and workers
 * hold after a collection of garbage: objects, and the memory of typed arrays, in MB. Neither grows once it is warm.
 */
import type { CDPSession, Page } from '@playwright/test';
import { button, expect, figure, open, test } from './page';

const minutes = Number(process.env.HEAP_MINUTES ?? 10);
const sampleMs = 30_000;
const warmMs = 60_000;
/** The most by which the median of the last third may exceed that of the first. */
const mostShare = 0.1;
const mostMB = 2;

interface HeapUsage {
  readonly usedSize: number;
  /** What the page's own objects of the browser take. */
  readonly embedderHeapUsedSize?: number;
  /** Of typed arrays. */
  readonly backingStorageSize?: number;
}

type Ask = (method: string) => Promise<unknown>;

async function heldMB(ask: Ask): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  const usage = (await ask('Runtime.getHeapUsage')) as HeapUsage;
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}

/** How to ask each worker of the page: sessions within that of the page, which answer by messages. */
async function workersOf(session: CDPSession): Promise<Ask[]> {
  const workers: string[] = [];
  const waiting = new Map<number, (result: unknown) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let id = 0;
  return workers.map((sessionId) => (method) => {
    id += 1;
    const message = JSON.stringify({ id, method });
    return new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  });
}

/** Trains for so long; what has come to an end of its own goes on. */
async function trainFor(page: Page, ms: number): Promise<void> {
  const goOn = button(page, 'Go on').first();
  const endMs = performance.now() + ms;
  for (let leftMs = ms; leftMs > 0; leftMs = endMs - performance.now()) {
    const hasEnded = await goOn.waitFor({ timeout: leftMs }).then(
      () => true,
      () => false,
    );
    if (hasEnded) await goOn.click();
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** The median of the first third of the samples after the warm-up, and of the last. */
function thirds(series: readonly number[]): [first: number, last: number] {
  const warm = series.slice(warmMs / sampleMs);
  const third = Math.max(Math.floor(warm.length / 3), 1);
  return [median(warm.slice(0, third)), median(warm.slice(-third))];
}

test('page and worker hold no more after minutes of training than at the beginning', {
  tag: '@soak',
}, async ({ page }) => {
  test.setTimeout((minutes + 5) * 60_000);
  await open(page, 'lang=en&example=network-four-blobs&speed=once');
  const session = await page.context().newCDPSession(page);
  const workers = await workersOf(session);
  expect(workers.length).toBeGreaterThan(0);
  const asked: [name: string, ask: Ask, series: number[]][] = [
    ['page', (method) => session.send(method as 'Runtime.getHeapUsage'), []],
    ...workers.map((ask, i): [string, Ask, number[]] => [`worker ${i + 1}`, ask, []]),
  ];
  await button(page, 'Play').click();
  for (let sample = 0; sample * sampleMs < minutes * 60_000; sample++) {
    await trainFor(page, sampleMs);
    for (const [, ask, series] of asked) series.push(await heldMB(ask));
    const shown = asked.map(([name, , series]) => `${name} ${series.at(-1)?.toFixed(2)} MB`).join(', ');
    console.log(
      `${(((sample + 1) * sampleMs) / 60_000).toFixed(1)} min, epoch ${await figure(page, 'epoch')}: ${shown}`,
    );
  }
  for (const [name, , series] of asked) {
    const [first, last] = thirds(series);
    console.log(
      `${name}: median ${first.toFixed(2)} MB in the first third, ${last.toFixed(2)} MB in the last`,
    );
    expect.soft(last - first, name).toBeLessThanOrEqual(Math.min(first * mostShare, mostMB));
  }
});
