/** The gallery as the goldens see it: one font on every machine, a clock that is moved on until all is drawn, one section at a time. */
import type { Page } from '@playwright/test';
import type { DrawnCase } from './goldenFiles';
import { readPictures, readTrees } from './inPage';
import { markupOf } from './markup';
import { decodePicture, longestPx } from './picture';

/** KaTeX's fonts come with the page. */
const oneFont = ':root { --font: KaTeX_Main !important; --font-code: KaTeX_Typewriter !important; }';

/** Opens the first section; returns the names of all. */
export async function openGallery(page: Page): Promise<string[]> {
  await page.clock.install();
  await page.goto('./gallery.html#activation');
  await page.addStyleTag({ content: oneFont });
  const links = page.getByRole('navigation', { name: 'Drawings' }).getByRole('link');
  await links.first().waitFor();
  await page.evaluate(() => Promise.all(Array.from(document.fonts, (font) => font.load())));
  return (await links.allTextContents()).filter((name) => name !== 'all');
}

export async function showSection(page: Page, section: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = name;
  }, section);
  await page.locator(`main[data-shown="${section}"]`).waitFor();
}

/** All cases of the section that is shown, once two readings in a row are the same. */
export async function drawnCases(page: Page, section: string): Promise<DrawnCase[]> {
  let last: readonly string[] = [];
  for (;;) {
    await settle(page);
    const [trees, pictures] = [await page.evaluate(readTrees), await page.evaluate(readPictures, longestPx)];
    const now = trees.map((tree, i) => JSON.stringify([tree, pictures[i]]));
    if (now.length === last.length && now.every((each, i) => each === last[i])) {
      return trees.map(({ id, tree }, i) => ({
        section,
        id,
        markup: markupOf(tree),
        picture: pictures[i] ? decodePicture(Buffer.from(pictures[i].split(',')[1]!, 'base64')) : null,
      }));
    }
    last = now;
  }
}

/** Lets the browser measure what is new, and the page run the timers and frames of the next second. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const sizes = new ResizeObserver(() => {
          sizes.disconnect();
          resolve();
        });
        sizes.observe(document.body);
      }),
  );
  await page.clock.runFor(1000);
}
