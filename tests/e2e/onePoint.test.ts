/** The page One point: a point on its way through the model, why it is the one that is shown, and the update that it alone would make. */
import type { Locator, Page } from '@playwright/test';
import {
  axe,
  button,
  colours,
  expect,
  figure,
  networkLink,
  open,
  plane,
  press,
  shownPage,
  showPage,
  spotOn,
  stepEpoch,
  test,
} from './page';

const steps = (page: Page) => page.getByRole('list', { name: 'From this point to its loss, step by step' });
const subject = (page: Page) => shownPage(page).getByRole('heading', { level: 2 });
const mark = (page: Page) => plane(page).locator('[data-probe]');

/** Numbers as the page writes them: −0.58, or 5.4·10⁻⁵. */
const numbers = async (locator: Locator) => (await locator.allTextContents()).map(numberIn);

function numberIn(text: string): number {
  const [digits, exponent] = text.replace('−', '-').split('·10');
  const plain = exponent?.replace(/./g, (sign) => (sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))));
  return Number(plain === undefined ? digits : `${digits}e${plain}`);
}

/** The steps belong together: what is written of z makes what is written of a and of the loss. Answers the loss. */
async function checkSteps(page: Page): Promise<number> {
  const values = (step: string, row = '') => steps(page).locator(`[data-step=${step}] ${row} [data-value]`);
  const logits = await numbers(values('z'));
  const outputs = await numbers(values('a'));
  expect(logits).toHaveLength(4);
  const sum = logits.reduce((total, z) => total + Math.exp(z), 0);
  for (const [j, a] of outputs.entries()) expect(a).toBeCloseTo(Math.exp(logits[j] ?? 0) / sum, 2);
  await expect(steps(page).locator('[data-sum=a]')).toHaveText('Σ = 1');
  const [truth] = await numbers(values('z', '[data-truth]'));
  const [loss] = await numbers(steps(page).locator('[data-loss]'));
  // From rounded z: −log a of the true class, whose a is too small to be read.
  expect(loss).toBeCloseTo(Math.log(sum) - (truth ?? 0), 1);
  return loss ?? Number.NaN;
}

test('until one is chosen it is the point in the middle, and training goes on with it; a place is pinned by keyboard or by the tool, followed, and let go; axe finds nothing in it, on a phone either', async ({
  page,
}) => {
  await open(page);
  await test.step('until one is chosen it is the point in the middle; a softmax that adds up to 1 leads to its loss, and training goes on with it', async () => {
    await expect(
      shownPage(page).getByText(/^Nothing chosen yet: this is point \d+, in the middle of the data\./),
    ).toBeVisible();
    await expect(mark(page)).toHaveCount(1);
    const shown = await subject(page).textContent();
    const before = await checkSteps(page);
    await button(page, 'Write out the numbers of class 3')
      .or(button(page, 'Write out the numbers of class 3 (true class)'))
      .click();
    await expect(steps(page).locator('[data-written=z]')).toContainText(/^z₃ = .*·.* = /);
    await stepEpoch(page);
    await stepEpoch(page);
    await expect.poll(() => numbers(steps(page).locator('[data-loss]'))).not.toEqual([before]);
    await checkSteps(page);
    await expect(subject(page)).toHaveText(shown ?? '');
  });

  await test.step('a place is pinned by keyboard, followed, and let go', async () => {
    await plane(page).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    for (let i = 0; i < 7; i++) await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('i');
    await expect(page.getByText(/Pinned: 3\.00, 7\.00/)).toBeAttached();
    await expect(subject(page)).toHaveText(
      'This place x = (3.00, 7.00), no point stands here, so there is no true class',
    );
    await expect(steps(page)).toContainText('No point stands here, so there is no loss.');
    await expect(mark(page)).toContainText('this point');
    await button(page, 'Let go').click();
    await expect(mark(page)).not.toHaveAttribute('data-probe', 'pinned');
    await plane(page).focus();
    await page.keyboard.press('i');
    await expect(mark(page)).toHaveAttribute('data-probe', 'pinned');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-probe=pinned]')).toHaveCount(0);
  });

  await test.step('the tool One point pins where it is pressed and dragged, and places no points', async () => {
    await page.keyboard.press('p');
    await expect(button(page, 'One point')).toHaveAttribute('aria-pressed', 'true');
    await press(page, 0.9, 0.9);
    await expect(subject(page)).toContainText('x = (6.4');
    const end = await spotOn(page, 0.1, 0.9);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 8 });
    await page.mouse.up();
    await expect(subject(page)).toContainText('x = (−6.4');
    expect(await figure(page, 'points')).toBe(400);
    // Elsewhere the pointer is still told what lies there, while the page stays with what is pinned.
    await page.mouse.move(end.x + 150, end.y - 20);
    await expect(plane(page).locator('[data-readout]')).not.toContainText('x = (−6.4');
    await expect(subject(page)).toContainText('x = (−6.4');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-probe=pinned]')).toHaveCount(0);
  });

  await test.step('axe finds nothing in it, and on a phone it is read from top to bottom', () =>
    expectReadable(page));
});

test('a point chosen among the losses is pinned, and its update alone is taken apart', async ({ page }) => {
  await open(page, `lang=en&page=how-well${networkLink}`);
  const losses = page.getByRole('slider', { name: /^Loss of each point/ });
  await expect.poll(() => colours(losses)).toBeGreaterThan(4);
  await losses.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await showPage(page, 'One point');
  const pinned = shownPage(page).getByText(/^Point \d+, pinned\./);
  await expect(pinned).toBeVisible();
  await expect(mark(page)).toHaveAttribute('data-probe', 'pinned');
  const [, n] = /^Point (\d+)/.exec((await pinned.textContent()) ?? '') ?? [];
  await shownPage(page).getByText('2 hidden layers in between, units: 8 · 8').click();
  await expect(shownPage(page).getByText('Hidden layer 2, units: 8')).toBeVisible();
  await shownPage(page).getByText(`One step: gradient and update from point ${n} alone`).click();
  await expect(shownPage(page).locator('[data-stage]')).toContainText('What goes in');
  await button(page, 'Next point').click();
  await expect(pinned).not.toHaveText(new RegExp(`^Point ${n},`));
});

/** A pinned point, on a wide screen, and on a phone from top to bottom. */
async function expectReadable(page: Page): Promise<void> {
  await page.getByRole('application').focus();
  await page.keyboard.press('i');
  await expect(page.locator('[data-probe=pinned]')).toHaveCount(1);
  await expect(shownPage(page).locator('[data-step=loss]')).toBeVisible();
  const { violations } = await axe(page).include('#page').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const list = shownPage(page).locator('ol');
  await expect
    .poll(() => list.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBeLessThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('axe finds nothing in it in Chinese, and on a phone it is read from top to bottom', async ({ page }) => {
  await open(page, 'lang=zh');
  await expectReadable(page);
});
