import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type SymbolRef, symbolText } from '../../engine/model/symbolRef';
import { FormulaLines } from '../formula/FormulaLines';
import { marked } from '../formula/markedLatex';
import { Matrix } from './Matrix';

const lines = [
  `${marked({ quantity: 'z', layer: 0 }, 'z^{[1]}')} &= ${marked({ quantity: 'W', layer: 0 }, 'W^{[1]}')} x`,
];

/** A formula and a matrix that light what they are asked to, as the panel does. */
async function show() {
  const looked: (string | null)[] = [];
  const screen = await render(<div />);
  const draw = (lit: SymbolRef | null) =>
    screen.rerender(
      <>
        <FormulaLines lines={lines} lit={lit} onSymbol={onSymbol} label="formula" />
        <Matrix
          rows={20}
          columns={3}
          at={(row, column) => row * 10 + column}
          text={String}
          label="W"
          symbol={{ quantity: 'W', layer: 0 }}
          lit={lit}
          onSymbol={onSymbol}
          words={{ open: (size) => `open ${size}`, close: (size) => `close ${size}` }}
        />
      </>,
    );
  const onSymbol = (symbol: SymbolRef | null) => {
    looked.push(symbol && symbolText(symbol));
    void draw(symbol);
  };
  await draw(null);
  return { screen, looked };
}

const litText = () =>
  [...document.querySelectorAll('[data-symbol][data-lit]')].map((one) => one.getAttribute('data-symbol'));

test('arrow keys go through the symbols of a formula, which light up; leaving it lets them go', async () => {
  const { screen, looked } = await show();
  await expect.element(screen.getByRole('group', { name: 'formula' })).toBeVisible();
  await userEvent.keyboard('{Tab}');
  expect(looked.at(-1)).toBe('z1');
  await userEvent.keyboard('{ArrowRight}');
  expect(looked.at(-1)).toBe('W1');
  await expect.poll(litText).toEqual(['W1']);
  await expect.poll(() => document.querySelectorAll('[data-matrix] [data-lit]').length).toBe(1);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(litText).toEqual(['W1']);
  await userEvent.keyboard('{Tab}');
  expect(looked.at(-1)).toBeNull();
});

test('readers get MathML with the plain formula, without the marks', async () => {
  const { screen } = await show();
  const source = screen.container.querySelectorAll('annotation')[1];
  expect(source?.textContent).toBe('= W^{[1]} x');
  expect(screen.container.querySelector('math')).not.toBeNull();
});

test('a tall matrix is folded until it is opened, and an entry under the pointer is the weight it stands for', async () => {
  const { screen, looked } = await show();
  const rows = () => screen.container.querySelectorAll('[data-matrix] tr').length;
  expect(rows()).toBe(5);
  await userEvent.hover(screen.getByRole('cell', { name: '190' }));
  expect(looked.at(-1)).toBe('W1.20.1');
  await expect.poll(litText).toEqual(['W1']);
  await screen.getByRole('button', { name: 'open W 20 × 3' }).click();
  await expect.poll(rows).toBe(20);
  await expect.element(screen.getByRole('cell', { name: '82', exact: true })).toBeInTheDocument();
  await screen.getByRole('button', { name: 'close W 20 × 3' }).click();
  expect(rows()).toBe(5);
});
