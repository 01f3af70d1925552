/** Runs in comparison: kept, laid over each other, opened again; and a race of two variants. */
import type { Page } from '@playwright/test';
import {
  axe,
  button,
  colours,
  expect,
  figure,
  metric,
  networkLink,
  open,
  openSheet,
  resent,
  showPage,
  stepEpoch,
  test,
} from './page';

/** Runs that are compared and a race need a network. */
async function openRuns(page: Page, query = `lang=en&page=runs${networkLink}`): Promise<void> {
  await open(page, query);
  await expect(button(page, 'Sigmoid against ReLU in hidden layers')).toBeVisible();
}

/** Trains for a few epochs and rests. */
async function trainSome(page: Page, epochs: number): Promise<void> {
  for (let i = 0; i < epochs; i++) await stepEpoch(page);
}

const optimiser = (page: Page) => page.getByRole('button', { name: /Optimiser/ });

async function chooseSgd(page: Page): Promise<void> {
  await openSheet(page, 'Training');
  await optimiser(page).click();
  await page.getByRole('option', { name: 'SGD', exact: true }).click();
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** Epochs of all lanes, read at one moment. */
async function laneEpochs(page: Page): Promise<number[]> {
  const shown = await page
    .locator('[data-lane-epoch]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-lane-epoch') ?? ''));
  return shown.map((text) => (text === '' ? Number.NaN : Number(text)));
}

async function violations(page: Page) {
  const found = await axe(page).analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

test('two runs are kept, compared in words and laid over the chart, outlive a reload, and open again', {
  tag: '@core',
}, async ({ page }) => {
  await openRuns(page);
  await expect(button(page, 'Keep this run')).toBeDisabled();
  await trainSome(page, 3);
  const loss = await metric(page, 'trainLoss');
  await button(page, 'Keep this run').click();
  await expect(row(page, '8-8 ReLU · Adam 0.01')).toContainText('nothing');
  await chooseSgd(page);
  await button(page, 'Start over').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(0);
  await trainSome(page, 2);
  await button(page, 'Keep this run').click();
  const adam = row(page, '8-8 ReLU · Adam 0.01');
  await expect(adam).toContainText('Optimiser: Adam (now SGD)');
  await expect(adam).toContainText(Number(loss).toFixed(3));
  await button(page, 'Curve of 8-8 ReLU · Adam 0.01').click();
  await button(page, 'Curve of 8-8 ReLU · SGD 0.01').click();
  const chart = page.getByRole('slider', { name: 'Timeline' });
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuetext', /^epoch 0, train .*, test .*, A .*, B /);
  await expect(page.getByRole('list', { name: 'Curves of kept runs: cost J, train' })).toContainText(
    'A8-8 ReLU · Adam 0.01',
  );
  await page.reload();
  await showPage(page, 'Runs');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('list', { name: 'Curves of kept runs: cost J, train' })).toBeVisible();
  await button(page, 'Open 8-8 ReLU · Adam 0.01').click();
  const training = page.getByRole('button', { name: /^Training:/ });
  await expect(training).toHaveAccessibleName(/Adam/);
  await button(page, 'Undo').click();
  await expect(training).not.toHaveAccessibleName(/Adam/);
});

test('a kept run gets another name, and one that was deleted comes back', async ({ page }) => {
  await openRuns(page);
  await trainSome(page, 1);
  await button(page, 'Keep this run').click();
  await button(page, 'Rename 8-8 ReLU · Adam 0.01').click();
  await page.keyboard.type('first try');
  // While a word is composed, as Chinese is typed, these keys are for its candidates.
  for (const key of ['Enter', 'Escape']) {
    await page.locator('input:focus').evaluate((field, pressed) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, isComposing: true, bubbles: true }));
    }, key);
  }
  await expect(page.locator('input:focus')).toHaveValue('first try');
  await page.keyboard.press('Enter');
  await expect(row(page, 'first try')).toBeVisible();
  await expect(button(page, 'Rename first try')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('second thoughts');
  await page.keyboard.press('Escape');
  await expect(row(page, 'first try')).toBeVisible();
  await button(page, 'Delete first try').click();
  await expect(page.getByRole('row')).toHaveCount(0);
  await expect(page.getByText('“first try” was deleted.')).toBeVisible();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'first try')).toBeVisible();
});

test('without storage a run is kept on the page, and a sentence says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      value: {
        open: () => {
          throw new Error('no');
        },
      },
    });
  });
  await openRuns(page);
  await trainSome(page, 1);
  await button(page, 'Keep this run').click();
  await expect(page.getByText(/kept runs stay only until it is closed/)).toBeVisible();
  await expect(row(page, '8-8 ReLU')).toBeVisible();
});

