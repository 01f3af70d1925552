// @ts-check
/**
 * npm run screenshots: builds the page, trains an example to its end in each language and writes docs/screenshot-<language>.webp, the
 * pictures of the two READMEs. Chromium encodes them: lossy WebP is a third of a PNG here.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserArguments, findBrowser } from './browser.js';
import { ensureBrowser, ensureDependencies, root } from './setup.js';

ensureDependencies();
ensureBrowser();
const { chromium } = await import('@playwright/test');
const { build, preview } = await import('vite');

const size = { width: 1366, height: 768 };
/** What each shows, and the button that stands there when the run has ended. */
const pictures = [
  { query: 'lang=en', end: 'Go on' },
  { query: 'lang=zh', end: '继续' },
];
const view = 'example=network-four-blobs&page=one-point&point=37&speed=once';
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
  args: browserArguments,
  ...(executablePath ? { executablePath } : {}),
});
try {
  for (const { query, end } of pictures) await take(query, end);
} finally {
  await browser.close();
  await server.close();
}

/**
 * @param {string} query
 * @param {string} end
 */
async function take(query, end) {
  const page = await browser.newPage({ viewport: size, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`${address}?${query}&${view}`);
  await page.waitForFunction(() => performance.getEntriesByName('document-open').length > 0);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: end, exact: true }).waitFor({ timeout: 60_000 });
  // The last picture of the run is drawn within two frames.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const png = (await page.screenshot()).toString('base64');
  const webp = await page.evaluate(encodeWebp, { png, quality });
  const path = join(root, 'docs', `screenshot-${query.slice('lang='.length)}.webp`);
  writeFileSync(path, Buffer.from(webp, 'base64'));
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
