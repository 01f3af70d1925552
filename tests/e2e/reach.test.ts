/** The page for everyone: axe, two languages, both themes, three sizes, keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import { button, expect, figure, open, test } from './page';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const lang of ['en', 'zh'] as const) {
    test(`axe finds nothing in ${colorScheme}, ${lang}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, `lang=${lang}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
  }
}

test('axe finds nothing in the popover of the devices, which fits on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const lang of ['en', 'zh']) {
    await open(page, `lang=${lang}`);
    await page.getByRole('button', { name: /^(Device|计算设备)/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeInViewport({ ratio: 1 });
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
});

test('the language switches in place and is kept', async ({ page }) => {
  await open(page);
  await button(page, 'One step').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(1);
  await button(page, '中文').click();
  await expect(page.getByRole('heading', { name: '决策边界' })).toBeVisible();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await figure(page, 'epoch')).toBe(1);
  await page.goto('./');
  await expect(page.getByRole('heading', { name: '决策边界' })).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`nothing runs over the side at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const lang of ['en', 'zh']) {
      await open(page, `lang=${lang}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await expect(page.getByRole('button', { name: /^(Play|开始训练)$/ })).toBeInViewport();
    }
  });
}

test('at 1440 × 900 everything is in one screen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  const scroll = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main > *')].map(
      (element) => element.scrollHeight - element.clientHeight,
    ),
  );
  expect(Math.max(...scroll)).toBeLessThanOrEqual(0);
});

test('a learner without a mouse reaches Play and trains', async ({ page }) => {
  await open(page);
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.textContent);
    if (name === 'Play') break;
  }
  await page.keyboard.press('Enter');
  await expect(button(page, 'Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(button(page, 'Play')).toBeVisible();
});

test('a typed value out of range is refused with the value and the range', async ({ page }) => {
  await open(page);
  const noise = page.getByRole('textbox', { name: 'Noise, typed' });
  await noise.fill('7');
  await noise.press('Enter');
  await expect(page.getByText(/7 is out of range; type a number from 0 to 2/)).toBeVisible();
});
