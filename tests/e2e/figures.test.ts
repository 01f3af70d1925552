/** The figures in a page of another site, from a folder of a static host: each moves by itself, fits its frame and opens its lesson. */
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { figureIds } from '../../src/store/screen';
import { axe, expect, open, test } from './page';

const host = 'http://static.test/course/quadrant/';
const dist = join(import.meta.dirname, '../../dist');

/** The widths and heights between which a figure is to hold; each figure is seen at two and at one of the extremes. */
const usual = [
  [600, 400],
  [360, 360],
] as const;
const extremes = [
  [320, 420],
  [900, 420],
] as const;

/** A blog whose page holds the figure in a frame of that size. */
async function embed(
  page: Page,
  id: string,
  [width, height]: readonly [number, number],
  lang: string,
): Promise<Frame> {
  await page.goto('about:blank');
  await page.unrouteAll();
  await page.route(`${host}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname.slice(new URL(host).pathname.length) || 'index.html';
    return route.fulfill({ path: join(dist, file) });
  });
  const frame = `<iframe src="${host}?figure=${id}&lang=${lang}" width="${width}" height="${height}"></iframe>`;
  await page.route('http://blog.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><h1>A course</h1>${frame}` }),
  );
  await page.goto('http://blog.test/');
  const inner = () => page.frames().find((one) => one.url().startsWith(host));
  await expect.poll(() => inner()?.locator(`[data-figure=${id}] footer a`).count()).toBe(1);
  return inner()!;
}

/** Pixels of all canvases, marks of all SVGs and words: what moves, changes it. */
function picture(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const canvases = [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
    const drawings = [...document.querySelectorAll('main svg')].map((svg) => svg.outerHTML);
    return [...canvases, ...drawings, document.querySelector('main')!.textContent].join('\n');
  });
}

function overflow(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide`);
    if (scrollHeight > innerHeight) found.push(`the page is ${scrollHeight} px high`);
    for (const element of document.querySelectorAll<HTMLElement>(
      'main :is(p, h2, pre, button, a, canvas, svg, section)',
    )) {
      if (element.closest('.visually-hidden, .katex-mathml')) continue;
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      if (width === 0) continue;
      const foot = document.querySelector('footer')!.getBoundingClientRect();
      const end = element.closest('footer') ? innerHeight : foot.top;
      if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > end + 1) {
        found.push(`${element.tagName} ${element.textContent.slice(0, 30)} is cut`);
      }
    }
    return found;
  });
}

for (const [i, id] of figureIds.entries()) {
  test(`the figure ${id} moves by itself in a page of another site, at each size, and stops`, {
    tag: i === 0 ? '@core' : [],
  }, async ({ page }) => {
    for (const [k, size] of [...usual, extremes[i % 2]!].entries()) {
      const lang = (i + k) % 2 === 0 ? 'zh' : 'en';
      await test.step(`${size.join('×')} in ${lang}`, async () => {
        await page.setViewportSize({ width: 960, height: 560 });
        await page.emulateMedia({ colorScheme: k % 2 === 0 ? 'light' : 'dark' });
        const frame = await embed(page, id, size, lang);
        const pictures = new Set<string>();
        await expect
          .poll(async () => pictures.add(await picture(frame)).size, { message: 'it moves' })
          .toBeGreaterThan(3);
        expect(await overflow(frame)).toEqual([]);
        await expect(frame.locator('footer a')).toHaveAttribute(
          'href',
          new RegExp(`lang=${lang}&mode=learn&lesson=`),
        );
        if (k > 0) return;
        await frame.getByRole('button', { name: lang === 'zh' ? '暂停' : 'Pause', exact: true }).click();
        await expect
          .poll(async () => {
            const before = await picture(frame);
            await frame.evaluate(
              () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
            );
            return before === (await picture(frame));
          })
          .toBe(true);
      });
    }
  });
}

test('a figure begins again by itself after its end, and its link opens the card of the lesson', async ({
  page,
}) => {
  await page.goto('./?figure=four-classes&lang=en');
  const epoch = page.locator('[data-metric=epoch]');
  const at = async () => Number(await epoch.getAttribute('data-value'));
  let highest = 0;
  await expect
    .poll(
      async () => {
        const now = await at();
        const hasFallen = now < highest / 2;
        highest = Math.max(highest, now);
        return hasFallen && highest > 20;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  expect((await axe(page).analyze()).violations).toEqual([]);
  const href = await page.locator('footer a').getAttribute('href');
  await page.goto(href!);
  await expect(page.locator('section[data-card=four]')).toBeVisible();
});

test('a figure that there is not is one sentence, and the page as it was', async ({ page }) => {
  await open(page, 'lang=en&figure=nothing');
  await expect(page.getByText(/figure.*nothing.*three-steps/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('who asks for little motion sees a figure at rest, and starts it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./?figure=four-classes&lang=en');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect
    .poll(async () => Number(await page.locator('[data-metric=epoch]').getAttribute('data-value')))
    .toBeGreaterThan(0);
});
