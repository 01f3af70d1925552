/** What the page does with a worker that falls silent, comes late or not at all, or may not be; and where the page itself cannot start. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import {
  button,
  expect,
  figure,
  metric,
  networkLink,
  open,
  plane,
  resent,
  sabotage,
  stepEpoch,
  test,
} from './page';

/** The worker never comes back from what a message of this type begins. */
const loopOn = (type: string) =>
  `addEventListener('message', ({ data }) => { if (data.type === '${type}') for (;;); });`;

const silent = /has not answered for some seconds/;
const restarted = /interrupted and started again from the last weights/;

interface Said {
  readonly text: string;
  /** Epochs a second that the page showed with it. */
  readonly rate: string;
}

/** Keeps every sentence of the page: one that stands for three seconds alone may be missed on a busy machine. */
async function listen(page: Page): Promise<() => Promise<Said[]>> {
  await page.addInitScript(() => {
    const said: Said[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('[role=status]')) {
        if (!textContent || said.some(({ text }) => text === textContent)) continue;
        const rate =
          document.querySelector<HTMLElement>('[data-metric=epochsPerSecond]')?.dataset.value ?? '';
        said.push({ text: textContent, rate });
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: Said[] }).said);
}

test('an endless loop in the worker is said, and another goes on from the last picture; the next time on another device', async ({
  page,
}) => {
  await sabotage(page, loopOn('step') + loopOn('retune'));
  const said = await listen(page);
  await open(page);
  await test.step('the first time, while it plays', async () => {
    await button(page, 'Play').click();
    await expect.poll(() => metric(page, 'epochsPerSecond')).not.toBe('');
    // Another part of the plane is a setting that training takes over.
    await plane(page).focus();
    await page.keyboard.press('-');
    await expect(page.getByText(restarted)).toBeVisible();
    const first = (await said()).find(({ text }) => silent.test(text));
    expect(first, 'the rate goes with the silence').toMatchObject({ rate: '' });
    await expect(page.getByText(silent)).toBeHidden();
  });
  await test.step('training goes on from there', async () => {
    await expect.poll(() => metric(page, 'device')).toBe('wasm');
    const epoch = await figure(page, 'epoch');
    await button(page, 'Go on').click();
    await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(epoch);
  });
  await test.step('the second time another device takes over', async () => {
    await button(page, 'One step').click();
    await expect(page.getByText(/no longer answered, for the second time. It runs on CPU/)).toBeVisible();
    await expect.poll(() => metric(page, 'device')).toBe('reference');
  });
  await test.step('at last the page says that nothing helps, and Play is no lie; another run may help', async () => {
    await button(page, 'One step').click();
    await expect(page.getByText(/no longer answers on any device/)).toBeVisible();
    await button(page, 'Go on').click();
    await expect(button(page, 'Pause')).toHaveCount(0);
    await button(page, 'Start over').click();
    await expect(page.getByText(/no longer answers on any device/)).toBeHidden();
    await button(page, 'Play').click();
    await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(0);
  });
});

test('a loop that begins after something long is over is not taken for it', async ({ page }) => {
  // A worker loops as soon as something long is over: not the start of the run, whose picture ends that, but the trial of a device.
  await sabotage(
    page,
    `const post = postMessage.bind(self);
    const loop = new MessageChannel();
    let longOnes = 0;
    loop.port1.onmessage = () => { for (;;); };
    self.postMessage = (message, buffers) => {
      post(message, buffers);
      if (message.doing === 'long' && ++longOnes === 2) queueMicrotask(() => loop.port2.postMessage(null));
    };`,
  );
  const said = await listen(page);
  await open(page);
  await expect(page.getByText(restarted)).toBeVisible();
  expect((await said()).map(({ text }) => text)).toContainEqual(expect.stringMatching(silent));
});

test('a race whose worker loops for ever says so and can start over', async ({ page }) => {
  await sabotage(page, loopOn('pause'));
  const said = await listen(page);
  await open(page, `lang=en&page=runs${networkLink}`);
  await button(page, 'Start the race').click();
  await button(page, 'Pause: Race').click();
  await expect(page.getByText(/The race was interrupted/)).toBeVisible();
  expect((await said()).some(({ text }) => silent.test(text))).toBe(true);
  await button(page, 'Start over: Race').click();
  await button(page, 'Play: Race').click();
  await expect(button(page, 'Pause: Race')).toBeVisible();
});

test('a program that is slow to come is said, and what was asked meanwhile is done', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/worker-*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('./?lang=en');
  await button(page, 'Play').click();
  await expect(page.getByText(/Training is starting/)).toBeVisible();
  release();
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(0);
  await expect(page.getByText(/Training is starting/)).toBeHidden();
});

