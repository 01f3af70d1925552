/** The network diagram opened up: units on the plane, weights by hand, layers in place, by mouse, keyboard and finger. */
import type { Locator, Page } from '@playwright/test';
import { encodeLink } from '../../src/persistence/link';
import { networkExperiment } from '../support/testExperiment';
import { axe, button, expect, figure, metric, networkLink, open, openSheet, plane, test } from './page';

const unit = (page: Page, layer: number, index: number) =>
  page.locator(`[data-layer="${layer}"][data-unit="${index}"]`).first();
/** The name of the unit that has taken the place of the boundary. */
const shownUnit = (page: Page) => page.locator('[data-shown-unit]');
const editor = (page: Page) => page.locator('[data-unit-editor]').getByRole('dialog');

/** What the plane looks like, without the pointer's own read-out. */
const look = async (page: Page) =>
  (await plane(page).screenshot({ animations: 'disabled' })).toString('base64');

async function type(field: Locator, value: string): Promise<void> {
  await field.fill(value);
  await field.press('Enter');
}

/** Opens the controls of a layer at its header. */
const openLayer = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();

async function setUnits(page: Page, layer: number, units: string): Promise<void> {
  await openLayer(page, new RegExp(`^Hidden layer ${layer}: `));
  const field = page.getByRole('textbox', { name: `Units of hidden layer ${layer}`, exact: true });
  await type(field, units);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
}

/** The pointer where it touches nothing. */
const away = (page: Page) => page.mouse.move(4, 4);

async function openNetwork(page: Page): Promise<void> {
  await open(page, `lang=en&speed=once${networkLink}`);
  await expect(unit(page, 2, 0)).toBeVisible();
}

