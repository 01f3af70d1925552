/** Cost and output as surfaces: Plotly only on opening, parameters set on the contour, contexts given back, and what remains without WebGL. */
import type { Locator, Page } from '@playwright/test';
import { defaultExperiment, type Experiment } from '../../src/engine/experiment';
import { encodeLink } from '../../src/persistence/link';
import { axe, button, colours, expect, figure, open, plane, showPage, test } from './page';

const logistic: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'gaussians', points: 200, noise: 1, seed: 1 },
  },
  model: { ...defaultExperiment.model, hidden: [], outputActivation: 'sigmoid' },
  loss: { ...defaultExperiment.loss, id: 'binaryCrossentropy' },
};

const drawn = (page: Page) => page.locator('[data-drawn]');

/** A figure of the notes: J, or a coordinate. */
async function cost(page: Page, of: 'now' | 'pointed', attribute = 'data-value'): Promise<number> {
  return Number(await page.locator(`[data-cost=${of}]`).getAttribute(attribute));
}

async function pressAt(page: Page, region: Locator, across: number, down: number): Promise<void> {
  const box = await region.boundingBox();
  if (!box) throw new Error('the contour is not on the page');
  await page.mouse.click(box.x + across * box.width, box.y + down * box.height);
}

test('the contour sets two weights and the boundary follows; Plotly comes with the tab, arrows turn the surface', async ({
  page,
}) => {
  const plotly: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('plotlyChunk')) plotly.push(request.url());
  });
  await open(page, `lang=en&speed=once${encodeLink(logistic)}`);
  expect(plotly).toEqual([]);
  await showPage(page, 'Cost surface');
  const contour = page.getByRole('application', { name: /^Contour of the cost over w of x₁ and w of x₂/ });
  await expect(drawn(page)).toBeVisible({ timeout: 20_000 });
  expect(plotly).toHaveLength(1);
  expect(await colours(contour)).toBeGreaterThan(5);
  const before = await plane(page).screenshot();
  await pressAt(page, contour, 0.2, 0.3);
  await expect.poll(() => cost(page, 'now', 'data-x')).toBeCloseTo(await cost(page, 'pointed', 'data-x'), 3);
  // What the surface says of the place is what the run measures there.
  await expect.poll(() => cost(page, 'now')).toBeCloseTo(await cost(page, 'pointed'), 1);
  expect(await figure(page, 'trainLoss')).toBeCloseTo(await cost(page, 'now'), 5);
  await expect.poll(async () => (await plane(page).screenshot()).equals(before)).toBe(false);

  const surface = page.getByRole('application', { name: /^Cost surface over/ });
  const view = await surface.screenshot();
  await surface.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('+');
  await expect.poll(async () => (await surface.screenshot()).equals(view)).toBe(false);
  await contour.focus();
  await page.keyboard.press('ArrowRight');
  await expect(contour.getByText(/w of x₁ = .*: J = /)).toBeAttached();
  const { violations } = await axe(page).include('#page').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await button(page, 'Play').click();
  await page.locator('label', { hasText: /^path$/ }).click();
  await expect(page.getByRole('application', { name: /^Contour of the cost over path, axis 1/ })).toBeVisible(
    {
      timeout: 15_000,
    },
  );
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(100);
});

test('opened and closed again and again, surfaces leave no WebGL context behind', async ({ page }) => {
  await page.addInitScript(() => {
    const contexts = new Set<WebGLRenderingContext>();
    const { prototype } = HTMLCanvasElement;
    // oxlint-disable-next-line typescript/unbound-method -- called with the canvas it is asked of
    prototype.getContext = new Proxy(prototype.getContext, {
      apply: (original, canvas: HTMLCanvasElement, args: [string]) => {
        const context: unknown = Reflect.apply(original, canvas, args);
        if (context instanceof WebGLRenderingContext) contexts.add(context);
        return context;
      },
    });
    Object.assign(window, {
      liveContexts: () => [...contexts].filter((context) => !context.isContextLost()).length,
    });
  });
  const live = () =>
    page.evaluate(() => (window as unknown as { liveContexts: () => number }).liveContexts());
  await open(page, `lang=en${encodeLink(logistic)}`);
  const before = await live();
  for (let i = 0; i < 4; i++) {
    await showPage(page, i % 2 === 0 ? 'Cost surface' : 'Output surface');
    await expect(drawn(page)).toBeVisible({ timeout: 20_000 });
    expect(await live()).toBe(before + 1);
    await showPage(page, 'How well');
    await expect(drawn(page)).toHaveCount(0);
    await expect.poll(live).toBe(before);
  }
  await expect.poll(live).toBe(before);
  await showPage(page, 'Output surface');
  await expect(page.getByRole('application', { name: /^P\(y = ○ \| x\) over the plane/ })).toBeVisible();
  await page.locator('label:has([aria-label="Class 2"])').click();
  await expect(page.getByRole('application', { name: /^P\(y = × \| x\) over the plane/ })).toBeVisible();
});

test('without WebGL the contour remains, and one sentence says why', { tag: '@core' }, async ({ page }) => {
  await page.addInitScript(() => {
    const { prototype } = HTMLCanvasElement;
    // oxlint-disable-next-line typescript/unbound-method -- called with the canvas it is asked of
    prototype.getContext = new Proxy(prototype.getContext, {
      apply: (original, canvas: HTMLCanvasElement, args: [string]): unknown =>
        args[0].includes('webgl') ? null : Reflect.apply(original, canvas, args),
    });
  });
  await open(page, `lang=en${encodeLink(logistic)}`);
  await showPage(page, 'Cost surface');
  await expect(
    page.getByText('No 3-D: this browser offers no WebGL. The contour shows the same.'),
  ).toBeVisible();
  await expect(page.getByRole('application', { name: /^Contour of the cost/ })).toBeVisible();
  await expect(page.getByRole('application', { name: /^Cost surface over/ })).toHaveCount(0);
});
