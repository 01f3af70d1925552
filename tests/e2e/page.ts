/** The page as a test sees it: opened with a language, its figures read by the names that scripts may rely on. */
import AxeBuilder from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect as baseExpect,
  type CDPSession,
  type Locator,
  type Page,
} from '@playwright/test';
import { encodeLink } from '../../src/persistence/link';
import { networkExperiment } from '../support/testExperiment';

/** The browser profile that the tests of a worker share, and a hold on it. */
interface Shared {
  readonly browser: Browser;
  context?: BrowserContext;
  storage?: CDPSession;
}

/**
 * Tests share one browser profile, whose storage and permissions each finds empty: a fresh profile reads and compiles the whole page
 * anew, which takes as long as most tests. One with fingers, or that asks for it, has a profile of its own.
 */
export const test = base.extend<
  { hasOwnContext: boolean; expectedFaults: RegExp | null },
  { shared: Shared }
>({
  hasOwnContext: [false, { option: true }],
  expectedFaults: [null, { option: true }],
  shared: [
    async ({ browser }, use) => {
      const shared: Shared = { browser };
      await use(shared);
      await shared.context?.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ baseURL, shared, hasOwnContext, hasTouch }, use) => {
    if (hasOwnContext || hasTouch) {
      const own = await shared.browser.newContext();
      await use(own);
      await own.close();
      return;
    }
    shared.context ??= await shared.browser.newContext();
    const { context } = shared;
    if (!shared.storage) {
      const keeper = await context.newPage();
      await keeper.goto('./icon.svg');
      shared.storage = await context.newCDPSession(keeper);
    }
    const [keeper] = context.pages();
    await shared.storage.send('Storage.clearDataForOrigin', {
      origin: new URL(baseURL ?? '').origin,
      storageTypes: 'all',
    });
    await use(context);
    for (const page of context.pages()) if (page !== keeper) await page.close();
    await context.clearPermissions();
  },
  page: async ({ page, expectedFaults }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await use(page);
    // A worker that is just being replaced may still be asking for its program.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const unexpected = faults.filter((fault) => !expectedFaults?.test(fault));
    expect(unexpected, 'errors on the page').toEqual([]);
  },
});

/** Playwright asks ever more seldom, in the end once a second: what takes two seconds would be noticed after three. */
const intervals = [50, 100, 100, 150, 200, 250];

export const expect = new Proxy(baseExpect, {
  get: (target, name) => (name === 'poll' ? poll : (Reflect.get(target, name) as unknown)),
});

const poll: typeof baseExpect.poll = (actual, options) =>
  baseExpect.poll(actual, {
    intervals,
    ...(typeof options === 'string' ? { message: options } : options),
  });

/** Opens the page in English and waits for the first picture of the model that the address asks for. */
export async function open(page: Page, query = 'lang=en'): Promise<void> {
  await page.goto(`./?${query}`);
  await page.waitForFunction(() => performance.getEntriesByName('document-open').length === 1);
  // Figures of a document that was there before go with the next frame.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await page.waitForFunction(
    () => document.querySelector<HTMLElement>('[data-metric=device]')?.dataset.value,
  );
}

/** The raw number (or word) of a figure of the run; empty when there is none. */
export async function metric(page: Page, name: string): Promise<string> {
  return (await page.locator(`[data-metric=${name}]`).getAttribute('data-value')) ?? '';
}

export async function figure(page: Page, name: string): Promise<number> {
  const text = await metric(page, name);
  return text === '' ? Number.NaN : Number(text);
}

/** An audit for accessibility. Only violations are carried over, and in one step: the page has no frames of other origins. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** A server closes a connection that was idle for some seconds, perhaps as it is used again. */
export const resent = { maxRetries: 2 };

/** Runs `before` in the training worker ahead of its own code. */
export async function sabotage(page: Page, before: string): Promise<void> {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch(resent);
    await route.fulfill({ response, body: `${before}\n${await response.text()}` });
  });
}

