/** Links as people paste, bend and share them, and the documents that they must not cost anybody. */
import type { Page } from '@playwright/test';
import { defaultExperiment, type Experiment } from '../../src/engine/experiment';
import { encodeLink } from '../../src/persistence/link';
import { button, expect, figure, networkLink, open, openMore, press, spotOn, stepEpoch, test } from './page';

/** `count` own points on a spiral. */
function spiral(count: number): Experiment {
  const { data } = defaultExperiment;
  const turned = (of: (angle: number) => number) =>
    Array.from({ length: count }, (_, i) => (7 * i * of(0.05 * i)) / count);
  const y = Array.from({ length: count }, (_, i) => i % 4);
  const source = { kind: 'own', x1: turned(Math.cos), x2: turned(Math.sin), y } as const;
  return { ...defaultExperiment, data: { ...data, source } };
}

const points = (page: Page) => figure(page, 'points');
const linkField = (page: Page) => page.getByRole('textbox', { name: 'Link' });
/** As somebody pastes it into the address bar of an open tab. */
const paste = (page: Page, hash: string) =>
  page.evaluate((pasted) => {
    location.hash = pasted;
  }, hash);

async function earlier(page: Page): Promise<ReturnType<Page['getByRole']>> {
  await openMore(page);
  await button(page, 'Earlier documents').click();
  return page.getByRole('menuitem');
}

test('a link pasted into the open tab opens, and undo brings back what was there', { tag: '@core' }, async ({
  page,
}) => {
  await open(page);
  await press(page, 0.5, 0.5);
  await expect.poll(() => points(page)).toBe(401);
  await paste(page, encodeLink(spiral(60)));
  await expect.poll(() => points(page)).toBe(60);
  await button(page, 'Undo').click();
  await expect.poll(() => points(page)).toBe(401);
  await button(page, 'Redo').click();
  await expect.poll(() => points(page)).toBe(60);
  await paste(page, '#e=damaged');
  await expect(page.getByText(/link is damaged or incomplete/)).toBeVisible();
  expect(await points(page)).toBe(60);
});

test('a link bent on its way opens, in a new tab and in an open one', async ({ page }) => {
  for (const [what, bend] of [
    ['an escaped sign', (link: string) => link.replace('=', '%3D')],
    ['a bracket', (link: string) => `${link})`],
    ['a Chinese full stop', (link: string) => `${link}。`],
    ['a full stop', (link: string) => `${link}.`],
    ['a comma', (link: string) => `${link},`],
    ['a line break inside', (link: string) => link.replace(/(.{50})/, '$1\n')],
    ['spaces inside', (link: string) => link.replace(/(.{50})/g, '$1 ')],
    ['escaped spaces', (link: string) => link.replace(/(.{50})/g, '$1%20')],
  ] as const) {
    // From another page, or the browser takes the new link for a place in the old page.
    await page.goto('about:blank');
    await open(page, `lang=en${bend(encodeLink(spiral(60)))}`);
    await expect.poll(() => points(page), what).toBe(60);
    await paste(page, bend(encodeLink(spiral(90))));
    await expect.poll(() => points(page), what).toBe(90);
  }
});

test('Share shows the link, selected, and copies it', { tag: '@core' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `lang=en${encodeLink(spiral(400))}`);
  await button(page, 'Share').click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  await expect(linkField(page)).toBeFocused();
  const link = await linkField(page).inputValue();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(link);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(link.length).toBeLessThan(3800);
  const address = page.url();
  await page.keyboard.press('Escape');
  expect(page.url()).toBe(address);
});

test('a frame without a clipboard says where the link is, and its address bar is not spoken of', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open(page);
  const address = page.url();
  await button(page, 'Share').click();
  await expect(page.getByText(/the link is selected, copy it from the field/)).toBeVisible();
  await expect(page.getByText(/address bar|Link copied/)).toHaveCount(0);
  const link = await linkField(page).inputValue();
  expect(link).toContain('#e=');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(link);
  expect(page.url()).toBe(address);
});

