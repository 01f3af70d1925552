/** Every drawing in every state, from the gallery page: drawn, not flat, without errors, and readable for axe. */
import { axe, expect, test } from './page';

test.describe.configure({ timeout: 180_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every case of the gallery is drawn, and axe finds nothing in it, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./gallery.html');
    const figures = page.locator('figure');
    await expect.poll(() => figures.count(), { timeout: 30_000 }).toBeGreaterThan(25);
    const undrawn = () =>
      figures.evaluateAll((elements) =>
        elements
          .filter((element) => !element.querySelector('canvas, svg, table, button, input, [role]'))
          .map((element) => element.id),
      );
    await expect.poll(undrawn, { timeout: 20_000 }).toEqual([]);
    // What a network is worked with by hand comes later than its picture.
    await expect(page.locator('figure [data-unit]').first()).toBeVisible({ timeout: 20_000 });
    // A fifth of all elements are the cells of one table; cells like them are in the smaller ones.
    const audit = axe(page).exclude('#matrix-scrolled td');
    // In the dark nothing differs but colours.
    const { violations } = await (colorScheme === 'dark'
      ? audit.withRules('color-contrast')
      : audit
    ).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}
