/** What the page does when the machine lets it down: no WebGL, a lost context, a worker that dies, a browser that keeps nothing. */
import type { Page, Request } from '@playwright/test';
import {
  button,
  chooseDevice,
  expect,
  figure,
  metric,
  open,
  openSheet,
  sabotage,
  shownPage,
  stepEpoch,
  test,
} from './page';

test('without WebGL the choice of it is answered in words, and training goes on', async ({ page }) => {
  await sabotage(page, 'OffscreenCanvas.prototype.getContext = () => null;');
  await open(page);
  await stepEpoch(page);
  const loss = await metric(page, 'trainLoss');
  await chooseDevice(page, 'GPU');
  await expect(page.getByText('This browser offers no WebGL; training runs on WASM SIMD.')).toBeVisible();
  expect(await metric(page, 'device')).toBe('wasm');
  expect(await metric(page, 'trainLoss')).toBe(loss);
  await stepEpoch(page);
});

test('without SIMD the CPU trains, and the choice of WASM is answered in words', async ({ page }) => {
  await sabotage(page, 'WebAssembly.validate = () => false;');
  await open(page);
  expect(await metric(page, 'device')).toBe('reference');
  await chooseDevice(page, 'WASM');
  await expect(page.getByText(/no WebAssembly SIMD; training runs on CPU \(reference\)/)).toBeVisible();
  // The sentence comes before the first picture of the device that took over.
  await expect.poll(() => metric(page, 'device')).toBe('reference');
  await stepEpoch(page);
});

test('when the context is lost, training goes on from the last weights on WASM and says so', {
  tag: '@core',
}, async ({ page }) => {
  test.setTimeout(90_000);
  await sabotage(
    page,
    `const getContext = OffscreenCanvas.prototype.getContext;
     OffscreenCanvas.prototype.getContext = function (...asked) { return (globalThis.gl = getContext.apply(this, asked)); };
     addEventListener('message', ({ data }) => {
       if (data.type !== 'step' || !globalThis.gl || globalThis.wasLost) return;
       globalThis.wasLost = true;
       globalThis.gl.getExtension('WEBGL_lose_context').loseContext();
     });`,
  );
  await open(page);
  await chooseDevice(page, 'GPU');
  await expect.poll(() => metric(page, 'device'), { timeout: 30_000 }).toBe('webgl');
  const loss = await figure(page, 'trainLoss');
  await button(page, 'One step').click();
  await expect(page.getByText(/graphics processor was lost/)).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => metric(page, 'device')).toBe('wasm');
  await expect.poll(() => figure(page, 'trainLoss')).toBeLessThan(loss);
  await test.step('chosen again, the graphics processor is tried again', async () => {
    await chooseDevice(page, 'GPU');
    await expect.poll(() => metric(page, 'device'), { timeout: 30_000 }).toBe('webgl');
    await stepEpoch(page);
  });
});

test('a surface whose context is lost comes back', async ({ page }) => {
  await open(page, 'lang=en&page=output-surface');
  const drawn = page.locator('[data-drawn]');
  await expect(drawn).toBeVisible();
  const first = await drawn.locator('canvas').first().elementHandle();
  await first.evaluate((canvas) => {
    (canvas as HTMLCanvasElement).getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect.poll(() => first.evaluate((canvas) => canvas.isConnected)).toBe(false);
  await expect(drawn).toBeVisible();
  const lost = await drawn
    .locator('canvas')
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).getContext('webgl')?.isContextLost());
  expect(lost).toBe(false);
});

test('a worker that dies is replaced and goes on from the last weights', { tag: '@core' }, async ({
  page,
}) => {
  await sabotage(
    page,
    `addEventListener('message', ({ data }) => {
       if (data.type === 'device') setTimeout(() => { throw new Error('sabotage'); });
     });`,
  );
  await open(page);
  await stepEpoch(page);
  const loss = await figure(page, 'trainLoss');
  await chooseDevice(page, 'WASM');
  await expect(page.getByText(/interrupted and started again from the last weights/)).toBeVisible();
  await expect.poll(() => figure(page, 'epoch')).toBe(1);
  expect(await figure(page, 'trainLoss')).toBeCloseTo(loss, 5);
  await stepEpoch(page);
});

test('a browser without storage costs a sentence, not the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      value: {
        open: () => {
          throw new Error('no');
        },
      },
    });
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new Error('no');
      },
    });
  });
  await open(page);
  await button(page, 'Clear').click();
  await button(page, 'Undo').click();
  await expect(page.getByText(/keeps nothing for this page/)).toBeVisible();
  await stepEpoch(page);
});

/** Said in the place of a part, or among the notices. */
const missing = (page: Page) => page.getByText(/could not be loaded|没有载入/);

/** Presses every 'Try again' that is on the page, until nothing is missing. */
async function tryAgain(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: /^(Try again|重试)$/ });
  await expect(async () => {
    for (let left = await again.count(); left > 0; left--) await again.first().click({ timeout: 2000 });
    await expect(missing(page)).toHaveCount(0, { timeout: 2000 });
  }).toPass();
}

