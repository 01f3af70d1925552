/** Learn: the list of lessons, and a learner who goes through each of them by what is on the screen. */
import type { Locator, Page } from '@playwright/test';
import { expect, metric, open, test } from './page';

const words = {
  en: { hint: 'Hint', help: 'Do it for me', next: 'Next card', all: 'Lessons', section: 'Lesson card' },
  zh: { hint: '提示', help: '替我做', next: '下一张', all: '全部课程', section: '课程卡片' },
} as const;

function pressable(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** Has the open card done: by its second hint, and by what there is to choose, one after the other. */
async function finish(card: Locator, lang: 'en' | 'zh', id: string): Promise<void> {
  await expect(card, `${id} is not done before anything was`).toHaveAttribute('data-done', 'false');
  const { hint, help } = words[lang];
  await pressable(card, hint).click();
  const choices = card.locator('[data-choice]');
  const count = await choices.count();
  // A guess comes before what shows whether it holds.
  if (count > 0) await choices.first().click();
  if ((await card.getAttribute('data-done')) === 'false' && (await pressable(card, help).count()) > 0) {
    await pressable(card, help).click();
  }
  for (let i = 1; i < count && (await card.getAttribute('data-done')) === 'false'; i++) {
    // A card that is done meanwhile takes no further choice.
    await choices.nth(i).evaluate((choice: HTMLButtonElement) => choice.click());
  }
  await expect(card, id).toHaveAttribute('data-done', 'true', { timeout: 40_000 });
}

test('a learner goes through every lesson, in one language and the other', async ({ page }) => {
  test.setTimeout(600_000);
  page.setDefaultTimeout(20_000);
  await open(page, 'lang=en&mode=learn');
  const own = await metric(page, 'points');
  const lessons = await page
    .locator('[data-lesson]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.lesson!));
  expect(lessons.length).toBeGreaterThan(3);
  for (const [i, lesson] of lessons.entries()) {
    const lang = i % 2 === 0 ? 'en' : 'zh';
    await test.step(`${lesson} in ${lang}`, async () => {
      await open(page, `lang=${lang}&mode=learn`);
      await page.locator(`[data-lesson=${lesson}]`).click();
      const card = page.locator('section[data-card]');
      await expect(card).toBeVisible();
      for (;;) {
        const id = `${lesson} ${await card.getAttribute('data-card')}`;
        await finish(card, lang, id);
        const next = pressable(card, words[lang].next);
        if ((await next.count()) === 0) break;
        await next.click();
        await expect(card, id).not.toHaveAttribute('data-card', id.split(' ')[1]!);
      }
      await pressable(card, words[lang].all).first().click();
      await expect(page.locator(`[data-lesson=${lesson}] [data-done=true]`)).toBeVisible();
      expect(await metric(page, 'points'), 'the own experiment is back').toBe(own);
    });
  }
});

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
