// @ts-check
/**
 * npm run screenshots: builds the page and writes the pictures of the docs: docs/screenshot-<language>.webp of an example that was
 * trained, for the two READMEs, and docs/figures/<id>-<language>.webp of each live figure. Chromium encodes them: lossy WebP is a third
 * of a PNG here.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, testArguments } from './browser.js';
import { ensureBrowser, ensureDependencies, root } from './setup.js';

ensureDependencies();
ensureBrowser();
const { chromium } = await import('@playwright/test');
const { build, preview } = await import('vite');

const size = { width: 1366, height: 768 };
const languages = ['en', 'zh'];
const epoch = 200;
const view = `example=network-four-blobs&page=one-point&point=37&epoch=${epoch}`;
const figureSize = { width: 600, height: 400 };
/** As `store/screen.ts` lists them. */
const figureIds = [
  'three-steps',
  'demand',
  'relu',
  'output-activation',
  'flat-parts',
  'linear-collapse',
  'four-classes',
  'minus-log',
];
/** A film has some twenty pictures by then. */
const filmMs = 4500;
const quality = 0.86;

const outDir = join(root, '.cache/screenshots');
await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true, reportCompressedSize: false } });
const server = await preview({
  root,
  logLevel: 'error',
  build: { outDir },
  preview: { port: 4190, strictPort: false },
});
const address = server.resolvedUrls?.local[0] ?? '';
const executablePath = findBrowser();
const browser = await chromium.launch({
  args: testArguments,
  ...(executablePath ? { executablePath } : {}),
});
try {
  for (const language of languages) await takeScreen(language);
  mkdirSync(join(root, 'docs/figures'), { recursive: true });
  for (const language of languages) for (const id of figureIds) await takeFigure(id, language);
} finally {
  await browser.close();
  await server.close();
}

/** @param {string} language */
async function takeScreen(language) {
  const page = await browser.newPage({ viewport: size, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`${address}?lang=${language}&${view}`);
  await page
    .locator(`[data-metric=epoch][data-value="${epoch}"]`)
    .waitFor({ state: 'attached', timeout: 120_000 });
  // The page at the right is the last to come.
  await page.locator('#page [role=tabpanel] svg').first().waitFor({ timeout: 120_000 });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await write(page, `screenshot-${language}`);
}

/** @param {string} id @param {string} language */
async function takeFigure(id, language) {
  const page = await browser.newPage({ viewport: figureSize, colorScheme: 'light' });
  await page.goto(`${address}?figure=${id}&lang=${language}`);
  await page.locator('main footer').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(filmMs);
  await write(page, `figures/${id}-${language}`);
}

/** @param {import('@playwright/test').Page} page @param {string} name in docs/ */
async function write(page, name) {
  const png = (await page.screenshot()).toString('base64');
  const webp = await page.evaluate(encodeWebp, { png, quality });
  writeFileSync(join(root, 'docs', `${name}.webp`), Buffer.from(webp, 'base64'));
  await page.close();
}

/**
 * Runs in the page.
 * @param {{ png: string, quality: number }} given base64
 * @returns {Promise<string>} base64
 */
async function encodeWebp({ png, quality }) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.width,
    height: image.height,
  });
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
}
