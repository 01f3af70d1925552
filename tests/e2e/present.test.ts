/** Present: every page of questions in type for a projector, whole in the width of its column. */
import type { Page } from '@playwright/test';
import { tabbedPages } from '../../src/store/pages';
import { expect, open, shownPage, test } from './page';

/** Sizes of the texts of the page, in CSS pixels; indices, powers and numbers along axes are what they are. */
function textSizes(page: Page): Promise<{ least: number; most: number; over: number; isLoading: boolean }> {
  return shownPage(page)
    .getByRole('tabpanel')
    .evaluate((panel) => {
      const sizes: number[] = [];
      const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement!;
        const isHidden = element.closest('svg, sup, sub, .katex *, .visually-hidden');
        const box = element.getBoundingClientRect();
        if (!node.textContent?.trim() || isHidden || box.width <= 1 || box.height <= 1) continue;
        sizes.push(Number.parseFloat(getComputedStyle(element).fontSize));
      }
      return {
        least: Math.min(...sizes),
        most: Math.max(
          ...sizes,
          ...[...panel.querySelectorAll('.katex')].map((formula) =>
            Number.parseFloat(getComputedStyle(formula).fontSize),
          ),
        ),
        over: panel.scrollWidth - panel.clientWidth,
        isLoading: sizes.length < 3,
      };
    });
}

for (const lang of ['en', 'zh'] as const) {
  test(`every page is written large on every projector, in ${lang}`, async ({ page }) => {
    for (const name of tabbedPages) {
      await open(page, `lang=${lang}&mode=present&page=${name}`);
      for (const [width, height] of [
        [1280, 720],
        [1366, 768],
        [1920, 1080],
      ] as const) {
        const at = `${name} at ${width} × ${height}`;
        await page.setViewportSize({ width, height });
        await expect.poll(async () => (await textSizes(page)).isLoading, at).toBe(false);
        // Drawings take their size a frame after the page.
        await expect.poll(async () => (await textSizes(page)).over, at).toBeLessThanOrEqual(0);
        const { least, most } = await textSizes(page);
        expect(least, at).toBeGreaterThanOrEqual(20);
        expect(most, at).toBeGreaterThanOrEqual(26);
      }
    }
  });
}

test('One point writes out z of the row that is pointed at, down to its loss, and goes backward once it is pinned', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, 'lang=en&mode=present&page=one-point&point=37');
  const written = page.locator('[data-written=z]');
  await expect(written).toHaveText(/^z. = .*·.* = /);
  for (const [row, symbol] of ['z₁', 'z₂', 'z₃', 'z₄'].entries()) {
    const cells = page.locator('tbody tr').nth(row);
    await cells.hover();
    const sum = await cells.locator('[data-column=z]').textContent();
    await expect(written).toHaveText(new RegExp(`^${symbol} = .* = ${sum}$`));
  }
  await expect(page.locator('p[data-loss]')).toBeInViewport({ ratio: 1 });
  await page.getByText(/from point 38 alone/).click();
  await expect(page.locator('[data-step-of="37"]').getByRole('slider').first()).toBeVisible();
});