test('a link that no program would leave whole is a file instead', async ({ page }) => {
  await open(page, `lang=en${encodeLink(spiral(6000))}`);
  await expect.poll(() => points(page)).toBe(6000);
  await button(page, 'Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByText(/Save the experiment as a file instead/)).toBeVisible();
  await expect(linkField(page)).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
});

test('weights set by hand travel in the link, before training and during it', async ({ page, context }) => {
  await open(page, `lang=en&speed=once${networkLink}`);
  const untouched = await figure(page, 'trainLoss');
  const unit = (tab: Page) => tab.locator('[data-layer="0"][data-unit="2"]').first();
  const weight = (tab: Page) =>
    tab.locator('[data-unit-editor]').getByRole('textbox', { name: 'Weight from x₁, typed' });
  const set = async (value: string) => {
    const before = await figure(page, 'trainLoss');
    await unit(page).click();
    await weight(page).fill(value);
    await weight(page).press('Enter');
    await expect.poll(() => figure(page, 'trainLoss')).not.toBe(before);
    await page.keyboard.press('Escape');
  };
  const opened = async () => {
    await button(page, 'Share').click();
    await expect(page.getByText(/weights that you set by hand are in it/)).toBeVisible();
    const link = await linkField(page).inputValue();
    await page.keyboard.press('Escape');
    const other = await context.newPage();
    await other.goto(link.replace('#', '?lang=en#'));
    return other;
  };
  await set('−3,5');
  const first = await opened();
  await expect.poll(() => figure(first, 'trainLoss')).toBe(await figure(page, 'trainLoss'));
  await unit(first).click();
  await expect(weight(first)).toHaveValue('-3.5');
  await first.keyboard.press('Escape');
  await button(first, 'Start over').click();
  await expect.poll(() => figure(first, 'trainLoss')).toBe(untouched);
  await stepEpoch(page);
  await set('２');
  const second = await opened();
  await expect.poll(() => figure(second, 'trainLoss')).toBe(await figure(page, 'trainLoss'));
});

test('a link opened and touched leaves the visitor’s own work to come back to, which undo takes back', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Clear').click();
  for (const across of [0.2, 0.4, 0.6]) await press(page, across, 0.5);
  await expect.poll(() => points(page)).toBe(3);
  await page.reload();
  await expect.poll(() => points(page)).toBe(3);
  // In a tab of its own, as from a mail.
  await page.goto('about:blank');
  await open(page, `lang=en${encodeLink(spiral(60))}`);
  await expect.poll(() => points(page)).toBe(60);
  await press(page, 0.95, 0.05);
  await expect.poll(() => points(page)).toBe(61);
  await expect(page).not.toHaveURL(/#e=/);
  const items = await earlier(page);
  await expect(items).toHaveCount(1);
  await expect(items.first()).toContainText('your own points');
  await expect(items.first()).toContainText('points: 3');
  await items.first().click();
  await expect.poll(() => points(page)).toBe(3);
  await page.keyboard.press('Escape');
  await button(page, 'Undo').click();
  await expect.poll(() => points(page)).toBe(61);
});

test('the last ten documents can be had back, and those only looked at take no place', async ({ page }) => {
  await open(page);
  for (let made = 1; made <= 12; made++) {
    await paste(page, encodeLink(spiral(20 + made)));
    await expect.poll(() => points(page)).toBe(20 + made);
    if (made % 2 === 0) continue;
    await press(page, 0.95, 0.05 + 0.01 * made);
    await expect.poll(() => points(page)).toBe(21 + made);
    await expect(page).not.toHaveURL(/#e=/);
  }
  const items = await earlier(page);
  await expect(items).toHaveCount(6);
  await expect(items.first()).toContainText('points: 32');
});

test('two tabs write into documents of their own', async ({ page, context }) => {
  await open(page);
  await button(page, 'Clear').click();
  await press(page, 0.3, 0.3);
  await expect.poll(() => points(page)).toBe(1);
  await page.reload();
  await expect.poll(() => points(page)).toBe(1);
  const other = await context.newPage();
  await open(other);
  await expect.poll(() => points(other)).toBe(1);
  for (const across of [0.5, 0.7]) {
    const { x, y } = await spotOn(other, across, 0.5);
    await other.mouse.click(x, y);
  }
  await expect.poll(() => points(other)).toBe(3);
  await press(page, 0.6, 0.6);
  await expect.poll(() => points(page)).toBe(2);
  await other.reload();
  await expect.poll(() => points(other)).toBe(3);
  await page.reload();
  await expect.poll(() => points(page)).toBe(2);
  const items = await earlier(other);
  await expect(items.filter({ hasText: 'points: 2' })).toHaveCount(1);
});

test('what an older page kept is there', async ({ page }) => {
  const body = '<!doctype html><link rel="icon" href="data:,">';
  await page.route('**/examples/empty', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto('./examples/empty');
  await page.evaluate(async () => {
    await new Promise((done) => {
      indexedDB.deleteDatabase('quadrant').onsuccess = done;
    });
    const experiment: unknown = await (await fetch('xor-relu.json')).json();
    await new Promise<void>((done) => {
      const opening = indexedDB.open('quadrant', 2);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('kept').put(experiment, 'experiment');
        opening.result.createObjectStore('runs', { keyPath: 'id' });
      };
      opening.onsuccess = () => {
        opening.result.close();
        done();
      };
    });
  });
  await open(page);
  await expect(page.getByRole('button', { name: /^Data:/ })).toHaveText(/XOR/);
});
