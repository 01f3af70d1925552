/** The proofs on the learner's own network, and the gallery of activations. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { button, expect, figure, metric, open, test } from './page';

async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Equations', exact: true }).click();
  await page.locator('#dock').getByText(name, { exact: true }).click();
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('#dock').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test('linear hidden layers are multiplied out, trained or not, and the two models coincide', async ({
  page,
}) => {
  await open(page);
  await openView(page, 'Proofs');
  const proof = page.getByRole('region', { name: 'Linear hidden layers collapse into one' });
  await expect(proof.getByText('Hidden layer 1 has ReLU, which bends')).toBeVisible();
  await proof.getByRole('button', { name: 'Make all hidden layers linear' }).click();
  await expect(proof.getByText('no more than softmax regression')).toBeVisible();
  await expect(proof.getByText('Areas: the neural network. Dashed: the single layer.')).toBeVisible();
  expect(await figure(page, 'largestDifference')).toBeLessThan(1e-4);
  await button(page, 'One step').click();
  await expect.poll(() => figure(page, 'epoch')).toBe(1);
  await expect.poll(() => figure(page, 'largestDifference')).toBeLessThan(1e-4);
  await expect(proof.locator('table')).toHaveCount(6);
  await expectNoViolations(page);
});

test('softmax over two classes is shown as the logistic regression it is', async ({ page }) => {
  await open(page, 'lang=en&example=logistic-regression');
  await openView(page, 'Proofs');
  const proof = page.getByRole('region', { name: 'Softmax with two classes is logistic regression' });
  await proof.getByRole('button', { name: 'Use softmax for the two classes' }).click();
  await expect(proof.getByText('the probability of ×')).toBeVisible();
  expect(await figure(page, 'largestDifference')).toBeLessThan(1e-5);
  const numbers = async (name: string) =>
    Number(
      (
        (await proof
          .locator(`[data-matrix=${JSON.stringify(name)}] td`)
          .first()
          .textContent()) ?? ''
      ).replace('−', '-'),
    );
  const [cross, circle] = ['w_{\\times}', 'w_{\\bigcirc}'];
  const difference = (await numbers(cross)) - (await numbers(circle));
  expect(await numbers(`w = ${cross} - ${circle}`)).toBeCloseTo(difference, 1);
  await expect(proof.getByText('Areas: softmax regression. Dashed: logistic regression.')).toBeVisible();
  expect(await metric(page, 'largestDifference')).not.toBe('');
});

test('all activations are read off at one z, by keys in any of them', async ({ page }) => {
  await open(page);
  await openView(page, 'Activations');
  const reading = (id: string) => page.locator(`[data-reading="${id}"]`);
  await expect(page.locator('[data-activation]')).toHaveCount(10);
  await expect(reading('relu')).toHaveText('g(1) = 1g′(1) = 1');
  await page.getByRole('slider', { name: 'ReLU: g and its derivative at z', exact: true }).focus();
  await page.keyboard.press('Home');
  await expect(reading('relu')).toHaveText('g(−6) = 0g′(−6) = 0');
  await expect(reading('leakyRelu')).toHaveText('g(−6) = −1.2g′(−6) = 0.2');
  await expectNoViolations(page);
});
