/** The screen at the sizes that people have: nothing cut, nothing over the side, the plane the largest thing. */
import type { Page } from '@playwright/test';
import { encodeLink } from '../../src/persistence/link';
import { networkExperiment } from '../support/testExperiment';
import { button, colours, expect, figure, open, openMore, openSheet, plane, press, test } from './page';

const everySize = [
  [1920, 1080],
  [1440, 900],
  [1366, 768],
  [1280, 720],
  [1024, 768],
  [390, 844],
  [360, 640],
] as const;
/** Without --full, `npm test` looks at every other one. */
const sizes = process.env.CORE ? everySize.filter((_, i) => i % 2 === 1) : everySize;

/** What each experiment puts into the sentence and the network: the first one, the widest sentence, many layers, many units. */
const examples = ['', 'example=spiral-four', 'example=regression-saddle'] as const;

/**
 * Names of what is not whole: elements of the sentence, the network, the tabs and the film that reach beyond the window's sides or
 * beyond a part of the screen that does not scroll.
 */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts =
      'header, [aria-label="Experiment"], [aria-label="实验"], [data-network], [role=tablist], [data-film]';
    const found: string[] = [];
    for (const part of document.querySelectorAll<HTMLElement>(parts)) {
      const frame = part.getBoundingClientRect();
      const right = Math.min(frame.right, document.documentElement.clientWidth) + 1;
      for (const element of part.querySelectorAll<HTMLElement>('*')) {
        const box = element.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1 || getComputedStyle(element).visibility === 'hidden') continue;
        if (element.closest('.visually-hidden')) continue;
        const name = `${part.tagName}: ${element.tagName} ${element.textContent.slice(0, 30)}`;
        if (box.right > right || box.left < frame.left - 1) found.push(`${name} over the side`);
        const style = getComputedStyle(element);
        const hides = style.overflowX === 'hidden' || style.textOverflow === 'ellipsis';
        if (hides && element.scrollWidth > element.clientWidth + 1) found.push(`${name} cut`);
        // A film that scrolls shows what is below when it is asked for.
        const isWhole =
          part.matches('[data-film], [data-network]') && getComputedStyle(part).overflowY !== 'auto';
        if (isWhole && box.bottom > frame.bottom + 1) found.push(`${name} below`);
      }
    }
    return [...new Set(found)].slice(0, 5);
  });
}

const figures = ['epoch', 'trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy', 'points', 'device'];

/** What holds at every size; answers where the plane is from 1280 px on. */
async function expectWhole(page: Page, of: string): Promise<unknown[]> {
  const planes: unknown[] = [];
  for (const [width, height] of sizes) {
    const at = `${of} at ${width} × ${height}`;
    await page.setViewportSize({ width, height });
    // The diagram takes its size a frame after the page.
    await expect.poll(() => clipped(page), at).toEqual([]);
    const { over, below } = await page.evaluate(() => ({
      over: document.documentElement.scrollWidth - innerWidth,
      below: document.documentElement.scrollHeight - innerHeight,
    }));
    expect(over, at).toBeLessThanOrEqual(0);
    // From 1000 px on everything is in one screen.
    if (width > 1000) expect(below, at).toBeLessThanOrEqual(0);
    await expect(page.getByRole('button', { name: /^(Play|开始训练)$/ }), at).toBeInViewport({ ratio: 1 });
    for (const name of figures) await expect(page.locator(`[data-metric=${name}]`), at).toHaveCount(1);
    if (width >= 1280) planes.push([width, height, await page.getByRole('application').boundingBox()]);
  }
  return planes;
}

for (const [mode, lang] of [
  ['explore', 'en'],
  ['explore', 'zh'],
  ['present', 'en'],
] as const) {
  test(`nothing is cut at any size, and the plane stays while the experiment changes, ${mode} in ${lang}`, {
    tag: mode === 'explore' && lang === 'en' ? '@core' : [],
  }, async ({ page }) => {
    const show = async (example: string) => {
      await open(page, `lang=${lang}&mode=${mode}&${example}`);
      await page.evaluate(() => document.fonts.ready);
      await expect.poll(() => figure(page, 'trainLoss')).toBeGreaterThan(0);
      return expectWhole(page, example);
    };
    const planes = await show('');
    // Clear is not among what Present shows; the keys of the plane are.
    await page.getByRole('application').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(() => figure(page, 'points')).toBe(0);
    expect(await expectWhole(page, 'no points')).toEqual(planes);
    for (const example of examples.slice(1)) expect(await show(example), example).toEqual(planes);
  });
}

