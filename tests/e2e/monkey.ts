/**
 * A monkey on the built page: seeded actions, with everything watched that must never be: an error of the console, an uncaught exception,
 * the sentence of a fault barrier, a page wider than its window. After a stretch of actions Play works, undo brings back the document
 * with which the stretch began, and Play works again. The same seed draws the same numbers; which elements they meet depends a little on
 * how far training has come.
 */
import { expect as baseExpect, type Page } from '@playwright/test';
import type { ParseKeys } from 'i18next';
import { examples } from '../../src/app/examples';
import { createRandom, type Random } from '../../src/engine/random';
import type { Locale } from '../../src/i18n/localized';
import { MonkeyHands } from './monkeyHands';
import { expect, metric } from './page';
import { wordsIn } from './words';

/** Most actions of a stretch: undo remembers as many steps. */
export const stretch = 200;
const lastShown = 20;

const languages = [wordsIn('en'), wordsIn('zh')] as const;
type Key = ParseKeys;
/** A text of the page in any of its languages. */
const either = (...keys: readonly Key[]) =>
  new RegExp(`^(${languages.flatMap(({ t }) => keys.map((key) => t(key))).join('|')})$`);

/** Sentences that say that the page itself has failed. */
const faultSentences = languages.flatMap(({ t }) =>
  (['pageFailed', 'partFailed', 'partMissing', 'partsMissing', 'workerRestarted'] as const).map((key) =>
    t(`notices.${key}`),
  ),
);

interface MonkeyOptions {
  readonly lang: Locale;
  readonly seed: number;
  /** At most `stretch`. */
  readonly count: number;
}

export interface MonkeyReport {
  /** How often each kind of action was taken. */
  readonly kinds: ReadonlyMap<string, number>;
  /** There was something to undo. */
  readonly undone: boolean;
  /** Sentences with which Play was answered where nothing could be trained. */
  readonly refusals: ReadonlySet<string>;
}

/** Lets the monkey on the page for a stretch. Throws what failed, after it has printed the last actions. */
export async function runMonkey(page: Page, { lang, seed, count }: MonkeyOptions): Promise<MonkeyReport> {
  return new Monkey(page, lang).run(seed, count);
}

class Monkey {
  /** What was done, in words. */
  private readonly done: string[] = [];
  private readonly faults: string[] = [];
  private readonly report = { kinds: new Map<string, number>(), undone: false, refusals: new Set<string>() };

  constructor(
    private readonly page: Page,
    private readonly lang: Locale,
  ) {}

  async run(seed: number, count: number): Promise<MonkeyReport> {
    const random = createRandom(seed, this.lang === 'en' ? 0 : 1);
    await this.watch();
    try {
      await this.begin(random);
      await this.walk(new MonkeyHands(this.page, random), count);
    } catch (error) {
      const last = this.done.slice(-lastShown).join('\n  ');
      console.log(`${this.lang}, seed ${seed}, after action ${this.done.length}:\n  ${last}`);
      throw error;
    }
    return this.report;
  }

  /** As on a first visit, with one of the examples, which is kept like what a learner makes. */
  private async begin(random: Random): Promise<void> {
    const { page } = this;
    await this.load();
    await this.button('app.examples').click();
    await page.getByRole('menuitem').nth(random.integer(examples.length)).click();
    await expect.poll(() => keptDocument(page), 'the kept document').toBeDefined();
    await this.load();
  }

  private async watch(): Promise<void> {
    const { page } = this;
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('crash', () => this.faults.push('the page crashed'));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
    // Nobody is there to choose a file or to look at another window.
    page.on('filechooser', () => {});
    page.on('popup', (popup) => void popup.close());
    await page.addInitScript(() => {
      for (const name of ['showOpenFilePicker', 'showSaveFilePicker'])
        Reflect.deleteProperty(globalThis, name);
      window.print = () => {};
    });
  }

  private button(...keys: readonly Key[]) {
    return this.page.getByRole('button', { name: either(...keys) });
  }

  private async load(): Promise<void> {
    await this.page.goto(`./?lang=${this.lang}`);
    await this.opened();
  }

