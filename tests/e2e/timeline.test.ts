import { expect, test } from '@playwright/test';
import { button, figure, metric, open } from './page';

test('the timeline goes back to the first weights, and training goes on from there the same way', async ({
  page,
}) => {
  await open(page);
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await expect(slider).toBeDisabled();
  const losses: (string | null)[] = [await metric(page, 'trainLoss')];
  for (const epoch of [1, 2, 3]) {
    await button(page, 'One step').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(epoch);
    losses.push(await metric(page, 'trainLoss'));
  }
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[0]);
  expect(await figure(page, 'epoch')).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[1]);
  await page.keyboard.press('End');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[3]);
  // A key that follows at once goes on from where the one before was sent, not from where the run still stands.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[1]);
  await page.keyboard.press('Home');
  await expect.poll(() => figure(page, 'epoch')).toBe(0);
  await button(page, 'One step').click();
  await expect.poll(() => metric(page, 'trainLoss')).toBe(losses[1]);
  await expect(button(page, 'Continue from here')).toBeHidden();
});

test('a playing run is paused by the timeline, and Continue from here plays on', async ({ page }) => {
  await open(page);
  await button(page, 'Play').click();
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(200);
  await page.getByRole('slider', { name: 'Timeline' }).focus();
  await page.keyboard.press('Home');
  await expect(button(page, 'Play')).toBeVisible();
  await expect.poll(() => figure(page, 'epoch')).toBe(0);
  await button(page, 'Continue from here').click();
  await expect.poll(() => figure(page, 'epoch')).toBeGreaterThan(50);
  await expect(button(page, 'Pause')).toBeVisible();
});
