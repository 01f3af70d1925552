import { button, expect, figure, open, openSheet, stepEpoch, test } from './page';

test('a straight border on rings is named with its figures, and the remedy bends it', async ({ page }) => {
  await open(page, 'lang=en&speed=once');
  await openSheet(page, 'Data');
  await button(page, 'Concentric rings').click();
  await button(page, 'Play').click();
  const notes = page.getByRole('region', { name: 'Advice' });
  await expect(notes.getByText(/a straight border cannot follow/)).toBeVisible({ timeout: 20_000 });
  const before = await figure(page, 'trainAccuracy');
  await notes.getByRole('button', { name: 'Hidden layers with ReLU' }).click();
  await expect(notes.getByText(/a straight border cannot follow/)).toBeHidden();
  await expect.poll(() => figure(page, 'trainAccuracy'), { timeout: 20_000 }).toBeGreaterThan(before + 0.1);
});

test('deep sigmoid layers lose their gradient, which is said while training and can be dismissed', async ({
  page,
}) => {
  await open(page);
  await openSheet(page, 'Model');
  for (let added = 0; added < 6; added++) await button(page, 'Add layer').click();
  for (const n of [1, 2, 3, 4, 5, 6]) {
    await page.getByRole('button', { name: new RegExp(`Activation of hidden layer ${n}`) }).click();
    await page.getByRole('option', { name: 'sigmoid' }).click();
  }
  await stepEpoch(page);
  const notes = page.getByRole('region', { name: 'Advice' });
  await expect(notes.getByText(/The gradient of the first hidden layer is .* times smaller/)).toBeVisible();
  await notes.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(notes.getByText(/The gradient of the first hidden layer/)).toBeHidden();
});
