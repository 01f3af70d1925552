/** The one browser of a run, and the workers on the benchmark page as objects that Node can call. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../scripts/browser.js';
import type { BenchPage } from './page';
import type { SubjectId } from './subject';
import type { Opened, WorkerMethods } from './worker';
import type { Task } from './works';

/** A call that takes longer is given up: something hangs. */
const longestCallMs = 120_000;

type Result<M extends keyof WorkerMethods> = Awaited<ReturnType<WorkerMethods[M]>>;

/** The page's global, seen from functions that run there. */
declare global {
  var bench: BenchPage;
}

export class BenchWorker {
  constructor(
    private readonly page: Page,
    private readonly number: number,
  ) {}

  /** Throws Error when the worker does, or when it does not answer. */
  async call<M extends keyof WorkerMethods>(
    method: M,
    ...given: Parameters<WorkerMethods[M]>
  ): Promise<Result<M>> {
    const answer = await withinLimit(
      this.page.evaluate(([number, method, given]) => globalThis.bench.call(number, { method, given }), [
        this.number,
        method,
        given as unknown[],
      ] as const),
    );
    if ('error' in answer) throw new Error(answer.error);
    return answer.result as Result<M>;
  }

  end(): Promise<void> {
    return this.page.evaluate((number) => globalThis.bench.end(number), this.number);
  }
}

export interface OpenWorker {
  readonly worker: BenchWorker;
  readonly opened: Extract<Opened, { available: true }>;
}

export class BenchBrowser {
  private constructor(
    readonly browser: Browser,
    private readonly page: Page,
  ) {}

  static async launch(address: string): Promise<BenchBrowser> {
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      args: browserArguments,
      ...(executablePath ? { executablePath } : {}),
    });
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
    await page.goto(address);
    return new BenchBrowser(browser, page);
  }

  renderer(): Promise<string> {
    return this.page.evaluate(() => globalThis.bench.renderer());
  }

  async start(): Promise<BenchWorker> {
    return new BenchWorker(this.page, await this.page.evaluate(() => globalThis.bench.start()));
  }

  /** A worker with the subject ready in it, or why there is none. */
  async open(subject: SubjectId, task: Task): Promise<OpenWorker | { readonly reason: string }> {
    const worker = await this.start();
    const opened = await worker
      .call('open', subject, task)
      .catch((error: unknown): Opened => ({ available: false, reason: String(error) }));
    if (opened.available) return { worker, opened };
    await worker.end();
    return { reason: opened.reason };
  }
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${longestCallMs / 1000} s`)), longestCallMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
