/** The points as a table: edited, sorted, selected, pasted, and carried to and from files. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { axe, button, drag, empty, expect, figure, open, plane, press, showPage, test } from './page';

const table = (page: Page) => page.getByRole('grid', { name: 'Data points' });

/** A cell of the row that stands `row`th, by its column. */
function cell(page: Page, row: number, column: string): Locator {
  return table(page).locator(`tbody [aria-rowindex="${row + 1}"] [data-column="${column}"]`);
}

async function openTable(page: Page): Promise<void> {
  await showPage(page, 'How well');
  await expect(cell(page, 1, 'x1')).toBeVisible();
}

/** Without the file system access API the page falls back to what a test can fill and catch. */
async function useOldFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  });
}

async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await button(page, 'CSV').first().click();
  await page.getByRole('menuitem', { name: /^Import/ }).click();
  await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** What an export holds. */
async function exported(page: Page): Promise<string> {
  const saved = page.waitForEvent('download');
  await button(page, 'CSV').first().click();
  await page.getByRole('menuitem', { name: /^Export/ }).click();
  return readFile(await (await saved).path(), 'utf8');
}

/** Coordinates and class of each line, without what a model says about them. */
function pointsIn(csv: string): string[] {
  return csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(',').slice(0, 3).join());
}

/** Three classes of so many points on a plane of their own; bad rows at lines 3, 5 and 9. */
function irises(): string {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const kind = i % 3;
    return `${(1 + kind + 0.01 * i).toFixed(2)};${(10 + 20 * kind + 0.1 * i).toFixed(1).replace('.', ',')};${['setosa', 'versicolor', '"virginica, ""of"" Virginia"'][kind]}`;
  });
  rows[1] = 'abc;2;setosa';
  rows[3] = '1,5;;setosa';
  rows[7] = '1e999;3;versicolor';
  return ['\uFEFFpetal length;petal width;species', ...rows].join('\r\n');
}

async function openTwoPoints(page: Page): Promise<void> {
  await open(page);
  await placeTwo(page);
  await openTable(page);
}

/** In place of all there are. */
async function placeTwo(page: Page): Promise<void> {
  await empty(page);
  await press(page, 0.25, 0.25);
  await press(page, 0.75, 0.75);
  await expect.poll(() => figure(page, 'points')).toBe(2);
}

