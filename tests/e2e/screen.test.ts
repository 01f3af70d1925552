/** The screen at the sizes that people have: nothing cut, nothing over the side, the plane the largest thing. */
import type { Page } from '@playwright/test';
import { button, expect, open, plane, test } from './page';

const sizes = [
  [1440, 900],
  [1366, 768],
  [1280, 720],
  [1024, 768],
  [390, 844],
] as const;

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
        if (part.matches('[data-film], [data-network]') && box.bottom > frame.bottom + 1)
          found.push(`${name} below`);
      }
    }
    return [...new Set(found)].slice(0, 5);
  });
}

for (const [width, height] of sizes) {
  for (const lang of ['en', 'zh'] as const) {
    test(`nothing is cut at ${width} × ${height} in ${lang}`, async ({ page }) => {
      test.setTimeout(60_000);
      await page.setViewportSize({ width, height });
      for (const example of examples) {
        await open(page, `lang=${lang}&${example}`);
        await page.evaluate(() => document.fonts.ready);
        // The diagram takes its size a frame after the page.
        await expect.poll(() => clipped(page), example).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, example).toBeLessThanOrEqual(0);
        await expect(page.getByRole('button', { name: /^(Play|开始训练)$/ })).toBeInViewport({ ratio: 1 });
      }
    });
  }
}

for (const [width, height, least] of [
  [1440, 900, 560],
  [1366, 768, 460],
  [1280, 720, 420],
  [1024, 768, 420],
  [390, 844, 330],
] as const) {
  test(`the plane is the largest thing at ${width} × ${height}, and near by keyboard`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const box = (await plane(page).boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(least);
    if (width > 1000) expect(box.y + box.height).toBeLessThanOrEqual(height);
    let stops = 0;
    for (; stops < 30; stops++) {
      await page.keyboard.press('Tab');
      if (await plane(page).evaluate((element) => element === document.activeElement)) break;
    }
    expect(stops).toBeLessThanOrEqual(15);
  });
}

test('from 1000 px on everything is in one screen', async ({ page }) => {
  for (const [width, height] of sizes.slice(0, 4)) {
    await page.setViewportSize({ width, height });
    await open(page);
    const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(over).toBeLessThanOrEqual(0);
  }
});

test('the skip button puts the focus on the plane', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(plane(page)).toBeFocused();
});

test('Present shows plane, one page and film in large type; arrows turn the pages, Escape leaves', async ({
  page,
}) => {
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
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-network]')).toBeVisible();
});

test('a prepared view shows and locks what its address says, trained so far, and can be unlocked', async ({
  page,
}) => {
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
