/** Experiments that come from outside, good and bad, and what outlives a visit. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { decodeText } from '../../src/engine/document';
import type { Experiment } from '../../src/engine/experiment';
import { decodeLink, encodeLink } from '../../src/persistence/link';
import { cloud, experimentWith } from '../support/testExperiment';
import { button, expect, figure, metric, open, openMore, openSheet, stepEpoch, test } from './page';

/** With twelve points of its own. */
const spiralExperiment = experimentWith({ data: { classes: 2, source: cloud(12, 2) } });
const dataPart = (page: Page) => page.getByRole('button', { name: /^Data:/ });

test('a reload brings back what was made', { tag: '@core' }, async ({ page }) => {
  await open(page);
  await openSheet(page, 'Data');
  await button(page, 'Two moons').click();
  await expect(dataPart(page)).toHaveText(/moons/i);
  await page.reload();
  await expect(dataPart(page)).toHaveText(/moons/i);
});

/** Points of the documents in the database. */
const keptPoints = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const request = indexedDB.open('quadrant');
        request.onsuccess = () => {
          const all = request.result.transaction('documents').objectStore('documents').getAll();
          all.onsuccess = () => {
            request.result.close();
            const kept = all.result as { experiment: Experiment }[];
            resolve(
              kept.map(({ experiment: { data } }) => ('x1' in data.source ? data.source.x1.length : 0)),
            );
          };
        };
      }),
  );

test('what goes on without a rest is written all the same', async ({ page }) => {
  await open(page, `lang=en${encodeLink(spiralExperiment)}`);
  await page.getByRole('application', { name: 'Decision boundary' }).focus();
  // A point every tenth of a second, by the key that places one.
  await page.evaluate(() => {
    const place = () =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    setInterval(place, 100);
  });
  await expect.poll(async () => Math.max(...(await keptPoints(page)))).toBeGreaterThan(12);
});

test('a document that cannot be read is said, stays kept, and is had as a file', async ({ page }) => {
  // Browsers that have no dialog for files download.
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(globalThis, name);
  });
  await page.goto('./icon.svg');
  await page.evaluate(
    (experiment) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('quadrant', 3);
        request.onupgradeneeded = () => {
          const { result: db } = request;
          db.createObjectStore('runs', { keyPath: 'id' });
          const documents = db.createObjectStore('documents', { keyPath: 'id' });
          documents.createIndex('changedAt', 'changedAt');
          documents.put({ id: 'newer', changedAt: 1_700_000_000_000, experiment });
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    { ...spiralExperiment, version: 99 },
  );
  await open(page);
  await expect(page.getByText('The last document cannot be read here')).toBeVisible();
  await expect(page.getByText(/made by a newer Quadrant \(version 99\)/)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').click()]);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8')) as unknown).toEqual({
    ...spiralExperiment,
    version: 99,
  });
  await button(page, 'Clear').click();
  await expect.poll(() => figure(page, 'points')).toBe(0);
  await page.reload();
  await expect.poll(() => figure(page, 'points')).toBe(0);
  await openMore(page);
  await button(page, 'Earlier documents').click();
  await expect(page.getByRole('menuitem', { name: 'Cannot be opened here: save as a file' })).toBeVisible();
});

test('a change to an example outlives a reload, and an example only looked at leaves what was kept', async ({
  page,
}) => {
  await open(page, 'lang=en&example=xor-relu');
  await expect(dataPart(page)).toHaveText(/XOR/);
  await button(page, 'Clear').click();
  await expect(page).not.toHaveURL(/example/);
  await page.reload();
  await expect.poll(() => figure(page, 'points')).toBe(0);
  await open(page, 'lang=en&example=spiral-two');
  await expect(dataPart(page)).toHaveText(/spiral/i);
  await page.goto('./?lang=en#plane');
  await expect.poll(() => figure(page, 'points')).toBe(0);
});

