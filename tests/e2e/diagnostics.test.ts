/** The closer looks into the layers: the page Diagnostics, and the space that a hidden layer makes of the plane. */
import type { Locator, Page } from '@playwright/test';
import type { Experiment, HiddenLayer } from '../../src/engine/experiment';
import { encodeLink } from '../../src/persistence/link';
import { networkExperiment } from '../support/testExperiment';
import { axe, button, colours, expect, open, openSheet, shownPage, showPage, stepEpoch, test } from './page';

const withHidden = (hidden: readonly HiddenLayer[], more: Partial<Experiment> = {}): Experiment => ({
  ...networkExperiment,
  ...more,
  model: { ...networkExperiment.model, ...more.model, hidden },
});

async function openPage(page: Page, name: 'Diagnostics' | 'Hidden layer', experiment = networkExperiment) {
  const id = name === 'Diagnostics' ? 'diagnostics' : 'hidden-layer';
  await open(page, `lang=en&page=${id}${encodeLink(experiment)}`);
  return page.getByRole('tabpanel', { name });
}

/** The values of the layers, first to last, as a chart says them. */
async function read(chart: Locator): Promise<number[]> {
  const text = (await chart.getAttribute('aria-valuetext')) ?? '';
  return [...text.matchAll(/(?:hidden \d+|output) ([\d.,e−+]+)/g)].map(([, value]) =>
    Number(value!.replaceAll('−', '-').replace(/,$/, '').replaceAll(',', '')),
  );
}

test('Diagnostics begin with gradients and no updates, follow training and begin anew with it, are read off by keyboard and by axe, on a phone too', async ({
  page,
}) => {
  const panel = await openPage(page, 'Diagnostics');
  const gradients = panel.getByRole('slider', { name: 'Gradient norm' });
  await test.step('axe finds nothing, on a phone either, where nothing runs over the side', () =>
    expectReadable(page, panel.getByRole('table')));

  await test.step('before the first update there are gradients but no updates; Play draws both, Start over begins anew', async () => {
    const updates = panel.getByRole('slider', { name: 'Update to weight' });
    await expect(gradients).toHaveAttribute(
      'aria-valuetext',
      /^epoch 0, hidden 1 [\d.]+, hidden 2 [\d.]+, output/,
    );
    await expect(panel.getByText('No updates yet: press Play.')).toBeVisible();
    await button(page, 'Play').click();
    await expect(updates).toHaveAttribute('aria-valuetext', /^epoch [1-9][\d,.]*, hidden 1 /, {
      timeout: 20_000,
    });
    for (const ratio of await read(updates)) expect(ratio).toBeGreaterThan(0);
    const first = Number(await gradients.getAttribute('aria-valuenow'));
    await expect
      .poll(async () => Number(await gradients.getAttribute('aria-valuenow')))
      .toBeGreaterThan(first);
    await button(page, 'Start over').click();
    await expect(gradients).toHaveAttribute('aria-valuemax', '0');
    await expect(panel.getByText('No updates yet: press Play.')).toBeVisible();
  });

  await test.step('charts are read off by keyboard, histograms tell their range', async () => {
    for (const epoch of [1, 2]) {
      await stepEpoch(page);
      await expect(gradients).toHaveAttribute('aria-valuemax', String(epoch));
    }
    await gradients.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(gradients).toHaveAttribute('aria-valuetext', /^epoch 1,/);
    await expect(
      panel.getByRole('img', { name: /^Activations of hidden 1: from 0 to [\d.]+/ }),
    ).toBeVisible();
    await expect(
      panel.getByRole('img', { name: /^Weights of output: from −[\d.]+ to [\d.]+/ }),
    ).toBeVisible();
  });
});

test('in a deep sigmoid network the gradient vanishes towards the first layer', { tag: '@core' }, async ({
  page,
}) => {
  const deep = withHidden(Array<HiddenLayer>(6).fill({ units: 8, activation: 'sigmoid' }));
  const panel = await openPage(page, 'Diagnostics', deep);
  const gradients = panel.getByRole('slider', { name: 'Gradient norm' });
  await expect.poll(() => read(gradients)).toHaveLength(7);
  const norms = await read(gradients);
  expect(norms[0]! * 100).toBeLessThan(norms[6]!);
  for (const [layer, norm] of norms.slice(1).entries()) expect(norm).toBeGreaterThan(norms[layer]!);
  await stepEpoch(page);
  await expect(gradients).toHaveAttribute('aria-valuemax', '1');
  const stepped = await read(gradients);
  expect(stepped[0]! * 10).toBeLessThan(stepped[6]!);
  await expect(panel.getByRole('cell', { name: /of [\d,]+ saturated/ }).first()).toBeVisible();
});

test('dead units are counted, and a gradient of exactly 0 is drawn at the foot and said', async ({
  page,
}) => {
  const silent = withHidden(networkExperiment.model.hidden, {
    model: { ...networkExperiment.model, initializer: 'zeros' },
  });
  const panel = await openPage(page, 'Diagnostics', silent);
  await expect(panel.getByRole('cell', { name: '8 of 8 dead' })).toHaveCount(2);
  await expect(panel.getByText('hidden 1, hidden 2: 0 or nearly, at the foot')).toBeVisible();
  await expect(panel.getByRole('slider', { name: 'Gradient norm' })).toHaveAttribute(
    'aria-valuetext',
    /hidden 1 0, hidden 2 0, output 0\.\d+$/,
  );
});

