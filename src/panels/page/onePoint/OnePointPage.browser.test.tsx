import { beforeAll, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { experimentWith } from '../../../../tests/support/testExperiment';
import type { Snapshot } from '../../../engine/training/snapshot';
import { initI18n, loadPageWords } from '../../../i18n/i18n';
import { network } from '../../../store/derived';
import { aimAt, edit, look, showSnapshot, store } from '../../../store/store';
import { OnePointPage } from './OnePointPage';

beforeAll(() => {
  void initI18n('en');
  return loadPageWords();
});

const source = { kind: 'own', x1: [1, -1, 0.5], x2: [2, 0.25, -3], y: [0, 1, 1] } as const;

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  edit(() =>
    experimentWith({
      data: { source, classes: 2, testShare: 0 },
      model: { hidden: [], outputActivation: 'sigmoid' },
      loss: { id: 'binaryCrossentropy' },
    }),
  );
});

/** A picture of the run: what the page needs of it. z = w₁x₁ + w₂x₂ + b. */
function picture(parameters: readonly number[], losses: readonly number[], epoch = 0): void {
  const { experiment, run } = store.getState();
  const plan = network(experiment);
  const fits = { unitMaps: { units: plan.unitCount }, outputs: { units: plan.outputs } };
  const empty = { train: null, health: null, earlier: [], earlierHealth: [] };
  const shown = { runId: run.runId, epoch, parameters: Float32Array.from(parameters) };
  const snapshot = { ...fits, ...empty, ...shown, losses: Float32Array.from(losses) };
  showSnapshot(snapshot as unknown as Snapshot);
}

const text = (selector: string) => document.querySelector(selector)?.textContent;

it('shows the training point in the middle until one is chosen, and follows the run', async () => {
  await render(<OnePointPage size="page" />);
  await expect.element(page.getByText('Waiting for the first picture', { exact: false })).toBeVisible();
  picture([0.5, -0.75, 0.25], [0.1, 3, 0.2]);
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent(/x = \(−1\.00, 0\.25\)/);
  await expect
    .element(
      page.getByText('Nothing chosen yet: this is point 2, in the middle of the data.', { exact: false }),
    )
    .toBeVisible();
  // −0.5 − 0.1875 + 0.25 = −0.4375; log(1 + e^0.4375) = 0.9357.
  await expect.poll(() => text('[data-loss]')).toBe('0.936');
  picture([0.5, -0.75, 1.25], [0.1, 0.2, 3], 5);
  // log(1 + e^−0.5625) = 0.4506, of the same point.
  await expect.poll(() => text('[data-loss]')).toBe('0.451');
  expect(text('h2')).toContain('(−1.00, 0.25)');
});

it('what is pointed at comes first, and what is pinned comes back', async () => {
  await render(<OnePointPage size="page" />);
  picture([1, 1, 0], [1, 2, 3]);
  look({ probe: { kind: 'point', index: 0 } });
  await expect.element(page.getByText('Point 1, pinned.')).toBeVisible();
  look({ pointed: 1 });
  await expect.element(page.getByText('Point 2, pointed at.')).toBeVisible();
  // The update is that of the pinned point all the while.
  await expect.element(page.getByText('from point 1 alone', { exact: false })).toBeVisible();
  look({ pointed: null });
  await expect.element(page.getByText('Point 1, pinned.')).toBeVisible();
  await page.getByRole('button', { name: 'Let go' }).click();
  await expect.element(page.getByText('Nothing chosen', { exact: false })).toBeVisible();
});

it('buttons go to the next and the previous point, and pin them', async () => {
  await render(<OnePointPage size="page" />);
  picture([1, 1, 0], [1, 2, 3]);
  await page.getByRole('button', { name: 'Next point' }).click();
  // From the middle, which is the second.
  expect(store.getState().view.probe).toEqual({ kind: 'point', index: 2 });
  await page.getByRole('button', { name: 'Previous point' }).click();
  await expect.element(page.getByText('Point 2, pinned.')).toBeVisible();
});

it('a place says that it has no true class', async () => {
  await render(<OnePointPage size="page" />);
  picture([1, 1, 0], [1, 2, 3]);
  aimAt({ kind: 'place', x1: 0, x2: 1.5 });
  await expect
    .element(page.getByRole('heading', { level: 2 }))
    .toHaveTextContent('This place x = (0.00, 1.50), no point stands here, so there is no true class');
  await expect.element(page.getByText('No point stands here, so there is no loss.')).toBeVisible();
  expect(text('[data-loss]')).toBeUndefined();
});