test('a link holds the whole experiment', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'lang=en&example=regression-sine');
  const curve = (tab: Page) => tab.getByRole('img', { name: 'Fitted curve' });
  await expect(curve(page)).toBeVisible();
  const share = async (tab: Page) => {
    await tab.evaluate(() => navigator.clipboard.writeText(''));
    await button(tab, 'Share').click();
    const copied = () => tab.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).not.toBe('');
    return copied();
  };
  // A change, so that the link cannot be the example itself.
  await openSheet(page, 'Training');
  const rate = page.getByRole('textbox', { name: 'Learning rate α, typed' });
  await rate.fill('0.0123');
  await rate.press('Enter');
  const link = await share(page);
  const { experiment } = decodeText(readFileSync('public/examples/regression-sine.json', 'utf8'));
  const changed = { ...experiment, training: { ...experiment?.training, learningRate: 0.0123 } };
  const documentOf = (address: string) => decodeLink(new URL(address).hash)?.experiment;
  expect(documentOf(link)).toEqual(changed);
  const other = await context.newPage();
  await other.goto(link.replace('#', '?lang=en#'));
  await expect(curve(other)).toBeVisible();
  expect(documentOf(await share(other))).toEqual(changed);
});

test('the document of a link is the first that is trained, and nothing is there to undo', {
  tag: '@core',
}, async ({ page }) => {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const { postMessage } = Worker.prototype as { postMessage: (this: Worker, ...all: unknown[]) => void };
    Worker.prototype.postMessage = function (this: Worker, message: { type: string }, ...rest: []) {
      told.push(message.type);
      postMessage.call(this, message, ...rest);
    };
  });
  await open(page, `lang=en${encodeLink(spiralExperiment)}`);
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told.filter((type) => type === 'configure')).toHaveLength(1);
  expect(await figure(page, 'points')).toBe(12);
  await expect(button(page, 'Undo')).toBeDisabled();
});

test.describe('a browser whose storage answers late', () => {
  test.beforeEach(async ({ page }) => {
    // The database is being made, with a document in it, until the test lets it be: what the page asks of it waits.
    await page.addInitScript((experiment) => {
      const request = indexedDB.open('quadrant', 3);
      request.onupgradeneeded = () => {
        const { result: db, transaction } = request;
        db.createObjectStore('runs', { keyPath: 'id' });
        const documents = db.createObjectStore('documents', { keyPath: 'id' });
        documents.createIndex('changedAt', 'changedAt');
        documents.put({ id: 'kept', changedAt: 1, experiment });
        const busy = () => {
          if (Reflect.get(window, 'isStorageFree')) return;
          transaction!.objectStore('runs').count().onsuccess = busy;
        };
        busy();
      };
      request.onsuccess = () => request.result.close();
    }, spiralExperiment);
    await page.goto('./?lang=en');
  });

  const free = (page: Page) => page.evaluate(() => void Object.assign(window, { isStorageFree: true }));
  const isOpen = (page: Page) => () =>
    page.evaluate(() => performance.getEntriesByName('document-open').length);

  test('is not waited for: the page trains its default, and what is made of it stays', async ({ page }) => {
    await expect.poll(() => figure(page, 'points')).toBe(400);
    await stepEpoch(page);
    await button(page, 'Clear').click();
    await expect.poll(() => figure(page, 'points')).toBe(0);
    await free(page);
    await expect.poll(isOpen(page)).toBe(1);
    expect(await figure(page, 'points')).toBe(0);
    await button(page, 'Undo').click();
    await expect.poll(() => figure(page, 'points')).toBe(400);
  });

  test('brings its document all the same where nothing was made, and undo leads back from it', async ({
    page,
  }) => {
    await expect.poll(() => figure(page, 'points')).toBe(400);
    // The first picture is that of the default.
    await expect.poll(() => metric(page, 'device')).not.toBe('');
    const slow = page.getByText(/storage does not answer/);
    await expect(slow).toBeVisible();
    await free(page);
    await expect(slow).toHaveCount(0);
    await expect.poll(() => figure(page, 'points')).toBe(12);
    await expect.poll(isOpen(page)).toBe(1);
    await button(page, 'Undo').click();
    await expect.poll(() => figure(page, 'points')).toBe(400);
  });
});

test('an address that leads nowhere ends in one sentence and leaves the page at work', async ({ page }) => {
  for (const [what, address, sentence] of [
    ['a damaged link', 'lang=en#e=AAAA!', /link is damaged or incomplete/],
    ['an unknown example', 'lang=en&example=nothing-here', /no example named “nothing-here”/],
    ['an example with a path in its name', 'lang=en&example=../index', /no example named/],
  ] as const) {
    await test.step(what, async () => {
      await page.goto(`./?${address}`);
      await expect(page.getByText(sentence), what).toBeVisible();
      await expect.poll(() => figure(page, 'points'), what).toBe(400);
      await stepEpoch(page);
    });
  }
});

