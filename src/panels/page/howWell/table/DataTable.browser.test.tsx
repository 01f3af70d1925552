import { beforeAll, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { defaultExperiment } from '../../../../engine/experiment';
import { initI18n, loadPageWords } from '../../../../i18n/i18n';
import { chooseTask, clearPoints, importPoints, ownSource } from '../../../../store/dataEdits';
import { firstView } from '../../../../store/runState';
import { edit, look, store, undo } from '../../../../store/store';
import { DataTable } from './DataTable';

beforeAll(() => {
  void initI18n('en');
  return loadPageWords();
});

const threePoints = importPoints(defaultExperiment, {
  task: 'classification',
  inputs: 2,
  plane: { x: [-8, 8], y: [-8, 8] },
  x1: [1, 3, 2],
  x2: [4, 5, 6],
  y: [0, 1, 0],
});

beforeEach(() => {
  edit(() => threePoints);
  look(firstView);
  store.temporal.getState().clear();
});

const own = () => ownSource(store.getState().experiment.data);

async function show(): Promise<void> {
  await render(
    <div style={{ height: 400 }}>
      <DataTable />
    </div>,
  );
  await expect.element(cell(1, 'x1')).toBeVisible();
}

/** A cell of the row that stands `row`th. */
function cell(row: number, column: string) {
  return page.elementLocator(
    document.querySelector(`[aria-rowindex="${row + 1}"] [data-column="${column}"]`) ?? document.body,
  );
}

it('changes one coordinate of one point, which one undo takes back', async () => {
  await show();
  await cell(2, 'x1').click();
  await userEvent.keyboard('{Enter}{Control>}a{/Control}-2.5{Enter}');
  expect(own().x1).toEqual([1, -2.5, 2]);
  expect(own().x2).toEqual([4, 5, 6]);
  await expect.element(cell(2, 'x1')).toHaveTextContent('−2.500');
  await expect.element(cell(2, 'x1')).toHaveFocus();
  undo();
  expect(own().x1).toEqual([1, 3, 2]);
  expect(store.temporal.getState().pastStates).toHaveLength(0);
});

it('leaves the document alone when a value is given up, refused, or the same', async () => {
  await show();
  await cell(1, 'x2').click();
  await userEvent.keyboard('7{Escape}');
  await userEvent.keyboard('{Enter}{Enter}');
  await userEvent.keyboard('{Enter}much{Enter}');
  const field = page.getByRole('textbox', { name: 'x₂ of point 1' });
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('“much” is not a number; type a number from -1000000000 to 1000000000.');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toBe('');
  expect(store.getState().experiment).toBe(threePoints);
});

it('a coordinate beyond the plane widens it, in one step of undo', async () => {
  await show();
  await cell(1, 'x1').click();
  await userEvent.keyboard('30{Enter}');
  expect(own().x1[0]).toBe(30);
  expect(store.getState().experiment.data.plane.x[1]).toBeGreaterThanOrEqual(30);
  undo();
  expect(store.getState().experiment).toBe(threePoints);
});

it('goes from cell to cell with Tab, over the menu of classes and into the next row', async () => {
  await show();
  await cell(1, 'x1').click();
  await userEvent.keyboard('0{Tab}-1{Tab}');
  await expect.element(page.getByRole('option', { name: 'class 1' })).toHaveFocus();
  await userEvent.keyboard('{Tab}4{Enter}');
  expect(own()).toMatchObject({ x1: [0, 4, 2], x2: [-1, 5, 6], y: [0, 1, 0] });
});

it('takes a class by its digit or from the menu, and makes room for a new one', async () => {
  await show();
  await cell(1, 'y').click();
  await userEvent.keyboard('2');
  expect(own().y).toEqual([1, 1, 0]);
  await userEvent.keyboard('{Enter}');
  await page.getByRole('option', { name: 'class 4' }).click();
  expect(own().y).toEqual([3, 1, 0]);
  expect(store.getState().experiment.data.classes).toBe(4);
  await expect.element(cell(1, 'y')).toHaveFocus();
});

it('keeps the rows where they are while a value changes, until they are sorted again', async () => {
  await show();
  await page.getByRole('columnheader', { name: 'x₁' }).getByRole('button').click();
  const numbers = () =>
    [...document.querySelectorAll('tbody [data-column=number]')].map((element) => element.textContent);
  await expect.poll(numbers).toEqual(['1', '3', '2']);
  await cell(1, 'x1').click();
  await userEvent.keyboard('7{Enter}');
  expect(numbers()).toEqual(['1', '3', '2']);
  await page.getByRole('button', { name: 'Sort again' }).click();
  await expect.poll(numbers).toEqual(['3', '2', '1']);
});

it('types targets where the model has one input', async () => {
  edit((experiment) => clearPoints(chooseTask(experiment, 'regression1')));
  await render(
    <div style={{ height: 400 }}>
      <DataTable />
    </div>,
  );
  expect(document.querySelector('[data-column=x2]')).toBeNull();
  await page.getByRole('button', { name: 'Add point' }).click();
  await expect.element(page.getByRole('textbox', { name: 'x of point 1' })).toHaveFocus();
  await userEvent.keyboard('1.5{Tab}0.5{Enter}');
  expect(own()).toEqual({ kind: 'own', x1: [1.5], x2: [0], y: [0.5] });
});
