/** What the page does when the machine lets it down: no WebGL, a lost context, a worker that dies, a browser that keeps nothing. */
import type { Page } from '@playwright/test';
import { button, chooseDevice, expect, figure, metric, open, stepEpoch, test } from './page';

/** Runs `before` in the training worker ahead of its own code. */
async function sabotage(page: Page, before: string): Promise<void> {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${before}\n${await response.text()}` });
  });
}

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

test('when the context is lost, training goes on from the last weights on WASM and says so', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await sabotage(
    page,
    `const getContext = OffscreenCanvas.prototype.getContext;
     OffscreenCanvas.prototype.getContext = function (...asked) { return (globalThis.gl = getContext.apply(this, asked)); };
     addEventListener('message', ({ data }) => {
       if (data.type === 'step' && globalThis.gl) globalThis.gl.getExtension('WEBGL_lose_context').loseContext();
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
});

test('a worker that dies is replaced and goes on from the last weights', async ({ page }) => {
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