test('a file that is no experiment is refused by name and value', { tag: '@core' }, async ({ page }) => {
  await page.addInitScript(() => {
    // Without the file system access API the page falls back to a plain file input, which a test can fill.
    Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
  });
  await open(page);
  const example = readFileSync('public/examples/xor-relu.json', 'utf8');
  for (const [name, content, sentence] of [
    ['no.json', '{"version":1,', /not valid JSON/],
    ['future.json', '{"version":99}', /newer Quadrant \(version 99\)/],
    [
      'range.json',
      example.replace(/"learningRate":\s*[\d.e-]+/, '"learningRate": 1000'),
      /training\.learningRate is 1000/,
    ],
  ] as const) {
    await openMore(page);
    const chosen = page.waitForEvent('filechooser');
    await button(page, 'Open').click();
    await (await chosen).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await expect(page.getByText(`The file ${name} was not opened`)).toBeVisible();
    await expect(page.getByText(sentence), name).toBeVisible();
    expect(await figure(page, 'points'), name).toBe(400);
    await page.keyboard.press('Escape');
  }
});

for (const dialog of ['the dialog of a file input', 'the dialog of the file system'] as const) {
  test(`Open, pressed twice, opens one document: ${dialog}`, async ({ page }) => {
    const content = readFileSync('public/examples/xor-relu.json', 'utf8');
    const chosen = page.waitForEvent('filechooser');
    if (dialog === 'the dialog of a file input') {
      await page.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
      });
    } else {
      // The headless browser has no such dialog: it stays open until the test answers, and refuses a second one, as browsers do.
      await page.addInitScript(() => {
        let isOpen = false;
        const showOpenFilePicker = () => {
          if (isOpen)
            return Promise.reject(new DOMException('File picker already active.', 'NotAllowedError'));
          isOpen = true;
          return new Promise((resolve) => {
            const answer = (text: string) => {
              resolve([{ getFile: () => Promise.resolve(new File([text], 'xor.json')) }]);
            };
            Object.assign(globalThis, { answer });
          });
        };
        Object.assign(globalThis, { showOpenFilePicker });
      });
    }
    await open(page);
    await openMore(page);
    await button(page, 'Open').dblclick();
    if (dialog === 'the dialog of a file input') {
      const file = { name: 'xor.json', mimeType: 'application/json', buffer: Buffer.from(content) };
      await (await chosen).setFiles(file);
    } else {
      chosen.catch(() => {});
      await page.waitForFunction(() => 'answer' in globalThis);
      await page.evaluate(
        (text) => (globalThis as unknown as { answer: (text: string) => void }).answer(text),
        content,
      );
    }
    await expect(dataPart(page)).toHaveText(/XOR/);
  });
}

test('every example of the menu is there and opens', async ({ page }) => {
  await open(page);
  const names = readdirSync('public/examples').map((file) => file.replace('.json', ''));
  await button(page, 'Examples').click();
  await expect(page.getByRole('menuitem')).toHaveCount(names.length);
  await page.getByRole('menuitem', { name: 'XOR with ReLU' }).click();
  await expect(dataPart(page)).toHaveText(/XOR/);
});

test('what opens files is loaded before a press, and where it comes when the browser has forgotten the press, another one is asked for', async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  // A browser forgets a press after some seconds, and looks of the test at the page count as presses.
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
    const userActivation = { isActive: false };
    addEventListener('pointerdown', () => Object.assign(userActivation, { isActive: true }), true);
    addEventListener('forget', () => Object.assign(userActivation, { isActive: false }));
    Object.defineProperty(navigator, 'userActivation', { value: userActivation });
  });
  let isAsked = false;
  await page.route('**/assets/lazy-tableFiles-*.js', async (route) => {
    isAsked = true;
    await released;
    await route.continue();
  });
  await open(page);
  const dialog = await openMore(page);
  await expect.poll(() => isAsked).toBe(true);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await page.evaluate(() => dispatchEvent(new Event('forget')));
  release();
  const late = page.locator('[data-sonner-toast]', { hasText: 'What opens files came late' });
  const chosen = page.waitForEvent('filechooser');
  await late.getByRole('button', { name: 'Open', exact: true }).click();
  await (await chosen).setFiles('public/examples/logistic-regression.json');
  await expect(page.getByText('Opened logistic-regression.json')).toBeVisible();
});
