/** No text is smaller than 0.75 rem, whether the browser's setting is 16 or 20 px, and whether it is HTML, SVG or painted on a canvas. */
import type { Page } from '@playwright/test';
import { expect, open, showPage, test } from './page';

test.describe.configure({ timeout: 180_000 });

const settings = [16, 20] as const;

declare global {
  interface Window {
    /** What stands on each canvas: its texts, each with its size on the screen in CSS pixels. */
    written: Map<HTMLCanvasElement, Map<string, number>>;
  }
}

/** As the browser's setting does, before the first style is worked out; and canvases tell what they write. */
async function prepare(page: Page, rootPx: number): Promise<void> {
  await page.addInitScript((px) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { font-size: ${px}px }`);
    document.adoptedStyleSheets = [sheet];
    const written: typeof window.written = new Map();
    window.written = written;
    const note = (context: CanvasRenderingContext2D, text: string) => {
      const sizePx = Number.parseFloat(/([\d.]+)px/.exec(context.font)?.[1] ?? '0');
      const scale = context.getTransform().d / devicePixelRatio;
      const texts = written.get(context.canvas) ?? new Map<string, number>();
      texts.set(text, sizePx * scale);
      written.set(context.canvas, texts);
    };
    // oxlint-disable-next-line typescript/unbound-method -- called with the context below
    const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...area) {
      written.delete(this.canvas);
      clearRect.apply(this, area);
    };
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      // What lies off the page is measured or kept for later, not read.
      if (this.canvas.isConnected) note(this, text);
      fillText.call(this, text, ...rest);
    };
  }, rootPx);
}

/** Another size in the open page. */
async function setRoot(page: Page, rootPx: number): Promise<void> {
  await page.evaluate((px) => {
    document.adoptedStyleSheets[0]!.replaceSync(`html { font-size: ${px}px }`);
  }, rootPx);
}

/** Texts below 0.75 of the root's size, with their size: of each kind of element one. Indices and powers are as small as they are. */
function tooSmall(page: Page): Promise<{ found: string[]; texts: number }> {
  return page.evaluate(() => {
    const leastPx = 0.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) - 0.01;
    const found = new Map<string, string>();
    let texts = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent?.trim();
      if (!text || element.closest('script, style, sup, sub, .katex *, .katex-mathml')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getClientRects().length === 0) continue;
      texts++;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1;
      const sizePx = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (sizePx < leastPx)
        found.set(
          `${element.tagName} ${element.getAttribute('class')}`,
          `${text.slice(0, 30)}: ${sizePx} px`,
        );
    }
    for (const [canvas, onCanvas] of window.written) {
      if (!canvas.isConnected) continue;
      for (const [text, sizePx] of onCanvas) {
        texts++;
        if (sizePx < leastPx) found.set(`canvas ${sizePx}`, `${text}: ${sizePx} px`);
      }
    }
    return { found: [...found].map(([kind, text]) => `${kind}: ${text}`), texts };
  });
}

test(`every text of the gallery is at least 0.75 rem at ${settings.join(' and ')} px`, async ({ page }) => {
  await prepare(page, settings[0]);
  await page.goto('./gallery.html');
  await expect.poll(() => page.locator('figure').count(), { timeout: 30_000 }).toBeGreaterThan(25);
  await expect(page.locator('figure [data-unit]').first()).toBeVisible({ timeout: 60_000 });
  for (const rootPx of settings) {
    const at = `${rootPx} px`;
    // The drawings are trained once; they follow the setting as they do when it is changed in an open page.
    if (rootPx !== settings[0]) await setRoot(page, rootPx);
    // The drawings take their turns: the last ones have written their numbers when none of another size is left.
    await expect
      .poll(() => page.evaluate(() => window.written.size), { timeout: 60_000, message: at })
      .toBeGreaterThan(40);
    await expect.poll(async () => (await tooSmall(page)).found, { timeout: 60_000, message: at }).toEqual([]);
    expect((await tooSmall(page)).texts, at).toBeGreaterThan(500);
  }
});

for (const rootPx of settings) {
  test(`every text of the page is at least 0.75 rem at ${rootPx} px`, async ({ page }) => {
    await prepare(page, rootPx);
    for (const query of ['lang=en&example=spiral-four', 'lang=en&mode=present']) {
      await open(page, query);
      for (const name of [
        'One point',
        'Formula',
        'Code',
        'How well',
        'Why',
        'Diagnostics',
        'Runs',
      ] as const) {
        await showPage(page, name);
        const { found } = await tooSmall(page);
        expect(found, name).toEqual([]);
      }
    }
  });
}
