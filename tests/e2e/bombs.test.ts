/** Links and files that hold far more than they should: the page says one sentence about each, and goes on. */
import type { Page } from '@playwright/test';
import { deflateSync } from 'fflate';
import { defaultExperiment } from '../../src/engine/experiment';
import { button, expect, figure, open, press, test } from './page';

const json = JSON.stringify(defaultExperiment);
const linkOf = (text: string) => `#e=${Buffer.from(deflateSync(Buffer.from(text))).toString('base64url')}`;

/** Drops a file that is made in the page, where it takes no time to get there. */
function drop(page: Page, name: string, piece: string, times: number): Promise<void> {
  return page.evaluate(
    ([fileName, repeated, count]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([repeated.repeat(count)], fileName));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('main')?.dispatchEvent(event);
    },
    [name, piece, times] as const,
  );
}

function paste(page: Page, hash: string): Promise<void> {
  return page.evaluate((pasted) => {
    location.hash = pasted;
  }, hash);
}

test('links and files of documents beyond all bounds are refused in a sentence, and the page goes on', async ({
  page,
}) => {
  const layers = linkOf(json.replace('"hidden":[]', `"hidden":[${'{},'.repeat(3_900_000)}{}]`));
  const spaces = linkOf(' '.repeat(12_000_001) + json);
  const bombs: readonly (readonly [what: string, bring: () => Promise<void>, sentence: RegExp])[] = [
    [
      'a link of four million layers',
      () => paste(page, layers),
      /model\.hidden has more entries than any experiment, > 500/,
    ],
    ['a link of twelve million spaces', () => paste(page, spaces), /takes > 12 MB; at most 12 MB/],
    [
      'a file of twelve million lists',
      () => drop(page, 'lists.json', '[', 12_000_000),
      /The document has lists within lists, > 12 levels deep; allowed is ≤ 12/,
    ],
  ];
  await open(page);
  for (const [i, [what, bring, sentence]] of bombs.entries()) {
    await bring();
    const notice = page.getByText(sentence);
    await expect(notice, what).toBeVisible();
    await page.locator('[data-sonner-toast]').getByRole('button').first().click();
    await expect(notice, what).toHaveCount(0);
    await press(page, 0.3 + 0.1 * i, 0.5);
    await expect.poll(() => figure(page, 'points'), what).toBe(401 + i);
  }
  expect([layers.length, spaces.length].every((length) => length < 20_000)).toBe(true);
});

test('a table that is one endless row or quotation is refused by its line, and the next one is read', async ({
  page,
}) => {
  await open(page);
  const dialog = page.getByRole('dialog');
  for (const [piece, times, sentence] of [
    ['1.5,', 2_500_000, /the row on line 1 is longer than 200,000 characters/],
    ['"', 31_000_000, /the quotation mark on line 1 is not closed within 200,000 characters/],
  ] as const) {
    await drop(page, 'points.csv', piece, times);
    await expect(dialog.getByText(sentence)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await drop(page, 'points.csv', '1,2,3\n4,5,6\n', 20);
  await button(page, 'Import').click();
  await expect.poll(() => figure(page, 'points')).toBe(40);
});