test('sigmoid against ReLU: two boundaries advance by the same epochs, and one is adopted', async ({
  page,
}) => {
  await openRuns(page);
  await button(page, 'Play').click();
  await button(page, 'Sigmoid against ReLU in hidden layers').click();
  await expect(button(page, 'Pause')).toHaveCount(0);
  await expect(page.getByRole('article')).toHaveCount(2);
  const seen = new Set<number>();
  await expect
    .poll(
      async () => {
        const [sigmoid, relu] = await laneEpochs(page);
        expect(sigmoid).toBe(relu);
        if (sigmoid !== undefined && sigmoid > 0) seen.add(sigmoid);
        return seen.size;
      },
      { timeout: 20_000, intervals: [150] },
    )
    .toBeGreaterThan(4);
  for (const name of ['sigmoid', 'ReLU']) {
    const plane = page.getByRole('img', { name: `Answer of ${name}` });
    await expect.poll(() => colours(plane)).toBeGreaterThan(20);
  }
  const chart = page.getByRole('slider', { name: 'Cost J of the variants' });
  await expect(chart).toHaveAttribute('aria-valuetext', /^epoch \d+, sigmoid .*, ReLU /);
  await button(page, 'Pause: Race').click();
  await expect(button(page, 'Play: Race')).toBeVisible();
  await button(page, 'Start over: Race').click();
  await expect.poll(() => laneEpochs(page)).toEqual([0, 0]);
  await button(page, 'Use this one: sigmoid').click();
  await expect(page.getByRole('button', { name: /^Model: .*sigmoid/ })).toBeVisible();
  await expect(button(page, 'In use')).toBeDisabled();
  await button(page, 'Close the race').click();
  await expect(button(page, 'Sigmoid against ReLU in hidden layers')).toBeVisible();
});

test('a race whose worker dies says so, and Start over begins it again', async ({ page }) => {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch(resent);
    const sabotage = `addEventListener('message', ({ data }) => {
      if (self.name === 'race' && data.type === 'pause') setTimeout(() => { throw new Error('sabotage'); });
    });`;
    await route.fulfill({ response, body: `${sabotage}\n${await response.text()}` });
  });
  await openRuns(page);
  await button(page, 'Sigmoid against ReLU in hidden layers').click();
  await expect.poll(async () => (await laneEpochs(page))[0]).toBeGreaterThan(0);
  await button(page, 'Pause: Race').click();
  await expect(page.getByText('The race was interrupted; Start over begins it again.')).toBeVisible();
  await expect(button(page, 'Play: Race')).toBeDisabled();
  await button(page, 'Start over: Race').click();
  await expect.poll(() => laneEpochs(page)).toEqual([0, 0]);
  await button(page, 'Play: Race').click();
  await expect.poll(async () => (await laneEpochs(page))[1]).toBeGreaterThan(0);
});

test('a typed learning rate that is too large diverges alone and says so; what is no rate is refused', async ({
  page,
}) => {
  await openRuns(page, 'lang=en&page=runs&example=regression-line');
  await expect(button(page, 'Sigmoid against ReLU in hidden layers')).toBeDisabled();
  await expect(page.getByText(/Without hidden layers/)).toBeVisible();
  await page.getByRole('button', { name: /What differs/ }).click();
  await page.getByRole('option', { name: 'Learning rate' }).click();
  const rates = page.getByRole('textbox', { name: 'Learning rates' });
  await rates.fill('0.001, quick');
  await rates.press('Enter');
  await expect(page.getByText('“quick” is not a learning rate from 0.00001 to 10.')).toBeVisible();
  await expect(button(page, 'Start the race')).toBeDisabled();
  await rates.fill('0.001, 10');
  await button(page, 'Start the race').click();
  await expect(page.getByRole('article', { name: '10' })).toContainText(/Diverged after epoch/, {
    timeout: 20_000,
  });
  const steady = async () => (await laneEpochs(page))[0] ?? 0;
  const epoch = await steady();
  await expect.poll(steady).toBeGreaterThan(epoch);
});

test('axe finds nothing among kept runs and in a race, in light and dark', async ({ page }) => {
  const expectNone = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
  };
  await openRuns(page);
  await trainSome(page, 2);
  for (let i = 0; i < 4; i++) await button(page, 'Keep this run').click();
  const curves = page.getByRole('button', { name: /^Curve of/ });
  for (let i = 0; i < 4; i++) await curves.nth(i).click();
  const legend = page.getByRole('list', { name: /^Curves of kept runs/ });
  await expect(legend.getByRole('listitem')).toHaveCount(4);
  await expectNone();
  await button(page, 'Sigmoid against ReLU in hidden layers').click();
  await expect.poll(async () => (await laneEpochs(page))[0]).toBeGreaterThan(0);
  await button(page, 'Pause: Race').click();
  await expectNone();
});

test('on a phone nothing runs over the side, with kept runs and with a race', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const lang of ['en', 'zh']) {
    await open(page, `lang=${lang}&page=runs${networkLink}`);
    // The ten updates of an epoch.
    for (let i = 0; i < 10; i++) await page.getByRole('button', { name: /^(One step|走一步)$/ }).click();
    await page.getByRole('button', { name: /^(Keep this run|保留这次训练)$/ }).click();
    await expect(page.getByRole('row')).not.toHaveCount(0);
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await over()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: /^(Sigmoid against|隐藏层用)/ }).click();
    await expect(page.getByRole('article')).toHaveCount(2);
    expect(await over()).toBeLessThanOrEqual(0);
    for (const width of [360, 390, 1024, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await expect.poll(() => lanesBeyondTheirRoom(page), `${lang}, ${width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
  }
});

/** Figures of lanes that have less room than the longest numbers need. */
function lanesBeyondTheirRoom(page: Page): Promise<string[]> {
  return page.locator('article table').evaluateAll((tables) => {
    const longest = ['1.23e+38', '100.0 %'];
    return tables
      .filter((table) => {
        const copy = table.cloneNode(true) as HTMLElement;
        copy.querySelectorAll('tbody td').forEach((cell, i) => {
          cell.textContent = longest[i % 2] ?? '';
        });
        table.after(copy);
        copy.style.width = 'min-content';
        const isWider = copy.offsetWidth > (table.parentElement?.clientWidth ?? 0);
        copy.remove();
        return isWider;
      })
      .map(({ textContent }) => textContent);
  });
}