test('units take over the plane under the pointer, edges tell their weight, and weights are typed or moved, by keyboard too, also while it trains', {
  tag: '@core',
}, async ({ page }) => {
  await openNetwork(page);
  await test.step('a unit under the pointer takes over the plane and its title, and gives both back', async () => {
    await away(page);
    const boundary = await look(page);
    await unit(page, 0, 2).hover();
    await expect(shownUnit(page)).toHaveText('Hidden 1, unit 3 (ReLU)');
    await expect.poll(() => look(page)).not.toBe(boundary);
    const first = await look(page);
    await unit(page, -1, 0).hover();
    await expect(shownUnit(page)).toHaveText('Input x₁');
    await unit(page, 2, 1).hover();
    await expect(shownUnit(page)).toHaveText('Output, class 2 (softmax)');
    await expect.poll(() => look(page)).not.toBe(first);
    await away(page);
    await expect(shownUnit(page)).toHaveCount(0);
    await expect.poll(() => look(page)).toBe(boundary);
  });

  await test.step('an edge tells its weight and opens the editor at it', async () => {
    // Waits until the diagram stands still.
    await unit(page, 1, 3).hover();
    const box = await unit(page, 1, 3).boundingBox();
    if (!box) throw new Error('the unit is not on the page');
    const spot = [box.x - 8, box.y + box.height / 2] as const;
    await page.mouse.move(...spot);
    await expect(
      page.getByText(/^w = −?\d+\.\d+, from hidden 1, unit \d to hidden 2, unit 4$/),
    ).toBeVisible();
    await page.mouse.click(...spot);
    await expect(editor(page)).toHaveAccessibleName('Hidden 2, unit 4 (ReLU)');
    await expect(
      editor(page)
        .getByRole('slider', { name: /^Weight from unit \d$/ })
        .and(page.locator(':focus')),
    ).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await away(page);
  });

  await test.step('the diagram by keyboard alone: to a unit, into its editor, back to it', async () => {
    const before = await metric(page, 'trainLoss');
    await unit(page, -1, 0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const second = page.getByRole('button', { name: 'Hidden layer 1, unit 2, ReLU' });
    await expect(second).toBeFocused();
    await expect(second).toHaveAttribute(
      'aria-description',
      /^bias −?\d+\.\d+, 2 incoming weights, strongest −?\d+\.\d+ from x[₁₂]$/,
    );
    await expect(shownUnit(page)).toHaveText('Hidden 1, unit 2 (ReLU)');
    await page.keyboard.press('Enter');
    await expect(editor(page)).toBeVisible();
    await expect(editor(page)).toBeFocused();
    const slider = editor(page).getByRole('slider', { name: 'Weight from x₂' });
    for (
      let i = 0;
      i < 12 && !(await slider.evaluate((element) => element === document.activeElement));
      i++
    ) {
      await page.keyboard.press('Tab');
    }
    await expect(slider).toBeFocused();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => metric(page, 'trainLoss')).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await expect(second).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(second).not.toBeFocused();
    await expect(shownUnit(page)).toHaveCount(0);
    await button(page, 'Start over').click();
  });

  await test.step('a typed weight changes the loss at once and stays', async () => {
    const before = await metric(page, 'trainLoss');
    await unit(page, 0, 2).click();
    const weight = editor(page).getByRole('textbox', { name: 'Weight from x₁, typed' });
    await type(weight, '-7.5');
    await expect.poll(() => metric(page, 'trainLoss')).not.toBe(before);
    const after = await metric(page, 'trainLoss');
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await unit(page, 0, 2).click();
    await expect(weight).toHaveValue('-7.5');
    expect(await metric(page, 'trainLoss')).toBe(after);
    expect(await figure(page, 'epoch')).toBe(0);
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
  });

  await test.step('a slider moves a weight while it trains, and training takes it on from there', async () => {
    await button(page, 'Play').click();
    await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(5);
    await unit(page, 1, 0).click();
    const slider = editor(page).getByRole('slider', { name: 'Weight from unit 1' });
    await slider.press('End');
    await expect.poll(async () => Number(await slider.getAttribute('aria-valuetext'))).toBeGreaterThan(3);
    const epoch = await figure(page, 'epoch');
    await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(epoch);
    await button(page, 'Pause').click();
    await expect(editor(page)).toBeVisible();
    await expect(button(page, 'Pause')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await away(page);
  });

  await test.step('Escape closes the editor wherever the focus is; a field that holds a draft comes first', async () => {
    await unit(page, 1, 0).click();
    await expect(editor(page)).toBeVisible();
    await plane(page).focus();
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await unit(page, 1, 0).click();
    await plane(page).focus();
    await unit(page, 1, 0).press('Enter');
    await expect(editor(page)).toBeFocused();
    await openSheet(page, 'Training');
    const rate = page.getByRole('textbox', { name: /^Learning rate α/ });
    await expect(editor(page)).toBeVisible();
    const before = await rate.inputValue();
    await rate.fill('7');
    await expect(editor(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rate).toHaveValue(before);
    await expect(editor(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await expect(rate).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rate).toBeHidden();
    await away(page);
  });

  await test.step('the bias of an output is changed by hand: everything becomes its class', async () => {
    await unit(page, 2, 0).click();
    await expect(editor(page)).toHaveAccessibleName('Output, class 1 (softmax)');
    await type(editor(page).getByRole('textbox', { name: 'Bias b, typed' }), '1e4');
    // A quarter of the blobs is of the first class.
    await expect.poll(() => figure(page, 'trainAccuracy')).toBeLessThan(0.35);
    await type(editor(page).getByRole('textbox', { name: 'Bias b, typed' }), 'much');
    await expect(editor(page).getByText(/“much” is not a number/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await away(page);
  });

  await test.step('choosing from the output menu leaves the plane as it was, though a unit lies under the menu', async () => {
    await openLayer(page, /^Output layer: /);
    await page.getByRole('button', { name: /Activation of the output layer/ }).click();
    await expect(page.getByRole('option', { name: 'softmax' })).toBeVisible();
    const covered = await page.locator('[data-unit]').evaluateAll((units) => {
      const middles = units.map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2] as const;
      });
      return middles.find(([x, y]) => document.elementFromPoint(x, y)?.closest('[role=option]'));
    });
    if (!covered) throw new Error('the menu covers no unit');
    const [x, y] = covered;
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.down();
    await page.mouse.up();
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.mouse.move(x + 2, y);
    await expect(shownUnit(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await away(page);
    await page.mouse.move(x, y, { steps: 4 });
    await expect(shownUnit(page)).toHaveCount(1);
  });
});

test('the editor of a unit stays within the window when that becomes narrow, and beside the unit when it is wide again', async ({
  page,
}) => {
  await openNetwork(page);
  await unit(page, 1, 0).click();
  await expect(editor(page)).toBeVisible();
  const side = page.locator('[data-unit-editor]');
  await expect(side).toHaveAttribute('data-placement', /left|right/);
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const [width, placement] of [
    [390, /bottom|top/],
    [1440, /left|right/],
    [768, /./],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await expect(side).toHaveAttribute('data-placement', placement);
    await expect.poll(beyond).toBeLessThanOrEqual(0);
    const { x, width: wide } = (await editor(page).boundingBox()) ?? { x: -1, width: 0 };
    expect([width, x >= 0 && x + wide <= width]).toEqual([width, true]);
  }
});

test('with one input a unit shows its curve', async ({ page }) => {
  await open(page, 'lang=en&example=regression-sine');
  await away(page);
  const curve = page.getByRole('img', { name: 'Fitted curve' });
  await expect(curve).toBeVisible();
  await unit(page, 0, 0).hover();
  await expect(curve).toBeHidden();
  await expect(page.getByRole('img', { name: /^Hidden 1, unit 1/ }).locator('canvas')).toHaveCount(4);
  await away(page);
  await expect(curve.locator('canvas')).toHaveCount(2);
});

test('a layer is put in between two others, and taken away again; weights and layers are frozen, which undo takes back and a new shape lets go', async ({
  page,
}) => {
  await openNetwork(page);
  await test.step('a layer is put in between two others, and taken away again', async () => {
    await openLayer(page, /^Hidden layer 2: /);
    await button(page, 'Insert a layer before hidden layer 2').press('Enter');
    const third = page.getByRole('button', { name: /^Hidden layer 3: / });
    await expect(third).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await third.click();
    await button(page, 'Remove hidden layer 3').click();
    await expect(third).toBeHidden();
    await openLayer(page, /^Output layer: /);
    await button(page, 'Insert a layer before the output').click();
    await expect(third).toBeVisible();
    await button(page, 'Undo').click();
    await expect(third).toBeHidden();
  });

  await test.step('weights and layers are frozen, which undo takes back and a new shape lets go', async () => {
    await unit(page, 0, 0).click();
    const bias = editor(page).getByRole('button', { name: 'Freeze: Bias b' });
    const layer = editor(page).getByRole('button', { name: 'Freeze layer' });
    await bias.click();
    await expect(bias).toHaveAttribute('aria-pressed', 'true');
    await layer.click();
    await expect(editor(page).getByRole('button', { name: 'Freeze: Weight from x₁' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await button(page, 'Undo').click();
    await expect(layer).toHaveAttribute('aria-pressed', 'false');
    await expect(bias).toHaveAttribute('aria-pressed', 'true');
    await openSheet(page, 'Model');
    await button(page, 'Add layer').click();
    await expect(bias).toHaveAttribute('aria-pressed', 'false');
  });
});

test('at every size of the page the diagram is whole, however deep the network', async ({ page }) => {
  const deep = [128, 8, 8, 8, 8, 8, 8, 8].map((units) => ({ units, activation: 'relu' }) as const);
  const model = { ...networkExperiment.model, hidden: deep };
  await open(page, `lang=en${encodeLink({ ...networkExperiment, model })}`);
  const diagram = page.getByRole('group', { name: /^Network with layers of/ });
  for (const [width, height] of [
    [1440, 900],
    [1366, 768],
    [1280, 720],
    [1024, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(() =>
        diagram.evaluate((frame) => {
          const { left, right, top, bottom } = frame.getBoundingClientRect();
          return [...frame.querySelectorAll('button, canvas')].filter((element) => {
            const box = element.getBoundingClientRect();
            return (
              box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1
            );
          }).length;
        }),
      )
      .toBe(0);
    await expect(diagram.locator('[data-layer="8"]')).toHaveCount(4);
    expect(await diagram.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
  }
});

test('a wide layer opens to all its units and closes again; axe finds nothing in the diagram and its editor, light and dark', async ({
  page,
}) => {
  await openNetwork(page);
  await test.step('a wide layer opens to all its units and closes again', async () => {
    await setUnits(page, 1, '128');
    const opener = page.getByRole('button', { name: /^Show all units of hidden layer 1, \d+ more$/ });
    await expect(opener).toHaveText(/^\+1\d\d$/);
    await opener.click();
    const layer = page.getByRole('dialog', { name: 'Hidden layer 1: all 128 units' });
    const last = layer.getByRole('button', { name: 'Hidden layer 1, unit 128, ReLU' });
    await last.hover();
    await expect(shownUnit(page)).toHaveText('Hidden 1, unit 128 (ReLU)');
    await last.click();
    await expect(editor(page)).toHaveAccessibleName('Hidden 1, unit 128 (ReLU)');
    await page.keyboard.press('Escape');
    await expect(editor(page)).toBeHidden();
    await expect(last).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(layer).toBeHidden();
    await expect(opener).toBeFocused();
  });

  await setUnits(page, 1, '8');
  await setUnits(page, 2, '64');
  for (const colorScheme of ['light', 'dark'] as const) {
    await test.step(`axe finds nothing, ${colorScheme}`, () => expectReadable(page, colorScheme));
  }
});

/** The diagram, an editor and all units of a wide layer. */
async function expectReadable(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await unit(page, 0, 1).hover();
  await expect(shownUnit(page)).toHaveText('Hidden 1, unit 2 (ReLU)');
  const violations = async (...parts: string[]) => {
    const audit = parts.reduce((all, part) => all.include(part), axe(page));
    // In the dark nothing differs but colours.
    const { violations: found } = await (colorScheme === 'dark'
      ? audit.withRules('color-contrast')
      : audit
    ).analyze();
    return found.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
  };
  expect(await violations('#plane', '[data-network]')).toEqual([]);
  await unit(page, 0, 1).click();
  await expect(editor(page)).toBeVisible();
  expect(await violations('[data-network]', '[data-unit-editor]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Show all units of hidden layer 2/ }).click();
  const layer = page.getByRole('dialog', { name: 'Hidden layer 2: all 64 units' });
  await expect(layer).toBeVisible();
  expect(await violations('[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(layer).toBeHidden();
}

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap shows a unit, a second one opens it, a tap elsewhere leaves', async ({ page }) => {
    await openNetwork(page);
    await unit(page, 0, 1).scrollIntoViewIfNeeded();
    await unit(page, 0, 1).tap();
    await expect(shownUnit(page)).toHaveText('Hidden 1, unit 2 (ReLU)');
    await page.getByRole('heading', { name: 'Model' }).tap();
    await expect(shownUnit(page)).toHaveCount(0);
    await unit(page, 0, 1).tap();
    await unit(page, 0, 1).tap();
    await expect(editor(page)).toBeInViewport({ ratio: 1 });
    const before = await metric(page, 'trainLoss');
    await type(editor(page).getByRole('textbox', { name: 'Bias b, typed' }), '9');
    await expect.poll(() => metric(page, 'trainLoss')).not.toBe(before);
    await editor(page).getByRole('button', { name: 'Close' }).tap();
    await expect(editor(page)).toBeHidden();
  });
});
