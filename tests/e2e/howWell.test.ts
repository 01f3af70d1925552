/** How well the model does: the loss of every point and the points behind the numbers of the confusion matrix. The table is in table.test. */
import type { Locator, Page } from '@playwright/test';
import { axe, button, colours, expect, networkLink, open, plane, shownPage, test } from './page';

const losses = (page: Page) => page.getByRole('slider', { name: /^Loss of each point/ });

const numbers = async (locator: Locator) =>
  (await locator.allTextContents()).map((text) => Number(text.replaceAll('−', '-')));

async function openHowWell(page: Page): Promise<void> {
  await open(page, `lang=en&page=how-well${networkLink}`);
  await expect.poll(() => colours(losses(page))).toBeGreaterThan(4);
}

test('points, their losses and the cells of the confusion matrix ring each other; axe finds nothing in them, on a phone either', async ({
  page,
}) => {
  await openHowWell(page);
  await test.step('the read-out tells the loss of the point under the pointer, as the picture of the losses does', async () => {
    await losses(page).focus();
    await page.keyboard.press('ArrowLeft');
    const ring = plane(page).locator('[data-pointed]');
    await expect(ring).toHaveCount(1);
    const pointed = await ring.getAttribute('data-pointed');
    const box = await ring.boundingBox();
    if (!box) throw new Error('the ring is not on the page');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(ring).toHaveAttribute('data-pointed', pointed ?? '');
    const readout = plane(page).locator('[data-readout]');
    await expect(readout).toContainText(/−log a[₁₂₃₄] = /);
    // The other way round: the point under the pointer is the one that the picture reads off.
    const reading = page.locator('[data-reading]');
    await expect(reading).toContainText(`point ${Number(pointed) + 1}`);
    const [shown] = await numbers(readout.locator('[data-loss]'));
    const [loss] = await numbers(reading.locator('dd').last());
    expect(shown).toBeCloseTo(loss ?? Number.NaN, 1);
    await page.mouse.move(10, 10);
    await expect(ring).toHaveCount(0);
  });

  await test.step('a cell of the confusion matrix rings its points and lets them go; precision and recall fit beside the cells', async () => {
    const matrix = page.getByRole('table', { name: 'Training points' });
    const cell = matrix
      .getByRole('button', { name: /^truly class 1, predicted class \d, points: [1-9]/ })
      .first();
    await expect(cell).toBeVisible();
    const [count] = await numbers(cell);
    await cell.click();
    await expect(cell).toHaveAttribute('aria-pressed', 'true');
    const rings = plane(page).locator('[data-selected]');
    await expect(rings).toHaveAttribute('data-selected', String(count));
    await expect(button(page, `Delete selected (${count})`).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(cell).toHaveAttribute('aria-pressed', 'false');
    await expect(rings).toHaveCount(0);

    const test = page.getByRole('table', { name: 'Test points' });
    await expect(test.getByRole('columnheader', { name: 'recall' })).toBeVisible();
    await expect(test.getByRole('rowheader', { name: 'precision' })).toBeVisible();
    const column = await page.getByRole('tabpanel').boundingBox();
    for (const one of [matrix, test]) {
      const box = await one.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((column?.x ?? 0) + (column?.width ?? 0));
    }
  });

  await test.step('a dot under the pointer rings its point; pressed, it pins the probe and selects nothing', async () => {
    const box = await losses(page).boundingBox();
    if (!box) throw new Error('the picture of losses is not on the page');
    // Somewhere on the curve −log a there are dots, whether its axis ends at 2 or at 5: a sweep along it finds one.
    const ring = plane(page).locator('[data-pointed]');
    for (let step = 0; step < 200 && (await ring.count()) === 0; step++) {
      const share = 0.15 + 0.8 * (step / 200);
      const x = box.x + 46 + share * (box.width - 60);
      for (const top of [2, 5]) {
        const y = box.y + box.height - 20 + (Math.log(share) / top) * (box.height - 32);
        if ((await ring.count()) === 0) await page.mouse.move(x, y);
      }
    }
    await expect(ring).toHaveCount(1);
    await page.mouse.down();
    await page.mouse.up();
    await expect(plane(page).locator('[data-probe=pinned]')).toHaveCount(1);
    await expect(plane(page).locator('[data-selected]')).toHaveCount(0);
    await plane(page).focus();
    await page.keyboard.press('Escape');
    await page.mouse.move(10, 10);
    await expect(plane(page).locator('[data-probe=pinned]')).toHaveCount(0);
  });

  await test.step('axe finds nothing in losses, confusion and table, on a phone either', () =>
    expectReadable(page, /^Points: 400/));
});

/** On a wide screen, and on a phone, where the table scrolls inside. */
async function expectReadable(page: Page, summary: RegExp): Promise<void> {
  await expect(shownPage(page).getByText(summary).first()).toBeVisible();
  await expect(page.getByRole('grid').locator('tbody tr').first()).toBeVisible();
  const violations = async () =>
    (await axe(page).include('#page').analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map((node) => node.html),
    ]);
  expect(await violations()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('grid').scrollIntoViewIfNeeded();
  await expect(page.getByRole('grid')).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await violations()).toEqual([]);
}

test('axe finds nothing in losses, confusion and table in Chinese, on a phone either', async ({ page }) => {
  await open(page, `lang=zh&page=how-well${networkLink}`);
  await expectReadable(page, /400/);
});
