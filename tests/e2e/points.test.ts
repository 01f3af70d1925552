/** Points by mouse, by keyboard and by finger. */
import type { Page } from '@playwright/test';
import { button, colours, drag, empty, expect, figure, open, plane, press, spotOn, test } from './page';

async function emptied(page: Page): Promise<void> {
  await open(page, 'lang=en&speed=once');
  await button(page, 'Clear').click();
  await expect.poll(() => figure(page, 'points')).toBe(0);
}

test('a click places, a drag sprays, each is one step of undo; points are moved, erased, chosen by a box and pinned, and an empty plane says what to do', {
  tag: '@core',
}, async ({ page }) => {
  await emptied(page);
  await test.step('a click places, a drag sprays, and each is one step of undo', async () => {
    await press(page, 0.3, 0.3);
    await expect.poll(() => figure(page, 'points')).toBe(1);
    await drag(page, [0.5, 0.6], [0.9, 0.6]);
    const sprayed = await figure(page, 'points');
    expect(sprayed).toBeGreaterThan(4);
    await page.keyboard.press('Control+z');
    await expect.poll(() => figure(page, 'points')).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => figure(page, 'points')).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => figure(page, 'points')).toBe(400);
    await button(page, 'Redo').click();
    await button(page, 'Redo').click();
    await button(page, 'Redo').click();
    await expect.poll(() => figure(page, 'points')).toBe(sprayed);
    await empty(page);
  });

  await test.step('an empty plane says what to do, and training points of one class says what is missing', async () => {
    await expect(page.getByText(/No training points/)).toBeVisible();
    await press(page, 0.5, 0.5);
    await expect.poll(() => figure(page, 'points')).toBe(1);
    await expect(page.getByText(/No training points/)).toBeHidden();
    await button(page, 'One step').click();
    await expect(page.getByText(/belong to one class/)).toBeVisible();
    await empty(page);
  });

  await test.step('a press pins a point, the move tool and a long press move it and pin nothing, touching erases it', async () => {
    const pinned = plane(page).locator('[data-probe=pinned]');
    await press(page, 0.2, 0.2);
    await page.keyboard.press('s');
    await drag(page, [0.2, 0.2], [0.7, 0.7]);
    await expect(pinned).toHaveCount(0);
    for (const [tool, across] of [
      ['1', 0.7],
      ['s', 0.705],
    ] as const) {
      await page.keyboard.press(tool);
      await press(page, across, 0.7);
      await expect(pinned).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(pinned).toHaveCount(0);
    }
    expect(await figure(page, 'points')).toBe(1);
    // Two strokes, no third for a press.
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => figure(page, 'points')).toBe(0);
    await button(page, 'Redo').click();
    await button(page, 'Redo').click();
    await page.keyboard.press('1');
    const [from, to] = [await spotOn(page, 0.7, 0.7), await spotOn(page, 0.5, 0.3)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await expect(page.locator('[data-moving]')).toHaveCount(1);
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    await expect(pinned).toHaveCount(0);
    await page.keyboard.press('e');
    await press(page, 0.7, 0.7);
    expect(await figure(page, 'points')).toBe(1);
    await press(page, 0.5, 0.3);
    await expect.poll(() => figure(page, 'points')).toBe(0);
  });

  await test.step('a box selects points to delete', async () => {
    await empty(page);
    await press(page, 0.2, 0.2);
    await press(page, 0.3, 0.3);
    await press(page, 0.8, 0.8);
    await page.keyboard.press('s');
    await drag(page, [0.1, 0.1], [0.5, 0.5]);
    await button(page, 'Delete selected (2)').click();
    await expect.poll(() => figure(page, 'points')).toBe(1);
  });
});

