/** The page for everyone: axe, two languages, both themes, keyboard alone. */
import { axe, button, expect, figure, metric, open, openSheet, stepEpoch, test } from './page';

for (const lang of ['en', 'zh'] as const) {
  test(`axe finds nothing in light and dark, nor in what stands behind the button at the corner, which fits on a phone, ${lang}`, {
    tag: lang === 'zh' ? '@core' : [],
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, `lang=${lang}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await axe(page).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
        colorScheme,
      ).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: /^(More of the page|更多功能)$/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('radio').first()).toBeVisible();
    await expect(dialog).toBeInViewport({ ratio: 1 });
    const { violations } = await axe(page).include('[role=dialog]').analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
      'dialog',
    ).toEqual([]);
  });
}

test('a language is chosen from the menu by keys, switches in place and is kept', async ({ page }) => {
  await open(page);
  await stepEpoch(page);
  await button(page, '中文').press('Enter');
  const menu = page.getByRole('menu', { name: '中文' });
  await expect(menu.getByRole('menuitemradio', { name: 'English' })).toBeChecked();
  await page.keyboard.press('End');
  await expect(menu.getByRole('menuitemradio', { name: '中文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('application', { name: '决策边界' })).toBeVisible();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await figure(page, 'epoch')).toBe(1);
  await page.goto('./');
  await expect(page.getByRole('application', { name: '决策边界' })).toBeVisible();
  await expect(button(page, 'English')).toBeVisible();
});

test('a learner without a mouse reaches Play and trains; a typed value out of range is refused with the value and the range', {
  tag: '@core',
}, async ({ page }) => {
  await open(page);
  await test.step('a learner without a mouse reaches Play and trains', async () => {
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.textContent);
      if (name === 'Play') break;
    }
    await page.keyboard.press('Enter');
    await expect(button(page, 'Pause')).toBeVisible();
    await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(0);
    await page.keyboard.press('Space');
    await expect(button(page, 'Go on')).toBeVisible();
  });

  await test.step('a typed value out of range is refused with the value and the range', async () => {
    await openSheet(page, 'Data');
    const noise = page.getByRole('textbox', { name: 'Noise, typed' });
    await noise.fill('7');
    await noise.press('Enter');
    await expect(page.getByText(/7 is out of range; type a number from 0 to 2/)).toBeVisible();
  });
});

test('the sentence of a control leads to the card that is about it, by F1 and by the pointer, from within a dialog too, and the own experiment comes back', async ({
  page,
}) => {
  const card = page.locator('section[data-card]');
  const link = page.locator('body > [aria-hidden] button', { hasText: 'Try it in a lesson' });
  const own = 'lang=en&example=xor';
  await open(page, own);
  const points = await metric(page, 'points');
  await test.step('by F1 from the control', async () => {
    await button(page, 'Play').focus();
    await page.keyboard.press('F1');
    await expect(card).toHaveAttribute('data-card', 'descend');
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'learn');
  });
  await test.step('in a lesson no other card is offered', async () => {
    await button(page, 'One step').hover();
    await expect(page.locator('body > [aria-hidden]', { hasText: 'One update:' })).toBeVisible();
    await expect(link).toHaveCount(0);
  });
  await test.step('the own experiment comes back', async () => {
    await page.getByText('Explore', { exact: true }).first().click();
    await expect.poll(() => metric(page, 'points')).toBe(points);
  });
  await test.step('by the pointer, from a dialog, which lives until the press has ended', async () => {
    await page.locator('[data-layer="0"][data-unit="0"]').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Weight from x₁, typed' }).hover();
    await link.click();
    await expect(card).toHaveAttribute('data-card', 'by-hand');
    await expect(dialog).toHaveCount(0);
  });
});