  private async opened(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('document-open').length === 1);
  }

  /** A stretch of actions, and back to the document with which it began. */
  private async walk(hands: MonkeyHands, count: number): Promise<void> {
    const { kinds } = this.report;
    let first = await keptDocument(this.page);
    for (let i = 0; i < count; i++) {
      const { words, kind, outcome } = await hands.act();
      this.done.push(words);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (outcome === 'new page') {
        await this.opened();
        first = await keptDocument(this.page);
      }
      baseExpect(this.faults, 'errors on the page').toEqual([]);
      // Sentences stay, and asking for them takes as long as an action.
      if (i % 5 === 4) await this.check();
    }
    await this.comeToRest();
    await this.plays();
    await this.undoAll();
    await this.plays();
    // The page that is left writes what it has; what the next one begins with is what undo led back to.
    await this.load();
    expect(await keptDocument(this.page), 'the document after undo').toEqual(first);
  }

  private async check(): Promise<void> {
    const { page } = this;
    baseExpect(this.faults, 'errors on the page').toEqual([]);
    const texts = await page.locator('[role=alert], [role=status]').allTextContents();
    const said = texts.filter((text) => faultSentences.some((sentence) => text.includes(sentence)));
    baseExpect(said, 'sentences of faults').toEqual([]);
    // What lies over the page finds its place in another window a moment later.
    await expect.poll(() => beyondWindow(page), 'beyond the window').toEqual([]);
  }

  /** Explore, with nothing open over it and the learner's own experiment. */
  private async comeToRest(): Promise<void> {
    const { page } = this;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.mouse.move(0, 0);
    // What lies over the page stands beside it. The grid of a wide layer is a part of the picture, and may stay.
    const over = page.locator('body > :not(#root)').locator('[role=dialog], [role=menu], [role=listbox]');
    await baseExpect(async () => {
      if ((await over.count()) > 0) await page.keyboard.press('Escape');
      await baseExpect
        .poll(() => over.evaluateAll(beginnings), { message: 'what Escape closes', timeout: 200 })
        .toEqual([]);
    }).toPass({ timeout: 20_000 });
    // What was asked for last may come only now, with its file.
    await page.addLocatorHandler(over.first(), () => page.keyboard.press('Escape'));
    await page.getByRole('radio', { name: either('app.modes.explore') }).check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-mode', 'explore');
    // Another page closes a question of Why, which has an experiment of its own.
    const tab = page.locator('#page').getByRole('tab').first();
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    // A value that is still being typed is taken over now.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }

  /** Training goes on from its start, or a sentence says why it does not. */
  private async plays(): Promise<void> {
    const { page } = this;
    const film = page.locator('[data-film]');
    await film.getByText(either('film.once')).click();
    await film.getByRole('button', { name: either('transport.reset') }).click();
    await expect.poll(() => metric(page, 'epoch'), 'the epoch after Start over').toBe('0');
    const pause = film.getByRole('button', { name: either('transport.pause') });
    if (!(await pause.isVisible()))
      await film
        .getByRole('button', { name: either('transport.play', 'film.goOn') })
        .first()
        .click();
    // The first of them says why training stopped.
    const halted = film.locator('[role=status]').first();
    await expect
      .poll(
        async () => Number(await metric(page, 'epoch')) > 0 || (await halted.textContent()) !== '',
        'Play',
      )
      .toBe(true);
    const sentence = (await halted.textContent()) ?? '';
    if (Number(await metric(page, 'epoch')) === 0) this.report.refusals.add(sentence);
    if (await pause.isVisible()) await pause.click();
    await this.check();
  }

  /** Undoes as often as it can be: no more than a stretch has actions, each of which is one step at most. */
  private async undoAll(): Promise<void> {
    const { page } = this;
    const undo = this.button('app.undo');
    this.report.undone = await undo.isEnabled();
    await page.keyboard.down('Control');
    for (let i = 0; i < stretch && (i % 10 > 0 || (await undo.isEnabled())); i++)
      await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await expect(undo, 'undo').toBeDisabled();
    await this.check();
  }
}

/** Enough of each to know it by. */
const beginnings = (elements: Element[]) => elements.map(({ outerHTML }) => outerHTML.slice(0, 300));

/** What stands out of the window at its right, and out of no part that scrolls, where that makes the page wider than it. */
function beyondWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.querySelectorAll('body *')];
    const scrolls = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
    const isInPart = (element: Element): boolean => {
      const { parentElement } = element;
      return (
        parentElement !== null &&
        parentElement !== document.body &&
        (scrolls(parentElement) || isInPart(parentElement))
      );
    };
    const wide = all.filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !isInPart(element),
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 300)),
    ];
  });
}

/** The document of this tab as the browser keeps it, once what was written when the last page was left is in the database. */
function keptDocument(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const id = sessionStorage.getItem('quadrant-document') ?? '';
        const request = indexedDB.open('quadrant');
        request.onerror = () => reject(new Error('the database does not open', { cause: request.error }));
        request.onsuccess = () => {
          const get = request.result.transaction('documents').objectStore('documents').get(id);
          get.onsuccess = () => {
            request.result.close();
            resolve((get.result as { experiment: unknown } | undefined)?.experiment);
          };
        };
      }),
  );
}
