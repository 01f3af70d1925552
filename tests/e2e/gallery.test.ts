/** Every drawing in every state, from the gallery page: like its golden in the light, not empty in the dark, and readable for axe. */
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { drawnCases, openGallery, showSection } from '../support/goldens/galleryPage';
import {
  caseDifferences,
  type DrawnCase,
  goldenPictures,
  orphanedGoldens,
  removeGolden,
  writeGoldens,
} from '../support/goldens/goldenFiles';
import { colourCount, inkShare, type Picture } from '../support/goldens/picture';
import { axe, expect, test } from './page';

/** All networks of the gallery are trained in one page. */
test.describe.configure({ timeout: 600_000 });
/** Its clock is moved by hand. */
test.use({ hasOwnContext: true });

/** Without --full, `npm test` looks at the light page only, and by the goldens alone. */
const isCore = Boolean(process.env.CORE);

/** `npm run goldens` asks for it. */
const writes = process.env.GOLDENS === 'write';

test('every case of the gallery is like its golden, none is empty in the dark, and axe finds nothing in it; an emptied canvas is noticed', {
  tag: '@core',
}, async ({ page }) => {
  const differences: string[] = [];
  const empty: string[] = [];
  const faults: unknown[] = [];
  const all: DrawnCase[] = [];
  const goldens = goldenPictures();
  for (const section of await openGallery(page)) {
    await page.emulateMedia({ colorScheme: 'light' });
    await showSection(page, section);
    const drawn = await drawnCases(page, section);
    all.push(...drawn);
    if (writes) drawn.forEach(writeGoldens);
    differences.push(...drawn.flatMap(caseDifferences));
    if (isCore) continue;
    faults.push(...(await violations(page)));
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await drawnCases(page, section);
    empty.push(...dark.filter((each) => isEmptier(each, goldens)).map(({ id }) => id));
    // In the dark nothing differs but colours.
    faults.push(...(await violations(page, ['color-contrast'])));
    if (['scatter', 'lossPoints'].includes(section)) await expectEmptiedNoticed(page, section);
  }
  if (writes) orphanedGoldens(all).forEach(removeGolden);
  expect(all.length).toBeGreaterThan(200);
  expect(differences.join('\n')).toBe('');
  expect(orphanedGoldens(all)).toEqual([]);
  expect(empty).toEqual([]);
  expect(faults).toEqual([]);
});

/** In the light, where every case is like its golden. */
async function expectEmptiedNoticed(page: Page, section: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const whole = await drawnCases(page, section);
  expect(whole.flatMap(caseDifferences)).toEqual([]);
  await page.evaluate(() => {
    for (const canvas of document.querySelectorAll('canvas')) {
      canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    }
  });
  for (const drawn of await drawnCases(page, section)) {
    expect(caseDifferences(drawn), drawn.id).toEqual([
      expect.stringContaining(`${drawn.id}.png has ink on 0.00 %`),
    ]);
  }
}

test('surfaces are drawn by WebGL', async ({ page }) => {
  await page.goto('./gallery.html#surfaces');
  for (const id of ['cost-regression', 'output-class']) {
    const surface = page.locator(`#${id} [data-drawn]`);
    await expect(surface).toBeVisible({ timeout: 60_000 });
    const colours = async () => colourCount(PNG.sync.read(await surface.screenshot()));
    await expect.poll(colours).toBeGreaterThan(1000);
  }
});

/** Less than a third of the ink of the light picture. */
function isEmptier({ section, id, picture }: DrawnCase, goldens: ReadonlyMap<string, Picture>): boolean {
  const light = goldens.get(`${section}/${id}.png`);
  return light !== undefined && (!picture || 3 * inkShare(picture) < inkShare(light));
}

async function violations(page: Page, rules?: string[]): Promise<[rule: string, html: string[]][]> {
  // Most elements of this section are the cells of one table; cells like them are in the smaller ones.
  const audit = axe(page).exclude('#matrix-scrolled td');
  const { violations: found } = await (rules ? audit.withRules(rules) : audit).analyze();
  return found.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}
