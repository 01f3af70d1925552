/** The questions of Why, each with an experiment of its own: proofs on its network, a race, the gallery of activations, outputs for targets. */
import type { Page } from '@playwright/test';
import { outputActivations } from '../../src/engine/model/activations';
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
  shownPage,
  stepEpoch,
  test,
} from './page';

async function ask(page: Page, title: string): Promise<void> {
  await shownPage(page)
    .getByRole('button', { name: new RegExp(`^${title.replace('?', '\\?')}`) })
    .click();
  await expect(shownPage(page).getByRole('heading', { level: 2, name: title })).toBeFocused();
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await axe(page).include('#page').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test('linear hidden layers are multiplied out, trained or not, and the two models coincide; then the own run is back', {
  tag: '@core',
}, async ({ page }) => {
  await open(page, `lang=en&page=why${networkLink}`);
  await expectNoViolations(page);
  await stepEpoch(page);
  const own = await metric(page, 'trainLoss');
  await ask(page, 'Why are hidden layers not linear?');
  const proof = page.getByRole('region', { name: 'Linear hidden layers collapse into one' });
  await expect(proof.getByText('no more than logistic regression')).toBeVisible();
  await expect(proof.getByText('Areas: the neural network. Dashed: the single layer.')).toBeVisible();
  expect(await figure(page, 'largestDifference')).toBeLessThan(1e-4);
  await stepEpoch(page);
  await expect.poll(() => figure(page, 'largestDifference')).toBeLessThan(1e-4);
  await expect(proof.locator('table')).toHaveCount(6);
  await expectNoViolations(page);

  await openSheet(page, 'Model');
  await page.getByRole('button', { name: /Activation of hidden layer 1/ }).click();
  await page.getByRole('option', { name: 'ReLU', exact: true }).click();
  await expect(proof.getByText('Hidden layer 1 has ReLU, which bends')).toBeVisible();
  await proof.getByRole('button', { name: 'Make all hidden layers linear' }).click();
  await expect(proof.getByText('no more than logistic regression')).toBeVisible();

  await button(page, 'Back').click();
  await expect.poll(() => metric(page, 'trainLoss')).toBe(own);
  expect(await figure(page, 'epoch')).toBe(1);
  await expect(page.getByRole('button', { name: /^Model: .*8/ })).toBeVisible();
  await stepEpoch(page);
  await expect.poll(() => metric(page, 'trainLoss')).not.toBe(own);
});

test('softmax over two classes is logistic regression, sigmoid and ReLU race as soon as they are asked about, and all activations are read off at one z', async ({
  page,
}) => {
  await open(page, 'lang=en&page=why');
  await test.step('softmax over two classes is shown as the logistic regression it is', async () => {
    await ask(page, 'Is softmax with two classes a new model?');
    const proof = page.getByRole('region', { name: 'Softmax with two classes is logistic regression' });
    await expect(proof.getByText('the probability of ×')).toBeVisible();
    await openSheet(page, 'Model');
    await page.locator('label', { hasText: /^logistic$/ }).click();
    await expect(proof.getByText('The output here is not a softmax of two units.')).toBeVisible();
    await proof.getByRole('button', { name: 'Use softmax for the two classes' }).click();
    await expect(proof.getByText('the probability of ×')).toBeVisible();
    await stepEpoch(page);
    await expect.poll(() => figure(page, 'largestDifference')).toBeLessThan(1e-5);
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
    await button(page, 'Back').click();
  });

  await test.step('sigmoid and ReLU race as soon as they are asked about, and the race ends with the question', async () => {
    await ask(page, 'Sigmoid or ReLU in hidden layers?');
    await expect(page.getByRole('article')).toHaveCount(2);
    for (const name of ['sigmoid', 'ReLU']) {
      const lane = page.getByRole('article', { name, exact: true });
      const epoch = async () =>
        Number(await lane.locator('[data-lane-epoch]').getAttribute('data-lane-epoch'));
      await expect.poll(epoch, { timeout: 20_000 }).toBeGreaterThan(20);
      await expect
        .poll(() => colours(page.getByRole('img', { name: `Answer of ${name}` })))
        .toBeGreaterThan(5);
    }
    await button(page, 'Pause: Race').click();
    await expectNoViolations(page);
    await button(page, 'Back').click();
    await expect(page.getByRole('article')).toHaveCount(0);
    await ask(page, 'Which activation belongs at the output?');
    await page.getByRole('button', { name: /^A number, never below 0/ }).click();
    await expect(page.getByRole('article', { name: 'ReLU', exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Experiment' })).toContainText(/^Fit /);
    await expectNoViolations(page);
    await button(page, 'Back').click();
  });

  await test.step('all activations are read off at one z, by keys in any of them', async () => {
    await ask(page, 'What do the activation functions look like?');
    const reading = (id: string) => page.locator(`[data-reading="${id}"]`);
    await expect(page.locator('[data-activation]')).toHaveCount(Object.keys(outputActivations).length);
    await expect(reading('relu')).toHaveText('g(1) = 1g′(1) = 1');
    await page.getByRole('slider', { name: 'ReLU: g and its derivative at z', exact: true }).focus();
    await page.keyboard.press('Home');
    await expect(reading('relu')).toHaveText('g(−6) = 0g′(−6) = 0');
    await expect(reading('leakyRelu')).toHaveText('g(−6) = −1.2g′(−6) = 0.2');
    await expectNoViolations(page);
  });
});
