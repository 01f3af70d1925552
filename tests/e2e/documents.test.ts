/** Experiments that come from outside, good and bad, and what outlives a visit. */
import { readdirSync } from 'node:fs';
import { button, expect, figure, metric, open, test } from './page';

test('a reload brings back what was made', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /moons/i }).click();
  await expect(page.getByRole('button', { name: /moons/i })).toHaveAttribute('aria-pressed', 'true');
  await page.waitForTimeout(700);
  await page.reload();
  await expect(page.getByRole('button', { name: /moons/i })).toHaveAttribute('aria-pressed', 'true');
});

test('a change to an example outlives a reload, and an example only looked at leaves what was kept', async ({
  page,
}) => {
  await open(page, 'lang=en&example=xor-relu');
  await expect(page.getByRole('button', { name: 'XOR', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await button(page, 'Clear').click();
  await expect(page).not.toHaveURL(/example/);
  await page.reload();
  await expect.poll(() => figure(page, 'points')).toBe(0);
  await open(page, 'lang=en&example=spiral-two');
  await expect(page.getByRole('button', { name: /spiral/i })).toHaveAttribute('aria-pressed', 'true');
  await page.goto('./?lang=en#plane');
  await expect.poll(() => figure(page, 'points')).toBe(0);
});

test('a link holds the whole experiment', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'lang=en&example=regression-sine');
  await expect.poll(() => page.getByText('Fitted curve').count()).toBe(1);
  await button(page, 'Share').click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const points = await metric(page, 'points');
  const other = await context.newPage();
  await other.goto(link.replace('#', '?lang=en#'));
  await expect(other.getByText('Fitted curve')).toBeVisible();
  expect(await metric(other, 'points')).toBe(points);
});

for (const [what, address, sentence] of [
  ['a damaged link', 'lang=en#e=AAAA!', /link is damaged or incomplete/],
  ['an unknown example', 'lang=en&example=nothing-here', /no example named “nothing-here”/],
  ['an example with a path in its name', 'lang=en&example=../index', /no example named/],
] as const) {
  test(`${what} ends in one sentence and leaves the page at work`, async ({ page }) => {
    await page.goto(`./?${address}`);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect.poll(() => figure(page, 'points')).toBe(400);
    await button(page, 'One step').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(1);
  });
}

for (const [what, text, sentence] of [
  ['no JSON', '{"version":1,', /not valid JSON/],
  ['a future version', '{"version":99}', /newer Quadrant \(version 99\)/],
  ['a value out of range', null, /training\.learningRate is 1000/],
] as const) {
  test(`a file with ${what} is refused by name and value`, async ({ page }) => {
    await page.addInitScript(() => {
      // Without the file system access API the page falls back to a plain file input, which a test can fill.
      Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
    });
    await open(page);
    const chosen = page.waitForEvent('filechooser');
    await button(page, 'Open').click();
    const example = await page.evaluate(async () => (await fetch('examples/xor-relu.json')).text());
    const content = text ?? example.replace(/"learningRate":\s*[\d.e-]+/, '"learningRate": 1000');
    await (await chosen).setFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
    await expect(page.getByText('The file mine.json was not opened')).toBeVisible();
    await expect(page.getByText(sentence)).toBeVisible();
    expect(await figure(page, 'points')).toBe(400);
  });
}

test('every example of the menu is there and opens', async ({ page }) => {
  await open(page);
  const names = readdirSync('public/examples').map((file) => file.replace('.json', ''));
  await button(page, 'Examples').click();
  await expect(page.getByRole('menuitem')).toHaveCount(names.length);
  await page.getByRole('menuitem', { name: 'XOR with ReLU' }).click();
  await expect(page.getByRole('button', { name: 'XOR', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