test('the plane works by keyboard alone, keys choose the class, and two classes hand-made can be told apart by training', async ({
  page,
}) => {
  await emptied(page);
  await test.step('the plane works by keyboard alone', async () => {
    await plane(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => figure(page, 'points')).toBe(1);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await expect.poll(() => figure(page, 'points')).toBe(2);
    await expect(page.getByText(/Point of class 2 placed/)).toBeAttached();
    await page.keyboard.press('Delete');
    await expect.poll(() => figure(page, 'points')).toBe(1);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(() => figure(page, 'points')).toBe(0);
    await empty(page);
  });

  await test.step('keys choose the class, and two classes hand-made can be told apart by training', async () => {
    for (const [across, down] of [
      [0.2, 0.3],
      [0.25, 0.5],
      [0.3, 0.7],
      [0.2, 0.6],
      [0.15, 0.45],
    ] as const) {
      await press(page, across, down);
      await press(page, across + 0.06, down + 0.02);
    }
    await page.keyboard.press('3');
    await expect(page.getByRole('button', { name: 'class 3', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    for (let i = 0; i < 10; i++) await press(page, 0.7 + 0.02 * i, 0.25 + 0.05 * i);
    await expect.poll(() => figure(page, 'points')).toBe(20);
    await button(page, 'Play').click();
    await expect.poll(() => figure(page, 'trainAccuracy'), { timeout: 20_000 }).toBe(1);
  });
});

test('the pointer reads probabilities, which add up to 1, the wheel looks closer while the run stays where it is, and in high contrast the plane has its colours', async ({
  page,
}) => {
  await open(page, 'lang=en&speed=once');
  await test.step('the pointer reads the probabilities, which add up to 1', async () => {
    const { x, y } = await spotOn(page, 0.3, 0.4);
    await page.mouse.move(x, y);
    const readout = plane(page).locator('[data-readout]');
    await expect(readout).toContainText('x = (');
    const outputs = await readout.locator('[data-output]').allTextContents();
    expect(outputs).toHaveLength(4);
    expect(outputs.map(Number).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 1);
  });

  await test.step('the wheel looks closer and the run stays where it is', async () => {
    await expect.poll(() => figure(page, 'trainLoss')).toBeGreaterThan(0);
    const untrained = await figure(page, 'trainLoss');
    await button(page, 'One step').click();
    await expect.poll(() => figure(page, 'trainLoss')).toBeLessThan(untrained);
    const before = await figure(page, 'trainLoss');
    const { x, y } = await spotOn(page, 0.6, 0.6);
    await page.mouse.move(x, y);
    const readout = plane(page).locator('[data-readout]');
    await expect(readout).toContainText('x = (1.60, −1.60)');
    await page.mouse.wheel(0, -600);
    await page.mouse.move(x + 60, y);
    // Nearer than 60 px would be on the whole plane.
    await expect(readout).toContainText(/x = \(2\./);
    expect(await figure(page, 'trainLoss')).toBe(before);
    await expect(button(page, 'Go on')).toBeVisible();
  });

  await test.step('in high contrast the plane has its colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.reload();
    const picture = page.getByRole('img', { name: /^Points: / });
    await expect.poll(() => colours(picture)).toBeGreaterThan(20);
  });
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('no brush is armed at first; with one a tap places a point, with the eraser it takes it away', {
    tag: '@core',
  }, async ({ page }) => {
    await emptied(page);
    await plane(page).scrollIntoViewIfNeeded();
    const first = await spotOn(page, 0.5, 0.4);
    await page.touchscreen.tap(first.x, first.y);
    await expect(plane(page).locator('[data-probe=pinned]')).toHaveCount(1);
    expect(await figure(page, 'points')).toBe(0);
    await page.getByRole('button', { name: 'class 1', exact: true }).tap();
    const { x, y } = await spotOn(page, 0.5, 0.4);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => figure(page, 'points')).toBe(1);
    await page.getByRole('button', { name: 'Eraser' }).tap();
    const again = await spotOn(page, 0.5, 0.4);
    await page.touchscreen.tap(again.x, again.y);
    await expect.poll(() => figure(page, 'points')).toBe(0);
  });
});