test('points are edited in the table, in steps of undo; rows are added, selected, copied, pasted and deleted, and pasted into a field where no clipboard can be read', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTwoPoints(page);
  await test.step('a typed value moves the point on the plane, in one step of undo', async () => {
    const old = await cell(page, 1, 'x1').textContent();
    await cell(page, 1, 'x1').click();
    await page.keyboard.press('Enter');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await expect(cell(page, 1, 'x1')).toHaveText('4.000');
    await expect(cell(page, 1, 'x1')).toBeFocused();
    // Where it was is free, where it went it can be taken hold of: 4 of −8 … 8 is three quarters across.
    await page.keyboard.press('e');
    await press(page, 0.25, 0.25);
    expect(await figure(page, 'points')).toBe(2);
    await press(page, 0.75, 0.25);
    await expect.poll(() => figure(page, 'points')).toBe(1);
    await page.keyboard.press('Control+z');
    await expect(cell(page, 1, 'x1')).toHaveText('4.000');
    await page.keyboard.press('Control+z');
    await expect(cell(page, 1, 'x1')).toHaveText(old ?? '');
    expect(await figure(page, 'points')).toBe(2);
  });

  await test.step('Tab goes on, a refused value says why and changes nothing, Escape gives up', async () => {
    await cell(page, 1, 'x1').click();
    await page.keyboard.type('-1.5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2000000000');
    await page.keyboard.press('Enter');
    await expect(
      page.getByText('2000000000 is out of range; type a number from -1000000000 to 1000000000.'),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('2000000000 is out of range')).toBeHidden();
    await expect(cell(page, 1, 'x1')).toHaveText('−1.500');
    await expect(cell(page, 1, 'x2')).not.toHaveText('2.000e+6');
    await page.keyboard.press('Enter');
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: 'class 3' }).click();
    await expect(cell(page, 1, 'x2')).toHaveText('2.000');
    await expect(cell(page, 1, 'y')).toHaveText('3');
    await expect(cell(page, 1, 'y')).toBeFocused();
    await page.keyboard.type('2');
    await expect(cell(page, 1, 'y')).toHaveText('2');
  });

  await test.step('rows are added, selected, copied, pasted and deleted', async () => {
    await button(page, 'Add point').click();
    await page.keyboard.type('5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('-5');
    await page.keyboard.press('Enter');
    await expect(cell(page, 3, 'x1')).toHaveText('5.000');
    await cell(page, 3, 'number').click();
    await cell(page, 2, 'number').click({ modifiers: ['Control'] });
    await expect(button(page, 'Delete selected (2)').first()).toBeVisible();
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect.poll(() => figure(page, 'points')).toBe(5);
    await expect(cell(page, 5, 'x2')).toHaveText('−5.000');
    await page.evaluate(() => navigator.clipboard.writeText('x1;x2;class\n1,5;20;4\n3;4;red\n'));
    await button(page, 'Paste').click();
    await expect(page.getByText('Points added: 1; rows left out: 1.')).toBeVisible();
    await expect(page.getByText('Line 3: “class” is “red”, which is not a number.')).toBeVisible();
    await expect(cell(page, 6, 'x1')).toHaveText('1.500');
    await expect(cell(page, 6, 'y')).toHaveText('4');
    await page.keyboard.press('Control+z');
    await expect.poll(() => figure(page, 'points')).toBe(5);
    await cell(page, 1, 'number').click();
    await cell(page, 4, 'number').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Delete');
    await expect.poll(() => figure(page, 'points')).toBe(1);
    await expect(cell(page, 1, 'x2')).toHaveText('−5.000');
    await placeTwo(page);
  });

  await test.step('without a clipboard to read there is a field to paste into', async () => {
    await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
    await button(page, 'Paste').click();
    const field = page.getByRole('dialog').getByRole('textbox', { name: 'Rows' });
    await field.fill('1\t2\t1\n3\t4\t2');
    await button(page, 'Add the points').click();
    await expect.poll(() => figure(page, 'points')).toBe(4);
    await expect(cell(page, 4, 'y')).toHaveText('2');
  });
});