test.describe('without the program', () => {
  test.use({ expectedFaults: /^Failed to load resource/ });

  test('the page is there, says what to do, and Play is no lie', async ({ page }) => {
    await page.route('**/assets/worker-*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('./?lang=en');
    await expect(page.getByText(/The program that trains could not be loaded/)).toBeVisible();
    await button(page, 'Play').click();
    await expect(button(page, 'Pause')).toHaveCount(0);
    await button(page, 'One step').click();
    await page.unroute('**/assets/worker-*.js');
    await button(page, 'Reload').click();
    await expect(page.getByText(/The program that trains could not be loaded/)).toBeHidden();
    await stepEpoch(page);
  });
});

test.describe('from a file', () => {
  test.use({ expectedFaults: /file:|^Failed to load resource: net::ERR_FAILED/ });

  test('the page says in both languages what to do', async ({ page }) => {
    await page.goto(pathToFileURL(resolve('dist/index.html')).href);
    await expect(page.getByText(/open it\s+from a web server/)).toBeVisible();
    await expect(page.getByText(/请通过网页服务器打开/)).toBeVisible();
  });
});

test('where workers are refused by their address, one within the page trains', async ({ page }) => {
  await page.addInitScript(() => {
    const { Worker: Real } = globalThis;
    globalThis.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        if (!String(address).startsWith('blob:')) throw new DOMException('refused', 'SecurityError');
        super(address, options);
      }
    };
  });
  await open(page);
  await stepEpoch(page);
  expect(await metric(page, 'device')).toBe('wasm');
});

test.describe('in a frame without an origin', () => {
  // It has no storage: what reads it is told so.
  test.use({ hasOwnContext: true });

  test('the page is there and trains', async ({ page }) => {
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<iframe sandbox="allow-scripts" width="1300" height="800" src="./?lang=en"></iframe>',
      }),
    );
    // Servers of static pages let every origin read them.
    await page.route('**/assets/**', async (route) => {
      const response = await route.fetch(resent);
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    await page.goto('./host.html');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Play', exact: true }).click();
    const epoch = frame.locator('[data-metric=epoch]');
    await expect.poll(async () => Number(await epoch.getAttribute('data-value'))).toBeGreaterThan(0);
    await expect(frame.locator('[data-metric=device]')).toHaveAttribute('data-value', 'wasm');
  });
});

test('where no worker may be, the page is there and says so in both languages', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.Worker = (() => {
      throw new DOMException('refused', 'SecurityError');
    }) as unknown as typeof Worker;
  });
  for (const [lang, sentence, play] of [
    ['en', /Open it in a window of its own/, 'Play'],
    ['zh', /请在单独的窗口中打开本页/, '开始训练'],
  ] as const) {
    await page.goto(`./?lang=${lang}`);
    await expect(page.getByText(sentence)).toBeVisible();
    await button(page, play).click();
    await expect(button(page, play)).toBeVisible();
  }
});

for (const [what, before] of [
  ['memory', "WebAssembly.Memory = function () { throw new RangeError('no memory'); };"],
  ['compiler', "WebAssembly.Module = function () { throw new WebAssembly.CompileError('no'); };"],
] as const) {
  test(`without a ${what} for WebAssembly the CPU trains`, async ({ page }) => {
    await sabotage(page, before);
    await open(page);
    expect(await metric(page, 'device')).toBe('reference');
    await stepEpoch(page);
  });
}

/** Counts the messages of a type that the page sends to its workers. */
async function countSent(page: Page, type: string): Promise<() => Promise<number>> {
  await page.addInitScript((counted) => {
    Object.assign(globalThis, { sent: 0 });
    const { prototype } = Worker;
    const post = Object.getOwnPropertyDescriptor(prototype, 'postMessage')?.value as Worker['postMessage'];
    prototype.postMessage = new Proxy(post, {
      apply(original, worker: Worker, given: [{ type: string }]) {
        if (given[0].type === counted) (globalThis as unknown as { sent: number }).sent += 1;
        Reflect.apply(original, worker, given);
      },
    });
  }, type);
  return () => page.evaluate(() => (globalThis as unknown as { sent: number }).sent);
}

test('a figure goes on when its worker has died', async ({ page }) => {
  await sabotage(
    page,
    `let pictures = 0;
     addEventListener('message', ({ data }) => {
       if (data.type === 'acknowledge' && ++pictures === 30) setTimeout(() => { throw new Error('sabotage'); });
     });`,
  );
  const plays = await countSent(page, 'play');
  await page.goto('./?lang=en&figure=four-classes');
  await expect.poll(plays).toBe(1);
  await expect.poll(plays).toBe(2);
  const epoch = await figure(page, 'epoch');
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(epoch);
});

test('the window of a speaker starts no worker', async ({ page }) => {
  await page.goto('./?lang=en&speaker');
  await expect(page.getByText(/its notes appear here/)).toBeVisible();
  expect(page.workers()).toHaveLength(0);
});

test('a tab that is hidden in the middle of a picture goes on training', async ({ page }) => {
  const drawn = await countSent(page, 'acknowledge');
  await open(page);
  await button(page, 'Play').click();
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(0);
  await page.evaluate(() => {
    // No more frames come, so that the picture at work is never finished.
    globalThis.requestAnimationFrame = () => 0;
  });
  let before = -1;
  await expect
    .poll(async () => {
      const isAtRest = before === (await drawn());
      before = await drawn();
      return isAtRest;
    })
    .toBe(true);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(drawn).toBeGreaterThan(before + 2);
});
