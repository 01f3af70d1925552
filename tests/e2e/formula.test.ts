/** The mathematics of the model, live, and how symbols and diagram light each other. */
import type { Locator, Page } from '@playwright/test';
import { axe, button, expect, figure, networkLink, open, stepEpoch, test } from './page';

async function openFormula(page: Page, lang: 'en' | 'zh' = 'en') {
  await open(page, `lang=${lang}&page=formula${networkLink}`);
  return page.getByRole('tabpanel', { name: lang === 'zh' ? '公式' : 'Formula' });
}

/** In the stages of an update, which show all that the formulas do. */
async function expectNoViolations(page: Page, panel: Locator): Promise<void> {
  await expect(panel.locator('[data-row] table').first()).toBeVisible();
  const { violations } = await axe(page).include('#page').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test('the whole model is written with the numbers of this moment, its symbols and the diagram light each other, and formulas are copied as LaTeX', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const panel = await openFormula(page);
  await test.step('the whole model is written with the numbers of this moment, which follow training', async () => {
    await expect(panel.locator('[data-equation=layer3] math')).toHaveCount(6);
    await expect(panel.locator('[data-equation=loss]')).toContainText('log');
    await expect(panel.locator('[data-matrix]')).toHaveCount(0);
    await panel.getByText('With numbers', { exact: true }).click();
    // The matrix of the weights and the column of the biases, by their names.
    await expect(panel.locator('[data-equation=layer3] math')).toHaveCount(8);
    const kernel = panel.locator('[data-matrix="W^{[1]}"]');
    const before = await kernel.textContent();
    await stepEpoch(page);
    await expect.poll(() => kernel.textContent()).not.toBe(before);
    const loss = await figure(page, 'trainLoss');
    const cost = panel.locator('[data-equation=cost] dd').last();
    // Only numbers in sight follow the run.
    await cost.scrollIntoViewIfNeeded();
    await expect(cost).toHaveText(`= ${loss.toFixed(4)}`);
  });

  await test.step('a symbol lights what it stands for in the diagram, and a unit there its symbols', async () => {
    await button(page, 'Start over').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(0);
    const highlight = page.locator('[data-highlight]');
    await panel.locator('[data-equation=layer2] [data-symbol=b2]').first().hover();
    await expect(highlight.locator('[data-ring^="1,"]')).toHaveCount(8);
    await expect(highlight.getByText('b = 0.00')).toHaveCount(8);
    await expect(panel.getByText('biases of hidden layer 2, one for each unit')).toBeVisible();
    await panel.locator('[data-matrix="W^{[2]}"] [data-entry="0,1"]').hover();
    await expect(highlight.locator('[data-value=weight]')).toHaveCount(1);
    await page.mouse.move(5, 5);
    await expect(highlight).toHaveCount(0);

    await page.getByRole('button', { name: 'Hidden layer 1, unit 3, ReLU' }).hover();
    await expect(panel.locator('[data-equation=layer1] [data-symbol=W1][data-lit]').first()).toBeVisible();
    await expect(panel.locator('[data-matrix="W^{[1]}"] [data-entry="2,0"]')).toHaveAttribute(
      'data-lit',
      'true',
    );
    await expect(panel.locator('[data-symbol=W2][data-lit]')).toHaveCount(0);
  });

  await test.step('formulas are copied as LaTeX, one or all with their numbers', async () => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await panel.locator('[data-equation=loss]').hover();
    await panel.locator('[data-equation=loss]').getByRole('button', { name: 'Copy as LaTeX' }).click();
    expect(await clipboard()).toBe('\\[ L = -\\log a^{[3]}_{y} \\]');
    await panel.getByRole('button', { name: 'Copy everything as LaTeX, with numbers' }).click();
    await expect.poll(clipboard).toContain('W^{[1]} = \\left[\\begin{array}{rr}');
  });
});

test('one update is gone through stage by stage, lights the diagram, and is what Step makes, or is that of a single point; axe finds nothing in it', async ({
  page,
}) => {
  const panel = await openFormula(page);
  await panel.getByText('With numbers', { exact: true }).click();
  await test.step('one update is gone through stage by stage, lights the diagram, and is what Step makes', async () => {
    await stepEpoch(page);
    await button(page, 'One update').click();
    const title = panel.locator('[data-stage]');
    await expect(title).toHaveText('1 of 11What goes in');
    await button(page, 'Next stage').click();
    await page.keyboard.press('ArrowRight');
    await expect(title).toHaveText('3 of 11Forward through hidden layer 2');
    await expect(page.locator('[data-highlight] [data-ring^="1,"]')).toHaveCount(8);
    await expect(panel.locator('[data-row="Z^{[2]}"] table')).toHaveCount(4);
    await panel.locator('[data-row="A^{[2]}"] [data-entry="0,1"]').hover();
    await expect(page.locator('[data-pointed]')).toHaveCount(1);
    await panel.getByRole('slider', { name: 'Stage' }).focus();
    await page.keyboard.press('End');
    await expect(title).toHaveText('11 of 11Update of the output layer');
    await button(page, 'Make this update').click();
    const difference = Number(await panel.locator('[data-difference]').getAttribute('data-difference'));
    expect(difference).toBeLessThan(1e-5);
    await button(page, 'Follow the next one').click();
    await expect(title).toHaveText('1 of 11What goes in');
  });

  await test.step('axe finds nothing in it', () => expectNoViolations(page, panel));

  await test.step('one update can be that of a single point, by number; while training runs there is a way to pause', async () => {
    await button(page, 'Start over').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(0);
    await panel.getByText('One point', { exact: true }).click();
    const field = panel.getByRole('textbox', { name: 'Point' });
    await field.fill('7');
    await field.press('Enter');
    await expect(page.locator('[data-probe=pinned]')).toHaveCount(1);
    await expect(panel.locator('[data-row="a^{[0]}"] table tr')).toHaveCount(2);
    await field.fill('9000');
    await field.press('Enter');
    await expect(panel.getByText(/9000 is out of range; type a number from 1 to 400/)).toBeVisible();
    await button(page, 'Play').click();
    await expect(panel.getByText(/pause it to look at a single update/)).toBeVisible();
    await panel.getByRole('button', { name: 'Pause' }).click();
    await expect(panel.locator('[data-stage]')).toContainText('What goes in');
  });
});

test('axe finds nothing in the formulas in Chinese', async ({ page }) => {
  const panel = await openFormula(page, 'zh');
  await panel.getByText('带数值', { exact: true }).click();
  await expect(panel.locator('[data-matrix]').first()).toBeVisible();
  await button(page, '一次更新').click();
  await expectNoViolations(page, panel);
});
