/** The experiment as a program: shown, marked where it changed, copied and saved. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { axe, button, expect, networkLink, open, openSheet, shownPage, test } from './page';

const program = (page: Page) => page.locator('[data-program]');
const marked = (page: Page) => program(page).locator('[data-changed]');
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const short = (page: Page): Locator => page.locator('[data-short-program]');
const status = (page: Page): Locator => shownPage(page).getByRole('status');

async function openWhole(page: Page, lang: 'en' | 'zh' = 'en'): Promise<void> {
  await open(page, `lang=${lang}&page=code${networkLink}`);
  await button(page, lang === 'zh' ? '完整程序' : 'Whole program').click();
  await expect(program(page)).toBeVisible();
}

async function typeLearningRate(page: Page, value: string): Promise<void> {
  await openSheet(page, 'Training');
  const field = page.getByRole('textbox', { name: /^Learning rate.*typed$/ });
  await field.fill(value);
  await field.press('Enter');
}

test('the three steps follow the experiment in a few lines that can be copied, and say what only the whole program has', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'lang=en&page=code');
  await expect(short(page)).toContainText("Dense(4, activation='softmax')");
  await expect(short(page)).toContainText('Only in the whole program:');
  await expect(program(page)).toHaveCount(0);
  await typeLearningRate(page, '0.03');
  await expect(short(page)).toContainText('0.03');
  await button(page, 'Copy these lines').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("activation='softmax'");
  expect(copied).toContain('0.03');
});

test('the whole program marks what changes, in every library, says what a hand did to the run, and is copied with what is too long to show', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWhole(page);
  await test.step('a change of the experiment marks the line that says it, in every library, and brings it into sight', async () => {
    await expect(marked(page)).toHaveCount(0);
    await typeLearningRate(page, '0.03');
    await expect(marked(page)).toHaveText(/learning_rate=0\.03,/);
    await expect(marked(page)).toBeInViewport();
    const line = await marked(page).getAttribute('data-number');
    await expect(status(page)).toHaveText(`Changed lines: ${line}`);
    for (const [name, says] of [
      ['NumPy', /^learning_rate = 0\.03/],
      ['PyTorch', /lr=0\.03/],
      ['TensorFlow.js', /tf\.train\.adam\(0\.03,/],
    ] as const) {
      await tab(page, name).click();
      await expect(marked(page)).toHaveText(says);
    }
    await button(page, 'Undo').click();
    await expect(marked(page)).toHaveText(/tf\.train\.adam\(0\.01,/);
    await tab(page, 'Keras').click();
  });

  await test.step('the whole program is copied, with what is too long to show', async () => {
    const shown = await program(page).evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return getSelection()?.toString() ?? '';
    });
    await button(page, 'Copy').click();
    await expect(page.getByText('The program is copied.')).toBeVisible();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    // What is selected by hand is the same text, without numbers of lines.
    expect((await copied()).trimEnd().split('\n')).toEqual(shown.trimEnd().split('\n'));
    await page.getByText('With data and initial weights').click();
    await expect(program(page)).toContainText('316 more rows');
    await button(page, 'Copy').click();
    await expect.poll(async () => (await copied()).split('\n').length).toBeGreaterThan(480);
    expect(await copied()).not.toContain('…');
  });

  await test.step('a program says what a hand did to the run: where it starts, and that it was changed on its way', async () => {
    await expect(program(page)).toContainText('repeats a run of the page');
    await expect(program(page)).not.toContainText('changed on its way');
    await button(page, 'One step').click();
    await typeLearningRate(page, '0.03');
    await expect(program(page)).toContainText('was changed on its way');
    await button(page, 'Undo').click();
    await expect(program(page)).not.toContainText('changed on its way');
  });
});

test('programs are saved under names of their own, notebooks too, with comments in the language of the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(globalThis, name);
  });
  await openWhole(page, 'zh');
  await expect(program(page)).toContainText('第 2 步：指定损失函数 L 和成本函数 J');
  const saved = async (extension: string): Promise<[name: string, text: string]> => {
    const download = page.waitForEvent('download');
    await button(page, `下载 ${extension}`).click();
    const file = await download;
    return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')];
  };
  expect(await saved('.py')).toEqual(['quadrant_keras.py', expect.stringContaining('keras.Sequential')]);
  const [name, text] = await saved('.ipynb');
  expect(name).toBe('quadrant_keras.ipynb');
  expect(JSON.parse(text)).toMatchObject({ nbformat: 4 });
  await tab(page, 'TensorFlow.js').click();
  expect((await saved('.js'))[0]).toBe('quadrant_tensorflow.js');
  await button(page, 'English').click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(program(page)).toContainText('Step 2. Specify the loss L and the cost J.');
});

test('on a phone it scrolls in its place, by keys too, and axe finds nothing; without points it says so', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWhole(page);
  await button(page, '3 Gradient descent').click();
  await expect(program(page).getByText('# Step 3. Minimise J by gradient descent.')).toBeInViewport();
  await program(page).focus();
  await page.keyboard.press('End');
  await expect(program(page).locator('[data-number]').last()).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const { violations } = await axe(page).include('#page').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  await page.getByText('With data and initial weights').click();
  await button(page, 'Clear').click();
  await expect(page.getByText('Without training points there are no data')).toBeVisible();
});