/** The next Tab goes to the first thing of the page. */
function focusTop(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

test.describe('with fingers', () => {
  test.use({ hasTouch: true, isMobile: true });
  for (const lang of ['en', 'zh'] as const) {
    test(`a phone of 360 px is not made wider by what it shows, in ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      for (const epoch of ['', '&epoch=568']) {
        await open(page, `lang=${lang}&mode=explore${epoch}`);
        await expect(page.locator('#page h2').first()).toBeVisible();
        await expect.poll(() => clipped(page)).toEqual([]);
        // A phone's window grows with what is over its side.
        expect(await page.evaluate(() => innerWidth)).toBe(360);
      }
    });
  }
});

test('in a browser zoomed to 200 % the film takes a fifth of the height, and everything is reached', async ({
  page,
}) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await open(page);
  /** What the zoom leaves of a laptop's window. */
  for (const [width, height] of [
    [683, 384],
    [640, 360],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    const film = (await page.locator('[data-film]').boundingBox())!;
    expect(film.height).toBeLessThanOrEqual(height / 5);
    await expect.poll(() => clipped(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    // The whole plane is in sight at once, down to its lowest points.
    await plane(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const box = (await plane(page).boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThan(250);
    expect(box.y + box.height).toBeLessThanOrEqual(film.y);
    const points = await figure(page, 'points');
    for (const down of [0.02, 0.97]) await press(page, 0.06, down);
    await expect.poll(() => figure(page, 'points')).toBe(points + 2);
    // At the next size they would lie under the pointer, and a press on a point pins it.
    for (const left of [1, 0]) {
      await page.keyboard.press('Control+z');
      await expect.poll(() => figure(page, 'points')).toBe(points + left);
    }
    // The lowest thing of the page comes up from under the film; the pace is in it by keys.
    const network = page.locator('[data-network]');
    await network.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    const foot = (await network.boundingBox())!;
    expect(foot.y + foot.height).toBeLessThanOrEqual(height + 1);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const end = (await network.boundingBox())!;
    expect(end.y + end.height).toBeLessThanOrEqual(film.y + 1);
    const pace = page.getByRole('radio', { name: 'Slow' });
    await pace.focus();
    await expect(page.locator('label', { has: pace })).toBeInViewport({ ratio: 1 });
  }
});

test('every figure of the run is in the page once, of a view without a film', async ({ page }) => {
  await open(page, 'lang=en&mode=present&show=plane,point');
  for (const name of figures) await expect(page.locator(`[data-metric=${name}]`), name).toHaveCount(1);
  await expect.poll(() => figure(page, 'trainLoss')).toBeGreaterThan(0);
});

test('without test points their figures are there and have no value', async ({ page }) => {
  const data = { ...networkExperiment.data, testShare: 0 };
  await open(page, `lang=en${encodeLink({ ...networkExperiment, data })}`);
  await expect.poll(() => figure(page, 'trainLoss')).toBeGreaterThan(0);
  expect(await figure(page, 'testLoss')).toBeNaN();
  for (const name of figures) await expect(page.locator(`[data-metric=${name}]`), name).toHaveCount(1);
});

test('high contrast shows plane, thumbnails, bars and what is chosen, light and dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page);
    await openSheet(page, 'Data');
    await expect.poll(() => colours(plane(page).locator('xpath=..')), colorScheme).toBeGreaterThan(20);
    const bars = page.locator('[data-step=a] [aria-hidden=true] > span');
    const colourOf = (element: Element) => getComputedStyle(element).backgroundColor;
    const barColours = () =>
      bars.evaluateAll((all) => new Set(all.map((bar) => getComputedStyle(bar).backgroundColor)).size);
    await expect.poll(barColours, colorScheme).toBe(4);
    const ground = await page.locator('body').evaluate(colourOf);
    for (const bar of await bars.all()) expect(await bar.evaluate(colourOf), colorScheme).not.toBe(ground);
    const thumbnails = page.getByRole('button', { name: /blobs/i }).locator('svg, canvas');
    await expect(thumbnails.first(), colorScheme).toBeVisible();
    const outline = (element: Element) => getComputedStyle(element).outlineStyle;
    const chip = page.getByRole('toolbar', { name: 'Inputs' }).getByText('x₁²', { exact: true });
    expect(await chip.evaluate(outline), colorScheme).toBe('none');
    await chip.click();
    await expect.poll(() => chip.evaluate(outline), colorScheme).toBe('solid');
    const tick = page
      .getByRole('checkbox', { name: 'test points' })
      .locator('xpath=ancestor::label')
      .locator('svg');
    await expect(tick, colorScheme).toBeVisible();
    await page.locator('label', { hasText: 'test points' }).click();
    await expect(tick, colorScheme).toBeHidden();
    await chip.click();
    await expect.poll(() => chip.evaluate(outline), colorScheme).toBe('none');
    await page.locator('label', { hasText: 'test points' }).click();
    await expect(tick, colorScheme).toBeVisible();
  }
});

test('the plane is the largest thing, and near by keyboard: the skip button puts the focus on it', async ({
  page,
}) => {
  await open(page);
  await test.step('the skip button puts the focus on the plane', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(plane(page)).toBeFocused();
  });

  await test.step('the plane is the largest thing, and near by keyboard', async () => {
    for (const [width, height, least] of [
      [1440, 900, 560],
      [1366, 768, 460],
      [1280, 720, 420],
      [1024, 768, 420],
      [390, 844, 330],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = async () => (await plane(page).boundingBox())!;
      const size = async () => Math.min((await box()).width, (await box()).height);
      await expect.poll(size).toBeGreaterThanOrEqual(least);
      const { y, height: side } = await box();
      if (width > 1000) expect(y + side).toBeLessThanOrEqual(height);
      await focusTop(page);
      let stops = 0;
      for (; stops < 30; stops++) {
        await page.keyboard.press('Tab');
        if (await plane(page).evaluate((element) => element === document.activeElement)) break;
      }
      expect(stops, `${width} × ${height}`).toBeLessThanOrEqual(15);
    }
  });
});

test('Present shows plane, one page and film in large type; arrows turn the pages, Escape leaves', {
  tag: '@core',
}, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, 'lang=en&mode=present&page=one-point');
  await expect(page.locator('html')).toHaveCSS('font-size', '24px');
  await expect(page.locator('[data-network]')).toBeHidden();
  expect((await plane(page).boundingBox())!.width).toBeGreaterThan(360);
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName('One point');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName('Formula');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName('One point');
  await openMore(page);
  // What lies over the page goes first, also from the page below it.
  await plane(page).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[data-network]')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-network]')).toBeVisible();
});

test('a prepared view shows and locks what its address says, trained so far, and can be unlocked', {
  tag: '@core',
}, async ({ page }) => {
  await open(page, 'lang=en&show=sentence,plane,film&lock=training&point=37&epoch=12&speed=slow');
  await expect.poll(() => page.locator('[data-metric=epoch]').getAttribute('data-value')).toBe('12');
  await expect(page.getByRole('tablist')).toBeHidden();
  await page.getByRole('button', { name: /^Training:/ }).click();
  const rate = page.getByRole('textbox', { name: 'Learning rate α, typed' });
  await rate.fill('0.5');
  await rate.press('Enter');
  await expect(page.getByText(/locked in this prepared view/)).toBeVisible();
  await expect(rate).toHaveValue('0.1');
  await button(page, 'Unlock').click();
  await rate.fill('0.5');
  await rate.press('Enter');
  await expect(page.getByRole('button', { name: /^Training: .*0\.5/ })).toBeVisible();
});

test('what an address asks for that there is not is said, with what there is', async ({ page }) => {
  await open(page, 'lang=en&mode=cinema&point=99999');
  await expect(page.getByText(/mode is “cinema”.*explore, present/)).toBeVisible();
});
