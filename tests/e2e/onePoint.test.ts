/** A point followed through the network, the loss of every point, and the points behind the numbers of the confusion matrix. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { button, expect, figure, open, plane, press, spotOn, test } from './page';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const chain = (page: Page) => page.getByRole('list', { name: /on its way through the model/ });
const losses = (page: Page) => page.getByRole('slider', { name: /^Loss of each point/ });

/** Numbers as the pictures write them, with a real minus sign. */
const numbers = async (locator: Locator) =>
  (await locator.allTextContents()).map((text) => Number(text.replaceAll('−', '-').replaceAll(',', '')));

async function train(page: Page): Promise<void> {
  for (let i = 0; i < 3; i++) await button(page, 'One step').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(3);
}

test('the probe shows a softmax that adds up to 1 and the loss it leads to, and goes along with training', async ({
  page,
}) => {
  await open(page);
  await tab(page, 'One point').click();
  await expect(page.getByText(/Rest the pointer on the plane/)).toBeVisible();
  await tab(page, 'Loss on points').click();
  // A press on a dot, here by keyboard, pins the probe to its point.
  await losses(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await tab(page, 'One point').click();
  await expect(chain(page)).toContainText('point ');

  const check = async () => {
    const logits = await numbers(chain(page).locator('[data-logit]'));
    const outputs = await numbers(chain(page).locator('[data-output]'));
    expect(logits).toHaveLength(4);
    const powers = logits.map((z) => Math.exp(z));
    const sum = powers.reduce((total, power) => total + power, 0);
    for (const [j, a] of outputs.entries()) expect(a).toBeCloseTo((powers[j] ?? 0) / sum, 3);
    await expect(chain(page).locator('[data-sum]')).toHaveText('Σ = 1.0000');
    const truth = await numbers(chain(page).locator('[data-truth] [data-output]'));
    const [loss] = await numbers(chain(page).locator('[data-loss]'));
    expect(loss).toBeCloseTo(-Math.log(truth[0] ?? 0), 2);
    return loss;
  };
  const before = await check();
  await train(page);
  await expect.poll(() => numbers(chain(page).locator('[data-loss]'))).not.toEqual([before]);
  await check();
});

test('the read-out tells the loss of the point under the pointer, as the picture of the losses does', async ({
  page,
}) => {
  await open(page);
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

test('a dot under the pointer rings its point; pressed, it pins the probe and selects nothing', async ({
  page,
}) => {
  await open(page);
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
});

test('a place is pinned by keyboard, followed, and let go', async ({ page }) => {
  await open(page);
  await tab(page, 'One point').click();
  await plane(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  for (let i = 0; i < 7; i++) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('i');
  await expect(page.getByText(/Pinned: 3\.00, 7\.00/)).toBeAttached();
  await expect(chain(page)).toContainText('x₁ = 3.000');
  await expect(chain(page)).toContainText('Only a point has a label');
  const mark = plane(page).locator('[data-probe=pinned]');
  await expect(mark).toContainText('this point');
  await button(page, 'Unpin').click();
  await expect(mark).toHaveCount(0);
  await plane(page).focus();
  await page.keyboard.press('i');
  await expect(mark).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(mark).toHaveCount(0);
});

test('the probe brush pins where it is pressed and dragged, and places no points', async ({ page }) => {
  await open(page);
  await tab(page, 'One point').click();
  await page.keyboard.press('p');
  await expect(button(page, 'One point')).toHaveAttribute('aria-pressed', 'true');
  await press(page, 0.9, 0.9);
  await expect(chain(page)).toContainText('x₁ = 6.4');
  const end = await spotOn(page, 0.1, 0.9);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
  await expect(chain(page)).toContainText('x₁ = −6.4');
  expect(await figure(page, 'points')).toBe(400);
  // Elsewhere the pointer is still told what lies there, while the probe stays.
  await page.mouse.move(end.x + 150, end.y - 20);
  await expect(plane(page).locator('[data-readout]')).not.toContainText('x = (−6.4');
  await expect(chain(page)).toContainText('x₁ = −6.4');
});

test('a cell of the confusion matrix rings its points and lets them go', async ({ page }) => {
  await open(page);
  await tab(page, 'Confusion').click();
  const cell = page
    .getByRole('table', { name: 'Training points' })
    .getByRole('button', { name: /^truly class 1, predicted class \d, points: [1-9]/ })
    .first();
  await expect(cell).toBeVisible();
  const [count] = await numbers(cell);
  await cell.click();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  const rings = plane(page).locator('[data-selected]');
  await expect(rings).toHaveAttribute('data-selected', String(count));
  await expect(button(page, `Delete selected (${count})`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-pressed', 'false');
  await expect(rings).toHaveCount(0);
});

test('four classes fit into the low dock, with precision and recall', async ({ page }) => {
  await open(page);
  await tab(page, 'Confusion').click();
  const table = page.getByRole('table', { name: 'Test points' });
  await expect(table.getByRole('columnheader', { name: 'recall' })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: 'precision' })).toBeVisible();
  const over = await page
    .getByRole('tabpanel')
    .evaluate((panel) => [panel.scrollHeight - panel.clientHeight, panel.scrollWidth - panel.clientWidth]);
  expect(Math.max(...over)).toBeLessThanOrEqual(0);
});

for (const [lang, names] of [
  ['en', ['Loss on points', 'Confusion', 'One point']],
  ['zh', ['各样本的损失', '混淆矩阵', '一个点']],
] as const) {
  test(`axe finds nothing in the closer looks, ${lang}`, async ({ page }) => {
    await open(page, `lang=${lang}`);
    await page.getByRole('application').focus();
    await page.keyboard.press('i');
    for (const name of names) {
      await tab(page, name).click();
      await expect(page.getByRole('tabpanel')).not.toContainText(/Loading|加载中/);
      const { violations } = await new AxeBuilder({ page }).include('[role=tabpanel]').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  });
}

test('on a phone the picture of a point is read from top to bottom', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await tab(page, 'One point').click();
  await plane(page).focus();
  await page.keyboard.press('i');
  const over = await chain(page).evaluate((list) => list.scrollWidth - list.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