/** Chooses a device by the first words of its name. */
export async function chooseDevice(page: Page, name: 'Automatic' | 'WASM' | 'GPU' | 'CPU'): Promise<void> {
  const dialog = await openMore(page);
  await dialog.locator('label', { hasText: new RegExp(`^${name}`) }).click();
  await expect(dialog.getByRole('radio', { name: new RegExp(`^${name}`) })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

export function plane(page: Page): Locator {
  return page.getByRole('application', { name: 'Decision boundary' });
}

/** A spot of the plane in page pixels, from shares of its width and height. */
export async function spotOn(page: Page, across: number, down: number): Promise<{ x: number; y: number }> {
  const box = await plane(page).boundingBox();
  if (!box) throw new Error('the plane is not on the page');
  return { x: box.x + across * box.width, y: box.y + down * box.height };
}

export async function press(page: Page, across: number, down: number): Promise<void> {
  const { x, y } = await spotOn(page, across, down);
  await page.mouse.click(x, y);
}

/** Takes all points away, lets go of what is selected or pinned, and takes up the brush of the first class. */
export async function empty(page: Page): Promise<void> {
  await plane(page).focus();
  // While points are selected there is no button for all of them.
  await page.keyboard.press('Escape');
  if ((await figure(page, 'points')) > 0) await button(page, 'Clear').click();
  await expect.poll(() => figure(page, 'points')).toBe(0);
  await page.keyboard.press('1');
}

export async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const start = await spotOn(page, ...from);
  const end = await spotOn(page, ...to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 12 });
  await page.mouse.up();
}

/** How many different colours the first canvas of an element shows, sampled; 1 means flat. */
export function colours(element: Locator): Promise<number> {
  return element
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d');
      if (!context) return 0;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<string>();
      for (let i = 0; i < data.length; i += 4 * 97) seen.add(data.slice(i, i + 4).join());
      return seen.size;
    });
}

/** For the address, last: the first document's data with 2 – 8 – 8 – 4 units, ReLU, softmax, Adam with α = 0.01. */
export const networkLink = encodeLink(networkExperiment);

export type PageName =
  | 'One point'
  | 'Formula'
  | 'Code'
  | 'How well'
  | 'Why'
  | 'Cost surface'
  | 'Output surface'
  | 'Hidden layer'
  | 'Diagnostics'
  | 'Runs';

/** The page at the right. */
export function shownPage(page: Page): Locator {
  return page.locator('#page');
}

/** Opens a page at the right, by its tab or, if it has none, by the menu. */
export async function showPage(page: Page, name: PageName): Promise<void> {
  const tab = shownPage(page).getByRole('tab', { name, exact: true });
  const more = shownPage(page).getByRole('button', { name: 'More', exact: true });
  await expect(more).toBeVisible();
  if (!(await tab.isVisible())) {
    await more.click();
    await page.getByRole('menu').getByText(name, { exact: true }).click();
  } else await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

/** Opens the settings of a step by its part of the sentence. */
export async function openSheet(page: Page, step: 'Data' | 'Model' | 'Loss' | 'Training'): Promise<void> {
  const part = page
    .getByRole('region', { name: 'Experiment' })
    .getByRole('button', { name: new RegExp(`^${step}:`) });
  if ((await part.getAttribute('aria-expanded')) !== 'true') await part.click();
  await expect(part).toHaveAttribute('aria-expanded', 'true');
}

/** One epoch by the step button, whose unit is then the epoch. */
export async function stepEpoch(page: Page): Promise<void> {
  const unit = page.getByRole('button', { name: /Step by:/ });
  if (!/one epoch/.test((await unit.textContent()) ?? '')) {
    await unit.click();
    await page.getByRole('option', { name: 'one epoch' }).click();
    await expect(unit).toContainText('one epoch');
  }
  const before = await figure(page, 'epoch');
  await button(page, 'One step').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(before + 1);
}

/** Opens what stands behind "More of the page"; Escape closes it. */
export async function openMore(page: Page): Promise<Locator> {
  await button(page, 'More of the page').click();
  const dialog = page.getByRole('dialog', { name: 'More of the page' });
  await expect(dialog.getByRole('radiogroup', { name: 'Device' })).toBeVisible();
  return dialog;
}