test('rows and points are the same thing in two places; rows are sorted by what they hold, and stay where they are while training', async ({
  page,
}) => {
  await open(page);
  await openTable(page);
  await test.step('rows and points are the same thing in two places', async () => {
    await cell(page, 2, 'x2').scrollIntoViewIfNeeded();
    const place = await cell(page, 2, 'x2').boundingBox();
    await cell(page, 2, 'x2').hover();
    await expect(cell(page, 2, 'number').locator('..')).toHaveAttribute('data-pointed');
    // What is told of the point above the table does not push the row away.
    await expect(page.locator('[data-reading]')).toContainText('point 2');
    expect(await cell(page, 2, 'x2').boundingBox()).toEqual(place);
    await plane(page).hover();
    await expect(table(page).locator('[data-pointed]')).toHaveCount(0);
    // A box over the lower right of the plane holds points that are not among the first rows.
    await page.keyboard.press('s');
    await drag(page, [0.6, 0.55], [0.98, 0.85]);
    const selected = table(page).locator('[aria-selected=true]');
    await expect(selected.first()).toBeInViewport();
    await expect(page.getByRole('button', { name: /^Delete selected \(\d{2,}\)$/ }).first()).toBeVisible();
    await cell(page, 4, 'follow').getByRole('button').click();
    await expect(page.getByRole('button', { name: 'Follow point 4' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
  });

  await test.step('rows are sorted by what they hold, and stay where they are while training', async () => {
    const header = (name: string) => table(page).getByRole('columnheader', { name }).getByRole('button');
    await header('x₁').click();
    const values = async () =>
      (await table(page).locator('tbody [data-column=x1]').allInnerTexts()).slice(0, 5);
    const numbers = (await values()).map((text) => Number(text.replace('−', '-')));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    await expect(table(page).getByRole('columnheader', { name: 'x₁' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await header('loss').click();
    await expect(table(page).getByRole('columnheader', { name: 'loss' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    const order = () => table(page).locator('tbody [data-column=number]').allInnerTexts();
    const losses = () => table(page).locator('tbody [data-column=loss]').allInnerTexts();
    const [before, first] = [await order(), await losses()];
    await button(page, 'Play').click();
    await expect.poll(losses).not.toEqual(first);
    expect(await order()).toEqual(before);
    await button(page, 'Pause').click();
    await button(page, 'Sort again').click();
    const largest = (await losses()).map((text) => Number(text.replaceAll('−', '-')));
    expect(largest).toEqual(largest.toSorted((a, b) => b - a));
  });
});

test('a file is shown before it is imported, chosen or dragged, with its bad rows; one without points ends in one sentence; what is exported comes back with the same numbers', async ({
  page,
}) => {
  await useOldFiles(page);
  await open(page, 'lang=en&page=how-well');
  await test.step('a file that holds no points ends in one sentence, and nothing changes', async () => {
    for (const [name, content, sentence] of [
      ['empty.csv', '', 'empty.csv is empty.'],
      ['header.csv', 'x1,x2,class\r\n', 'header.csv has a header and no rows.'],
      ['one.csv', '1\n2\n3\n', /one\.csv has only one column/],
      ['many.csv', '1,2,1\n'.repeat(100_101), /many\.csv has more than 100,000 rows/],
      [
        'sheet.xlsx',
        Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]),
        'sheet.xlsx is a workbook; save its sheet as CSV and import that.',
      ],
      ['quote.csv', 'a,b\n1,2\n"3,4\n5,6', /the quotation mark on line 3 is never closed/],
      ['seven.csv', `a,b,c\n1,2,k\n2,3,l\n3,4,m\n4,5,n\n5,6,o\n`, /“c” has 5 different labels/],
    ] as const) {
      await chooseFile(page, name, content);
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText(sentence)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      expect(await figure(page, 'points')).toBe(400);
    }
  });

  await test.step('what is exported comes back with the same numbers', async () => {
    const before = await exported(page);
    expect(before.split('\r\n')[0]).toBe('x1,x2,class,split,prediction,loss');
    await button(page, 'Clear').click();
    await chooseFile(page, 'points.csv', before);
    await button(page, 'Import').click();
    await expect.poll(() => figure(page, 'points')).toBe(400);
    const after = await exported(page);
    expect(pointsIn(after)).toEqual(pointsIn(before));
  });

  await test.step('a file with bad rows is shown before it is imported, and can be undone', async () => {
    await chooseFile(page, 'irises.csv', irises());
    const dialog = page.getByRole('dialog', { name: 'Import irises.csv' });
    await expect(dialog.getByText('60 rows, 3 columns.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'semicolon' })).toBeVisible();
    await expect(dialog.getByText('Points: 57, in place of the present 400.')).toBeVisible();
    await expect(dialog.getByText('Rows left out: 3')).toBeVisible();
    await expect(dialog.getByText('Line 3: “petal length” is “abc”, which is not a number.')).toBeVisible();
    await expect(dialog.getByText('Line 5: “petal width” is missing.')).toBeVisible();
    await expect(
      dialog.getByText('Line 9: “petal length” is 1e999, which is not a finite number.'),
    ).toBeVisible();
    expect(await figure(page, 'points')).toBe(400);
    const { violations } = await axe(page).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await button(page, 'Import').click();
    await expect.poll(() => figure(page, 'points')).toBe(57);
    await openTable(page);
    await expect(cell(page, 2, 'x2')).toHaveText('50.200');
    await expect(cell(page, 2, 'y')).toHaveText('virginica, "of" Virginia');
    await page.keyboard.press('Control+z');
    await expect.poll(() => figure(page, 'points')).toBe(400);
  });

  await test.step('a table dragged onto the page is shown before it is imported', async () => {
    const drop = await page.evaluateHandle((content) => {
      const files = new DataTransfer();
      files.items.add(new File([content], 'dragged.csv', { type: 'text/csv' }));
      return files;
    }, 'x,y\n1,2\n2,3\n3,5\n');
    await page.dispatchEvent('main', 'drop', { dataTransfer: drop });
    const dialog = page.getByRole('dialog', { name: 'Import dragged.csv' });
    await expect(dialog.getByText('Points: 3, in place of the present 400.')).toBeVisible();
    await button(page, 'Import').click();
    await expect(page.getByRole('region', { name: 'Experiment' })).toContainText(/^Fit .*your own points/);
  });
});
