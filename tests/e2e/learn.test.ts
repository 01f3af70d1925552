/** Learn: the list of lessons, a learner who goes through each of them by what is on the screen, and the cards as stops of a talk. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/localized';
import { type Hand, keys, mouse } from './hand';
import { cardActs, type Learner } from './learner';
import { button, expect, metric, open, test } from './page';
import { wordsIn } from './words';

// A lesson takes as long as its training: both workers share them.
test.describe.configure({ mode: 'parallel' });

const folder = join(import.meta.dirname, '../../src/lessons');
const lessons = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'lesson.ts')));
/** `npm test -- --full`: each lesson in both languages. */
const isFull = process.env.VITE_FULL === '1';

/** Does the open card. Answers after which of its acts, none of them the last, it was already done. */
async function finish(learner: Learner, card: Locator, lesson: string): Promise<string[]> {
  const id = (await card.getAttribute('data-card')) ?? '';
  const entry = cardActs[lesson]?.[id];
  if (!entry) throw new Error(`learner.ts does not say how ${lesson}/${id} is done`);
  const { guess, acts = [], right } = entry;
  const choose = (choice: string) => async () => {
    await learner.hand.press(card.locator(`[data-choice=${choice}]`));
    await expect(card.locator(`[data-choice=${choice}]`)).toHaveAttribute('aria-pressed', 'true');
  };
  const all = [
    ...(guess ? [{ what: 'the guess', act: choose(guess) }] : []),
    ...acts.map((act, i) => ({ what: `act ${i + 1}`, act: () => act(learner) })),
    ...(right ? [{ what: 'the answer', act: choose(right) }] : []),
  ];
  // Its words come a moment after it.
  await expect(card.locator('p').first()).toBeVisible();
  if (!guess) await expect(card.locator('[data-choice]'), `choices of ${lesson}/${id}`).toHaveCount(0);
  const early: string[] = [];
  let before = 'nothing';
  await expect.poll(() => metric(learner.page, 'trainLoss')).not.toBe('');
  for (const { what, act } of all) {
    if ((await card.getAttribute('data-done')) !== 'false') early.push(`${lesson}/${id} after ${before}`);
    await test.step(`${id}: ${what}`, act);
    before = what;
  }
  await expect(card, `${lesson}/${id} is done`).toHaveAttribute('data-done', 'true', { timeout: 60_000 });
  return early;
}

/** Goes through a lesson from its first card to its last, and back to the list. */
async function goThrough(page: Page, lesson: string, locale: Locale, handOf: (page: Page) => Hand) {
  const learner = { page, hand: handOf(page), words: wordsIn(locale) };
  const { hand, words } = learner;
  page.setDefaultTimeout(20_000);
  const speed = isFull ? 'normal' : 'once';
  await open(page, `lang=${locale}&mode=learn&speed=${speed}`);
  // One point more tells the own experiment from that of any lesson.
  await page.getByRole('application', { name: words.t('plane.title'), exact: true }).press('Enter');
  await expect.poll(() => metric(page, 'points')).toBe('401');
  const startMs = performance.now();
  await hand.press(page.locator(`[data-lesson=${lesson}]`));
  const card = page.getByRole('region', { name: words.t('learn.card'), exact: true });
  const [seen, early]: [string[], string[]] = [[], []];
  for (;;) {
    const id = (await card.getAttribute('data-card')) ?? '';
    seen.push(id);
    early.push(...(await finish(learner, card, lesson)));
    const next = button(page, words.t('learn.next'));
    if ((await next.count()) === 0) break;
    await hand.press(next);
    await expect(card, id).not.toHaveAttribute('data-card', id);
  }
  await hand.press(card.getByRole('button', { name: words.t('learn.all'), exact: true }).first());
  await expect(page.locator(`[data-lesson=${lesson}] [data-done=true]`)).toBeVisible();
  await expect.poll(() => metric(page, 'points'), 'the own experiment is back').toBe('401');
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  const row = `${lesson}, ${locale}: ${seen.length} cards in ${seconds} s, early fires: ${early.length}`;
  test.info().annotations.push({ type: 'lesson', description: row });
  if (isFull) console.log(row);
  expect(seen, 'learner.ts has these cards and no others').toEqual(Object.keys(cardActs[lesson] ?? {}));
  expect(early, 'cards that were done too early').toEqual([]);
}

for (const [i, lesson] of lessons.entries()) {
  for (const locale of isFull ? (['en', 'zh'] as const) : [i % 2 === 0 ? ('en' as const) : ('zh' as const)]) {
    test(`a learner does every card of lesson ${lesson} in ${locale}`, {
      tag: lesson === 'minus-log' ? '@core' : [],
    }, async ({ page }) => {
      test.setTimeout(300_000);
      await goThrough(page, lesson, locale, mouse);
    });
  }
}

for (const [lesson, locale] of [
  ['linear-collapse', 'zh'],
  ['softmax-of-two', 'zh'],
] as const) {
  test(`a learner does every card of lesson ${lesson} in ${locale} by keys alone`, async ({ page }) => {
    test.setTimeout(300_000);
    await goThrough(page, lesson, locale, keys);
  });
}

function pressable(within: Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

test('in Present the cards are the stops of a talk, with notes that a window of the speaker takes over', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, 'lang=en&mode=learn&lesson=keras&card=statements');
  await page.getByText('Present', { exact: true }).first().click();
  const stop = page.locator('section[data-card]');
  await expect(stop).toHaveAttribute('data-card', 'statements');
  await stop.locator('[data-choice=compile]').click();
  await expect(stop).toHaveAttribute('data-done', 'true');
  await expect(stop).toContainText('binary, because');
  await page.keyboard.press('PageDown');
  await expect(stop).toHaveAttribute('data-card', 'count');
  expect(
    await page
      .locator('#plane canvas')
      .first()
      .evaluate((canvas) => canvas.clientWidth),
  ).toBeGreaterThan(420);
  await pressable(stop, 'Speaker notes').click();
  const notes = page.getByRole('complementary', { name: 'Speaker notes' });
  await expect(notes).toContainText('481. With 440 the 41 biases are forgotten');
  await expect(pressable(stop, 'Speaker notes')).toHaveAttribute('aria-expanded', 'true');
  await page.evaluate(() => {
    const open = window.open.bind(window);
    window.open = () => {
      window.open = open;
      return null;
    };
  });
  await pressable(notes, 'Open in a separate window').click();
  await expect(notes.getByRole('status')).toContainText('Allow pop-ups');
  const [speaker] = await Promise.all([
    context.waitForEvent('page'),
    pressable(notes, 'Open in a separate window').click(),
  ]);
  await expect(speaker.getByRole('heading', { level: 1 })).toContainText('2 of 7');
  await expect(speaker.locator('main')).toContainText('the 1 is the bias');
  await expect(notes).toHaveCount(0);
  await expect(pressable(stop, 'Speaker notes')).toHaveCount(0);
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await expect(speaker.getByRole('heading', { level: 1 })).toContainText('3 of 7');
  await speaker.close();
  await expect(pressable(stop, 'Speaker notes')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(stop).toHaveAttribute('data-card', 'count');
  // In Explore the own experiment is back, also by the key that leaves Present.
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'explore');
  await expect(stop).toHaveCount(0);
  await expect.poll(() => metric(page, 'points')).toBe('400');
});
