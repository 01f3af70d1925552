import { beforeAll, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { changeLocale, initI18n, loadPageWords } from '../../i18n/i18n';
import { firstView } from '../../store/runState';
import { edit, look, store } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Sentence } from './Sentence';
import { Sheets } from './Sheets';

beforeAll(() => {
  void initI18n('en');
  return loadPageWords();
});

const course: Experiment = {
  ...defaultExperiment,
  model: { ...defaultExperiment.model, hidden: [] },
  training: { ...defaultExperiment.training, optimizer: { id: 'sgd', options: {} }, learningRate: 0.1 },
};

beforeEach(async () => {
  await page.viewport(1366, 768);
  await changeLocale('en');
  edit(() => course);
  look(firstView);
});

async function show(): Promise<void> {
  await render(
    <div style={{ fontFamily: 'sans-serif' }}>
      <Sentence />
      <Sheets />
      <ActionButton hint="Does something." label="after" onPress={() => {}} />
    </div>,
  );
}

const part = (name: RegExp) => page.getByRole('button', { name });
const sheet = (name: string) => page.getByRole('region', { name: new RegExp(`^\\d? ?${name}$`) });
const setting = (name: string) => page.getByRole('textbox', { name });

/** Lines of the sentence, by its height. */
function lines(): number {
  const text = document.querySelector('section p');
  if (!text) throw new Error('there is no sentence');
  return Math.round(text.clientHeight / Number.parseFloat(getComputedStyle(text).lineHeight));
}

it.each([
  ['en', 'Experiment', /^Data: four blobs, 4 classes$/],
  ['zh', '实验', /^数据：四团点，4 类$/],
] as const)(
  'has the experiment in two lines at most, and wraps on a phone (%s)',
  async (locale, name, data) => {
    await changeLocale(locale);
    await show();
    await expect.element(page.getByRole('region', { name })).toBeVisible();
    await expect.element(part(data)).toHaveAttribute('aria-expanded', 'false');
    expect(document.querySelectorAll('section p [role=button]')).toHaveLength(4);
    expect(lines()).toBeLessThanOrEqual(2);
    await page.viewport(390, 844);
    expect(lines()).toBeGreaterThan(1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  },
);

it('opens one sheet at a time, and Escape leads back to its part', async () => {
  await show();
  await part(/^Loss:/).click();
  await expect.element(part(/^Loss:/)).toHaveAttribute('aria-expanded', 'true');
  await expect
    .element(sheet('Loss and cost').getByRole('button', { name: /categorical cross-entropy/ }))
    .toHaveFocus();
  await part(/^Training:/).click();
  await expect.element(sheet('Gradient descent')).toBeVisible();
  await expect.element(sheet('Loss and cost')).not.toBeInTheDocument();
  await setting('Learning rate α, typed').fill('7');
  // The first gives the draft up.
  await userEvent.keyboard('{Escape}');
  await expect.element(setting('Learning rate α, typed')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(part(/^Training:/)).toHaveFocus();
  await expect.element(part(/^Training:/)).toHaveAttribute('aria-expanded', 'false');
  expect(store.getState().experiment).toBe(course);
});

it('a pinned sheet stays; its part leads into it', async () => {
  await show();
  await part(/^Model:/).click();
  await page.getByRole('button', { name: 'Keep open: Model' }).click();
  await part(/^Loss:/).click();
  await expect
    .element(sheet('Loss and cost').getByRole('button', { name: /categorical cross-entropy/ }))
    .toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet('Loss and cost')).not.toBeInTheDocument();
  await part(/^Model:/).click();
  await expect.element(page.getByRole('radio', { name: 'Softmax regression' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet('Model')).toBeVisible();
  await page.getByRole('button', { name: 'Close: Model' }).click();
  await expect.element(part(/^Model:/)).toHaveFocus();
  expect(store.getState().view.pinnedSheets).toEqual([]);
});

it('is one tab stop: Tab goes past it, Enter into it', async () => {
  look({ pinnedSheets: ['model', 'training'] });
  await show();
  await expect.element(setting('Shuffle seed')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Add layer' })).toBeVisible();
  (document.querySelector('#part-training') as HTMLElement).focus();
  await userEvent.tab();
  await expect.element(sheet('Model')).toHaveFocus();
  await userEvent.tab();
  await expect.element(sheet('Gradient descent')).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'after' })).toHaveFocus();
  await userEvent.tab({ shift: true });
  await expect.element(sheet('Gradient descent')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Keep open: Gradient descent' })).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Close: Gradient descent' })).toHaveFocus();
});

it('sets what the sentence says', async () => {
  await show();
  await part(/^Data:/).click();
  await page.getByRole('button', { name: 'Concentric rings' }).click();
  await page.getByText('standardise', { exact: true }).click();
  await expect.element(part(/^Data: concentric rings, 4 classes \(standardised\)$/)).toBeVisible();
  await part(/^Model:/).click();
  await page.getByRole('button', { name: 'Add layer' }).click();
  await expect.element(part(/^Model: a network with one hidden layer \(8, ReLU\)$/)).toBeVisible();
  await page.getByRole('button', { name: 'Freeze: hidden 1' }).click();
  await expect.element(part(/^Model: .*, partly frozen$/)).toBeVisible();
  await part(/^Data:/).click();
  await page.getByRole('button', { name: 'Own points' }).click();
  await expect.element(part(/^Data: points yet to be placed/)).toBeVisible();
});
