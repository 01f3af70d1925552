/**
 * The built app as a learner meets it: a two-arm spiral is opened from a link, Play is pressed, and the page is watched while it
 * trains at full speed.
 */
import type { Browser, Page } from '@playwright/test';
import { defaultExperiment, type Experiment } from '../../src/engine/experiment';
import { encodeLink } from '../../src/persistence/link';
import { median } from '../figures';

export interface PageRun {
  /** From the click on Play to the first shown test loss below 0.05; null when it did not get there. */
  readonly secondsToLoss: number | null;
  readonly framesPerSecond: number;
  /** Before Play, which is as many as this machine can show now. */
  readonly idleFramesPerSecond: number;
  /** 0 when no task took more than 50 ms, for shorter ones are not reported. */
  readonly longestTaskMs: number;
  readonly device: string;
}

export interface PageResult extends PageRun {
  readonly runs: readonly PageRun[];
}

const wantedLoss = 0.05;
/** Frames and tasks are watched for this long at least. */
const watchedMs = 6000;
const longestMs = 60_000;

const spiral: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'spiral', points: 500, noise: 0.12, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0.5,
  },
  model: {
    ...defaultExperiment.model,
    hidden: [
      { units: 8, activation: 'tanh' },
      { units: 8, activation: 'tanh' },
    ],
    outputActivation: 'sigmoid',
  },
  loss: { id: 'binaryCrossentropy', l1: 0, l2: 0 },
};

export async function measurePage(browser: Browser, address: string, repeats: number): Promise<PageResult> {
  const runs: PageRun[] = [];
  for (let i = 0; i < repeats; i++) runs.push(await measureRun(browser, address));
  const times = runs.map((run) => run.secondsToLoss);
  return {
    secondsToLoss: times.includes(null) ? null : median(times as number[]),
    framesPerSecond: median(runs.map((run) => run.framesPerSecond)),
    idleFramesPerSecond: median(runs.map((run) => run.idleFramesPerSecond)),
    longestTaskMs: median(runs.map((run) => run.longestTaskMs)),
    device: runs[0]!.device,
    runs,
  };
}

/** One visit, in a profile of its own so that nothing is remembered. */
async function measureRun(browser: Browser, address: string): Promise<PageRun> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${address}?lang=en${encodeLink(spiral)}`);
    await page.waitForFunction(
      () => document.querySelector('[data-metric=points]')?.getAttribute('data-value') === '500',
    );
    // Loading comes to rest; what follows is the page alone, then training.
    await page.waitForTimeout(1500);
    const idleFramesPerSecond = await countFrames(page, 2000);
    await watch(page);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    return { ...(await page.evaluate(() => globalThis.watched!)), idleFramesPerSecond };
  } finally {
    await context.close();
  }
}

type Watched = Omit<PageRun, 'idleFramesPerSecond'>;

/** On the page: what `watch` is going to find. */
declare global {
  var watched: Promise<Watched> | undefined;
}

function countFrames(page: Page, lengthMs: number): Promise<number> {
  return page.evaluate(
    (lengthMs) =>
      new Promise<number>((resolve) => {
        const startMs = performance.now();
        let frames = 0;
        const frame = () => {
          frames++;
          const passedMs = performance.now() - startMs;
          if (passedMs < lengthMs) requestAnimationFrame(frame);
          else resolve((frames * 1000) / passedMs);
        };
        requestAnimationFrame(frame);
      }),
    lengthMs,
  );
}

/** Starts to watch from the next click on. */
function watch(page: Page): Promise<void> {
  return page.evaluate(
    ({ wantedLoss, watchedMs, longestMs }) => {
      const metric = (name: string) =>
        document.querySelector(`[data-metric=${name}]`)?.getAttribute('data-value') ?? '';
      const follow = (startMs: number, done: (run: Watched) => void) => {
        let frames = 0;
        let secondsToLoss: number | null = null;
        let longestTaskMs = 0;
        new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) {
            if (startTime >= startMs) longestTaskMs = Math.max(longestTaskMs, duration);
          }
        }).observe({ type: 'longtask' });
        const frame = () => {
          frames++;
          const passedMs = performance.now() - startMs;
          const loss = metric('testLoss');
          if (loss !== '' && Number(loss) < wantedLoss) secondsToLoss ??= passedMs / 1000;
          if (passedMs < watchedMs || (secondsToLoss === null && passedMs < longestMs)) {
            requestAnimationFrame(frame);
            return;
          }
          const framesPerSecond = (frames * 1000) / passedMs;
          done({ secondsToLoss, framesPerSecond, longestTaskMs, device: metric('device') });
        };
        requestAnimationFrame(frame);
      };
      globalThis.watched = new Promise((resolve) => {
        const start = () => follow(performance.now(), resolve);
        document.addEventListener('click', start, { capture: true, once: true });
      });
    },
    { wantedLoss, watchedMs, longestMs },
  );
}
