/** The handout of a lesson: what is on it, on how many sheets, and that nothing of it stays. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { encode } from 'uqr';
import { button, expect, open, test } from './page';

const folder = join(import.meta.dirname, '../../src/lessons');
const lessons = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'lesson.ts')));

const print = { en: 'Print a handout', zh: '打印学习单' } as const;

const collapsed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Of words with marks and formulas, what stands between these. */
function piecesOf(words: string): string[] {
  const plain = words.replaceAll(/<\/?\w[^>]*>/g, '\n\n').split(/\$[^$]*\$|\*\*|`|\n\n/);
  return plain.map(collapsed).filter((piece) => piece !== '');
}

interface CardWords {
  readonly id: string;
  readonly asked: readonly string[];
  readonly choices: readonly string[];
  /** A sentence of each hint and of what is said when the card is done. */
  readonly untold: readonly string[];
}

function cardsOf(lesson: string, lang: string): CardWords[] {
  const text = readFileSync(join(folder, lesson, `${lang}.mdx`), 'utf8');
  return [...text.matchAll(/<Card id="([^"]+)">(.*?)<\/Card>/gs)].map(([, id = '', words = '']) => {
    const later = /<(Hint|Seen)>(.*?)<\/\1>/gs;
    return {
      id,
      asked: piecesOf(words.replaceAll(later, '')),
      choices: [...words.matchAll(/<Choice id="([^"]+)">/g)].map(([, choice = '']) => choice),
      untold: [...words.matchAll(later)].map(([, , said = '']) =>
        piecesOf(said).reduce((a, b) => (b.length > a.length ? b : a)),
      ),
    };
  });
}

/** What the page was like each time it asked to be printed. */
interface Asked {
  readonly title: string;
  readonly fonts: string;
  readonly handouts: number;
}

/** In place of the browser's dialog. */
async function stubPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked: Asked[] = [];
    const handouts = () => document.querySelectorAll('[data-handout]').length;
    const note = () =>
      asked.push({ title: document.title, fonts: document.fonts.status, handouts: handouts() });
    Object.assign(window, { asked, print: note });
  });
}

const askedBy = (page: Page) => page.evaluate(() => (window as unknown as { asked: Asked[] }).asked);

/** The modules of the code as they are drawn. */
function modulesOf(code: Locator): Promise<boolean[][]> {
  return code.evaluate((svg: SVGSVGElement) => {
    const { width, height } = svg.viewBox.baseVal;
    const shape = new Path2D(svg.querySelector('path')?.getAttribute('d') ?? '');
    const context = document.createElement('canvas').getContext('2d');
    const isDark = (x: number, y: number) => context?.isPointInPath(shape, x + 0.5, y + 0.5) ?? false;
    return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => isDark(x, y)));
  });
}

for (const [parity, first] of ['first', 'second'].entries()) {
  test(`lessons print on one or two sheets, without their hints, every second one from the ${first} on`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    expect(lessons.length).toBeGreaterThan(3);
    await stubPrint(page);
    const title = 'Quadrant 象限';
    for (const [i, lesson] of lessons.entries()) {
      // Each test takes half of the lessons: a card is as long in one language as in the other.
      if (i % 2 !== parity) continue;
      const lang = Math.floor(i / 2) % 2 === parity ? 'en' : 'zh';
      await test.step(`${lesson} in ${lang}`, async () => {
        const query = `lang=${lang}&mode=learn&lesson=${lesson}`;
        await open(page, query);
        await button(page, print[lang]).click();
        await expect.poll(() => askedBy(page)).toHaveLength(1);
        const [asked] = await askedBy(page);
        expect(asked).toMatchObject({ fonts: 'loaded', handouts: 1 });
        expect(asked?.title).not.toBe(title);

        const handout = page.locator(`[data-handout=${lesson}]`);
        await expect(handout).toBeHidden();
        const link = new URL(`./?${query}`, page.url()).href;
        const whole = collapsed((await handout.textContent()) ?? '');
        expect(whole).toContain(link);
        const cards = cardsOf(lesson, lang);
        expect(cards.length).toBeGreaterThan(0);
        for (const { id, asked: words, choices, untold } of cards) {
          const card = handout.locator(`[data-asked=${id}]`);
          const text = collapsed((await card.textContent()) ?? '');
          for (const piece of words) expect(text, id).toContain(piece);
          for (const piece of untold) expect(whole, id).not.toContain(piece);
          const boxes = card.locator('[data-choice]');
          expect(
            await boxes.evaluateAll((all: HTMLElement[]) => all.map((one) => one.dataset.choice)),
          ).toEqual(choices);
        }
        expect(await modulesOf(handout.locator('svg[viewBox]').first())).toEqual(
          encode(link, { ecc: 'M', border: 0 }).data,
        );

        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length;
        expect([1, 2], `${lesson} has ${sheets} sheets`).toContain(sheets);
        // The browser has printed.
        await expect(handout).toHaveCount(0);
        expect(await page.title()).toBe(title);
      });
    }
  });
}

test('paper is white and holds the handout alone; once it is printed, the page prints as it is', {
  tag: '@core',
}, async ({ page }) => {
  await stubPrint(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'lang=en&mode=learn&lesson=keras');
  await button(page, print.en).click();
  await expect.poll(() => askedBy(page)).toHaveLength(1);
  const handout = page.locator('[data-handout]');
  const root = page.locator('#root');
  await expect(root).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(handout).toBeVisible();
  await expect(root).toBeHidden();
  const colours = await handout.evaluate((element) => [
    getComputedStyle(element).color,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await page.emulateMedia({ colorScheme: 'dark', media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(handout).toHaveCount(0);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(root).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark', media: null });

  // A second press prints again.
  await button(page, print.en).click();
  await expect.poll(() => askedBy(page)).toHaveLength(2);
});