/** Files that the page asks for by itself after the first paint, in their order. */
async function laterFiles(page: Page, query: string): Promise<string[]> {
  const names: string[] = [];
  const note = (request: Request) => {
    const [, name] = /\/assets\/(lazy-[^/]+\.js)$/.exec(request.url()) ?? [];
    if (name) names.push(name);
  };
  page.on('request', note);
  await open(page, query);
  await expect(page.locator('[data-unit]').first()).toBeVisible();
  await expect(page.getByRole('tab').first()).toBeVisible();
  page.off('request', note);
  return names;
}

test.describe('files that do not come', () => {
  // The browser names each file, the page each part.
  test.use({ expectedFaults: /^Failed to load resource: net::ERR_FAILED|a part of the page was not loaded/ });

  test('whichever file of the start is missing, the page is there and trains, says so, and brings it when it is asked again', async ({
    page,
  }) => {
    test.setTimeout(process.env.VITE_FULL ? 1_200_000 : 180_000);
    const query = 'lang=zh';
    const files = await laterFiles(page, query);
    expect(files.length).toBeGreaterThan(40);
    // The dialogs' file comes beforehand, unasked; a press asks for it once more (the next test).
    const asked = files.filter((name) => !name.startsWith('lazy-PopoverDialog'));
    const walked = process.env.VITE_FULL ? asked : asked.filter((_, i) => i % 9 === 1);
    for (const name of walked) {
      await test.step(name, async () => {
        await page.route(`**/assets/${name}`, (route) => route.abort());
        await page.goto(`./?${query}`);
        await expect(missing(page).first(), name).toBeVisible();
        await expect(page.locator('#plane [role=application]')).toBeVisible();
        await page.getByRole('button', { name: /^(Play|开始训练)$/ }).click();
        await expect.poll(() => figure(page, 'epoch'), name).toBeGreaterThan(0);
        await page.unroute(`**/assets/${name}`);
        await tryAgain(page);
        await expect(page.getByRole('button', { name: /^暂停$/ }), name).toBeVisible();
        await expect(page.locator('[data-unit]').first(), name).toBeVisible();
        await expect(page.getByRole('tab', { name: '一个点' }), name).toBeVisible();
      });
    }
  });

  test('offline, what was not visited leaves one sentence in its place, actions say so, and all of it comes when the network is back', {
    tag: '@core',
  }, async ({ page }) => {
    await open(page, 'lang=en');
    await expect(page.getByRole('tab', { name: 'Formula' })).toBeVisible();
    await expect(button(page, 'Examples')).toBeVisible();
    await page.route('**/assets/**', (route) => route.abort());
    await button(page, 'Play').click();
    await test.step('a page', async () => {
      await page.getByRole('tab', { name: 'Formula' }).click();
      await expect(shownPage(page).getByText(/This part of the page could not be loaded/)).toBeVisible();
    });
    await test.step('a page that does not come again offers a reload, too', async () => {
      await button(page, 'Try again').click();
      await expect(shownPage(page).getByRole('button', { name: 'Reload' })).toBeVisible();
    });
    await test.step('a sheet', async () => {
      await openSheet(page, 'Training');
      await expect(page.locator('[data-sheets]').getByText(/This part of the page/)).toBeVisible();
    });
    await test.step('an action, and a language', async () => {
      await button(page, '中文').click();
      await page.getByRole('menuitemradio', { name: '中文' }).click();
      await expect(
        page.getByText('A part of the page could not be loaded; the rest works on.'),
      ).toBeVisible();
    });
    await test.step('training goes on', async () => {
      const epoch = await figure(page, 'epoch');
      await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(epoch);
    });
    await page.unroute('**/assets/**');
    await tryAgain(page);
    await expect(page.getByRole('application', { name: '决策边界' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(shownPage(page).locator('math').first()).toBeAttached();
    const unstyled = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
            ({ sheet }) => sheet === null,
          ).length,
      );
    await expect.poll(unstyled, 'style sheets come, too').toBe(0);
  });
});

test('a GPU that could not be had is said, another device trains, and it is tried again when it is asked for', async ({
  page,
}) => {
  await sabotage(
    page,
    `const { prototype } = OffscreenCanvas;
     const { getContext } = prototype;
     let choices = 0;
     prototype.getContext = function (...given) { return choices < 3 ? null : getContext.apply(this, given); };
     addEventListener('message', ({ data }) => {
       if (data.type === 'device' && data.device === 'webgl') choices += 1;
     });`,
  );
  await open(page);
  const missing = page.getByText(/This browser offers no WebGL; training runs on WASM/);
  await chooseDevice(page, 'GPU');
  await expect(missing).toBeVisible();
  await stepEpoch(page);
  expect(await metric(page, 'device')).toBe('wasm');
  await chooseDevice(page, 'WASM');
  await expect(missing).toBeHidden();
  await chooseDevice(page, 'GPU');
  await expect(missing).toBeVisible();
  await button(page, 'Try again').click();
  await expect.poll(() => metric(page, 'device')).toBe('webgl');
  await expect(missing).toBeHidden();
});
