/** Files as people have them, brought to the page by every way: shown under the roles found, changed, imported, and called by their names. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { button, expect, figure, open, plane, showPage, test } from './page';

const read = (name: string) => readFileSync(`tests/cases/${name}`);

/** Drops a file on the page, wherever. */
async function drop(page: Page, name: string, content: Buffer, onto = 'main'): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))], fileName));
      return transfer;
    },
    [name, content.toString('base64')] as const,
  );
  await page.dispatchEvent(onto, 'drop', { dataTransfer: files });
}

async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

const dialogOf = (page: Page) => page.getByRole('dialog');

/** Chooses from a list of the dialog. */
async function choose(page: Page, list: Locator, item: string): Promise<void> {
  await list.click();
  await page.getByRole('option', { name: item }).click();
}

test('tables and experiments are pasted anywhere, a file says which points test and which rows hold none, and near places are told apart', async ({
  page,
}) => {
  await open(page);
  await test.step('tables and experiments are pasted anywhere', async () => {
    await pasteText(page, read('orange_three_headers.tab').toString());
    await expect(dialogOf(page).getByText('Points: 36, in place of the present 400.')).toBeVisible();
    await button(page, 'Import').click();
    await expect.poll(() => figure(page, 'points')).toBe(36);
    await pasteText(page, readFileSync('public/examples/logistic-regression.json').toString());
    await expect(page.getByRole('region', { name: 'Experiment' })).toContainText('logistic regression');
    await pasteText(page, 'a word');
    await expect(dialogOf(page)).toHaveCount(0);
  });

  await test.step('a file says itself which points test, and which rows hold none', async () => {
    await drop(page, 'etats.csv', read('own/french_given_split.csv'), 'header');
    await expect(
      dialogOf(page).getByText('Training points: 20, test points: 5, as the file says.'),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await drop(page, 'penguins.csv', read('missing_labels.csv'));
    await expect(dialogOf(page).getByText('Line 5: “sex” is missing (“NA”).')).toBeVisible();
    await button(page, 'Import').click();
    await expect.poll(() => figure(page, 'points')).toBe(23);
  });

  await test.step('places that differ in the fourth decimal are told apart', async () => {
    await drop(page, 'places.csv', read('longitude_latitude.csv'));
    await button(page, 'Import').click();
    await expect.poll(() => figure(page, 'points')).toBe(30);
    await plane(page).focus();
    await page.keyboard.press('ArrowRight');
    const said = page.getByText(/116\.\d{4,}, 39\.\d{4,}/).first();
    await expect(said).toBeAttached();
    await showPage(page, 'How well');
    const longitudes = await page.locator('tbody [data-column=x1]').allInnerTexts();
    expect(new Set(longitudes).size).toBe(longitudes.length);
  });
});

test('what is dropped leaves the page, a Chinese file of a spreadsheet is taken as it is meant, and what is wrong about the reading of a file can be said', {
  tag: '@core',
}, async ({ page }) => {
  await open(page);
  await test.step('whatever is dropped, the page stays', async () => {
    const { url, loads } = await page.evaluate(() => ({ url: location.href, loads: performance.timeOrigin }));
    for (const [name, content, sentence] of [
      [
        'sheet.xlsx',
        Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]),
        'sheet.xlsx is a workbook; save its sheet as CSV and import that.',
      ],
      ['photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'photo.png is not a text file.'],
      ['noname', Buffer.from(''), 'noname is empty.'],
    ] as const) {
      await drop(page, name, content);
      await expect(dialogOf(page).getByText(sentence)).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await drop(page, 'other.json', Buffer.from('{"not": "ours"}'));
    await expect(page.getByText(/other\.json/).first()).toBeVisible();
    // A browser opens what a page does not take.
    const taken = await page.evaluate(() =>
      ['dragover', 'drop'].map((type) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/uri-list', 'https://example.org/');
        return !document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }),
    );
    expect(taken).toEqual([true, true]);
    expect(await page.evaluate(() => ({ url: location.href, loads: performance.timeOrigin }))).toEqual({
      url,
      loads,
    });
    expect(await figure(page, 'points')).toBe(400);
  });

  await test.step('a Chinese file of a spreadsheet: classes are turned round before they are taken, and keep their names', async () => {
    await drop(page, 'watermelon_gbk.csv', read('watermelon_gbk.csv'));
    const dialog = dialogOf(page);
    await expect(dialog.getByText('17 rows, 4 columns.')).toBeVisible();
    await expect(dialog.getByRole('columnheader')).toHaveText([
      /^编号\s*row number/,
      /^密度\s*input x₁/,
      /^含糖率\s*input x₂/,
      /^好瓜\s*class/,
    ]);
    const classes = dialog.getByRole('list', { name: 'Classes, in their order' }).getByRole('listitem');
    await expect(classes).toHaveText([/否/, /是.*y = 1/]);
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await button(page, 'Move 是 up').click();
    await expect(classes).toHaveText([/是/, /否.*y = 1/]);
    await button(page, 'Move 否 up').click();
    await button(page, 'Import').click();
    await expect.poll(() => figure(page, 'points')).toBe(17);
    await expect(page.getByRole('button', { name: '是', exact: true })).toBeVisible();
    await showPage(page, 'How well');
    await expect(page.getByRole('columnheader', { name: '密度' })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: /truly “是”/ }).first()).toBeVisible();
    await showPage(page, 'Formula');
    await expect(page.getByRole('term').filter({ hasText: 'x₁' }).locator('..')).toContainText('密度');
    await page.keyboard.press('Control+z');
    await expect.poll(() => figure(page, 'points')).toBe(400);
  });

  await test.step('what is wrong about the reading of a file can be said', async () => {
    await drop(page, 'umlauts.csv', read('windows1252_umlauts.csv'));
    const dialog = dialogOf(page);
    const header = dialog.getByRole('columnheader');
    await expect(header).toHaveText([/^Temp \(°C\)/, /^Größe \(mm\)/, /^Art/]);
    await choose(page, dialog.getByRole('button', { name: /Windows-1252/ }), 'Windows-1251');
    await expect(header.nth(1)).not.toHaveText(/Größe/);
    await choose(page, dialog.getByRole('button', { name: /Windows-1251/ }), 'Windows-1252');
    await choose(page, dialog.getByRole('button', { name: /line 1/ }), 'none');
    await expect(header).toHaveText([/^column 1/, /^column 2/, /^column 3/]);
    await expect(dialog.getByText('Rows left out: 1')).toBeVisible();
    await choose(page, dialog.getByRole('button', { name: /none/ }), 'line 1');
    await choose(page, header.nth(0).getByRole('button'), 'input x₂');
    await expect(header).toHaveText([/input x₂/, /input x₁/, /class/]);
    await button(page, 'Import').click();
    await expect.poll(() => figure(page, 'points')).toBe(28);
  });
});
