/** Every drawing in every state, from the gallery page: drawn, not flat, without errors, and readable for axe. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './page';

test.describe.configure({ timeout: 120_000 });

test('every case of the gallery is drawn', async ({ page }) => {
  await page.goto('./gallery.html');
  const figures = page.locator('figure');
  await expect.poll(() => figures.count()).toBeGreaterThan(25);
  const undrawn = () =>
    figures.evaluateAll((elements) =>
      elements
        .filter((element) => !element.querySelector('canvas, svg, table, button, input, [role]'))
        .map((element) => element.id),
    );
  await expect.poll(undrawn).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the gallery, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./gallery.html');
    await expect.poll(() => page.locator('figure').count()).toBeGreaterThan(25);
    // What a network is worked with by hand comes later than its picture.
    await expect(page.locator('figure [data-unit]').first()).toBeVisible({ timeout: 20_000 });
    const axe = new AxeBuilder({ page });
    // In the dark nothing differs but colours.
    const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}