test('a learning rate that is far too high kills units', async ({ page }) => {
  const { training } = networkExperiment;
  const wild = { ...training, learningRate: 5, optimizer: { id: 'sgd', options: {} } } as const;
  const panel = await openPage(
    page,
    'Diagnostics',
    withHidden(networkExperiment.model.hidden, { training: wild }),
  );
  const dead = async () => {
    const texts = await panel.getByRole('cell', { name: /\d of 8 dead/ }).allTextContents();
    return texts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
  };
  await expect.poll(dead).toBe(0);
  for (let epochs = 0; epochs < 3; epochs++) await stepEpoch(page);
  await expect.poll(dead).toBeGreaterThan(0);
});

/** On a wide screen and on a phone. */
async function expectReadable(page: Page, content: Locator): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    const at = `at ${width} × ${height}`;
    await page.setViewportSize({ width, height });
    await expect(content, at).toBeVisible();
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(over, at).toBeLessThanOrEqual(0);
    const sides = () =>
      shownPage(page)
        .getByRole('tabpanel')
        .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    await expect.poll(sides, at).toBeLessThanOrEqual(0);
    const { violations } = await axe(page).include('#page').analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
      at,
    ).toEqual([]);
  }
}

/** Everything the canvas shows, as a number. */
function fingerprint(panel: Locator): Promise<number> {
  return panel
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.reduce((hash, byte) => (hash * 31 + byte) | 0, 7);
    });
}

test('the hidden space shows points and grid, follows training, meets the plane in its points, shows other layers and axes, and axe finds nothing in it, on a phone either', async ({
  page,
}) => {
  const panel = await openPage(page, 'Hidden layer');
  await test.step('axe finds nothing, on a phone either, where nothing runs over the side', () =>
    expectReadable(page, panel.getByRole('application')));

  await test.step('the hidden space shows points and grid, follows training, and meets the plane in its points', async () => {
    const space = panel.getByRole('application', { name: /^Hidden layer 2: .* Units: 8, points: 400/ });
    await expect(panel.getByText(/These two axes show [\d.]+ % of the variance of 8 units/)).toBeVisible();
    await expect.poll(() => colours(space)).toBeGreaterThan(8);
    const before = await fingerprint(space);
    await button(page, 'Play').click();
    await expect.poll(() => fingerprint(space), { timeout: 20_000 }).not.toBe(before);
    await button(page, 'Pause').click();
    await space.focus();
    await page.keyboard.press('ArrowRight');
    const said = space.locator('[aria-live]');
    // Where training stands at the pause is not known: a number may be as small as 5.5e−4.
    await expect(said).toHaveText(
      /^Point 1, class \d, (training|test): axis 1 = −?[\d.]+(e−\d+)?, axis 2 = −?[\d.]+(e−\d+)?\.$/,
    );
    await page.keyboard.press('Enter');
    await expect(said).toHaveText('Selected.');
    await expect(button(page, 'Delete selected (1)')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(button(page, 'Delete selected (1)')).toBeHidden();
  });

  await test.step('another layer and other axes can be looked at', async () => {
    await panel.getByRole('button', { name: /Hidden layer/ }).click();
    await page.getByRole('option', { name: /^1: ReLU/ }).click();
    await expect(panel.getByRole('application', { name: /^Hidden layer 1:/ })).toBeVisible();
    await panel.getByText('two units', { exact: true }).click();
    await expect(panel.getByText('Two of 8 units; the others are not seen.')).toBeVisible();
    await panel.getByRole('button', { name: /Across/ }).click();
    await page.getByRole('option', { name: 'a₅' }).click();
    const space = panel.getByRole('application');
    await space.focus();
    await page.keyboard.press('ArrowRight');
    await expect(space.locator('[aria-live]')).toHaveText(/a₅ = [\d.]+, a₂ = [\d.]+\.$/);
  });
});

test('before the output, two units show where classes tie; without hidden layers one can be added', async ({
  page,
}) => {
  const panel = await openPage(
    page,
    'Hidden layer',
    withHidden([
      { units: 8, activation: 'relu' },
      { units: 2, activation: 'tanh' },
    ]),
  );
  await expect(panel.getByText('where two classes tie: a straight line here')).toBeVisible();
  await openSheet(page, 'Model');
  await page.locator('label', { hasText: /^softmax$/ }).click();
  await expect(panel.getByText(/A model without hidden layers sees the plane as it is/)).toBeVisible();
  await panel.getByRole('button', { name: 'Add layer' }).click();
  await expect(panel.getByRole('application', { name: /^Hidden layer 1: .* Units: 8,/ })).toBeVisible();
  await expect(panel.getByText(/These two axes show/)).toBeVisible();
});

test('a model with one input is a curve in the hidden space, and has health, too', async ({ page }) => {
  await open(page, 'lang=en&example=regression-sine');
  await showPage(page, 'Hidden layer');
  await expect(page.getByText('x₁ from left to right')).toBeVisible();
  await showPage(page, 'Diagnostics');
  await expect(page.getByRole('slider', { name: 'Gradient norm' })).toHaveAttribute(
    'aria-valuetext',
    /output/,
  );
});
