import { useState } from 'react';
import { beforeAll, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { initI18n } from '../../i18n/i18n';
import { NumberSlider, type NumberSliderProps } from './NumberSlider';

beforeAll(() => {
  void initI18n('en');
});

type Options = Partial<NumberSliderProps>;

function Kept({
  initial,
  tell,
  options,
}: {
  initial: number;
  tell: (word: string) => void;
  options: Options;
}) {
  const [value, setValue] = useState(initial);
  return (
    <NumberSlider
      label="Learning rate"
      range={[1e-5, 10]}
      scale="log"
      {...options}
      value={value}
      onStart={() => tell('start')}
      onChange={(to) => {
        tell(String(to));
        setValue(to);
      }}
      onEnd={() => tell('end')}
    />
  );
}

/** A slider that keeps its value, and everything it told its owner. */
async function show(initial: number, options: Options = {}) {
  const told: string[] = [];
  await render(<Kept initial={initial} tell={(word) => told.push(word)} options={options} />);
  return {
    told,
    field: page.getByRole('textbox'),
    slider: page.getByRole('slider', { name: 'Learning rate' }),
  };
}

async function type(field: ReturnType<typeof page.getByRole>, text: string) {
  await field.click();
  await field.fill(text);
  await userEvent.keyboard('{Enter}');
}

it('takes a typed value that the slider cannot reach, and keeps it', async () => {
  const { told, field, slider } = await show(0.01);
  await type(field, '0.0123');
  await expect.element(field).toHaveValue('0.0123');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0.0123');
  expect(told).toEqual(['start', '0.0123', 'end']);
});

it('reads 1e-4', async () => {
  const { told, field, slider } = await show(0.01);
  await type(field, '1e-4');
  expect(told).toEqual(['start', '0.0001', 'end']);
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0.0001');
});

it('says what is allowed and restores the old value when the typed one is out of range', async () => {
  const { told, field } = await show(0.01);
  await type(field, '12');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('12 is out of range; type a number from 0.00001 to 10.');
  await expect.element(field).toHaveValue('0.01');
  expect(told).toEqual([]);
});

it('says so when the typed value is no number, until it is edited again', async () => {
  const { told, field } = await show(0.01);
  await type(field, 'fast');
  await expect.element(page.getByText('“fast” is not a number', { exact: false })).toBeVisible();
  await type(field, '0.5');
  await expect.element(page.getByText('not a number', { exact: false })).not.toBeInTheDocument();
  expect(told).toEqual(['start', '0.5', 'end']);
});

it('gives up a draft on Escape', async () => {
  const { told, field } = await show(0.01);
  await field.click();
  await field.fill('5');
  await userEvent.keyboard('{Escape}{Enter}');
  await expect.element(field).toHaveValue('0.01');
  expect(told).toEqual([]);
});

it('goes to round values by keys: the next, a decade, the ends', async () => {
  const { told, slider } = await show(0.0123);
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{PageUp}{ArrowLeft}{Home}{End}');
  expect(told.filter((word) => !Number.isNaN(Number(word)))).toEqual([
    '0.015',
    '0.15',
    '0.12',
    '0.00001',
    '10',
  ]);
});

it('brackets a held key as one gesture', async () => {
  const { told, slider } = await show(0.01);
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight>3/}');
  expect(told).toEqual(['start', '0.012', '0.015', '0.02', 'end']);
});

/** What the browser does when the knob is dragged to a position; React looks at the prototype's setter. */
function pull(input: HTMLInputElement, position: number) {
  Reflect.set(HTMLInputElement.prototype, 'value', String(position), input);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

it('brackets a drag as one gesture and stops at round values only', async () => {
  const { told, slider } = await show(0.01);
  const input = slider.element() as HTMLInputElement;
  input.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  for (const [position, value] of [
    [33.4, '0.02'],
    [33.6, '0.025'],
    [40.2, '0.1'],
  ] as const) {
    pull(input, position);
    await vi.waitFor(() => expect(told).toContain(value));
  }
  window.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  expect(told).toEqual(['start', '0.02', '0.025', '0.1', 'end']);
});

it('is left alone by a finger that scrolls the page over it', async () => {
  const { told, slider } = await show(0.01);
  const input = slider.element() as HTMLInputElement;
  input.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch', clientX: 50 }));
  pull(input, 50);
  input.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'touch', clientX: 51 }));
  window.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerType: 'touch' }));
  expect(told).toEqual([]);
});

it('follows a finger that taps or moves sideways', async () => {
  const { told, slider } = await show(0.01);
  const input = slider.element() as HTMLInputElement;
  input.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch', clientX: 50 }));
  pull(input, 40);
  input.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'touch', clientX: 60 }));
  await vi.waitFor(() => expect(told).toEqual(['start', '0.1']));
  window.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'touch' }));
  input.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch', clientX: 90 }));
  pull(input, 50);
  window.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerType: 'touch' }));
  expect(told).toEqual(['start', '0.1', 'end', 'start', '1', 'end']);
});

it('has zero at its left end where zero is allowed', async () => {
  const { told, slider, field } = await show(0.01, { zeroAllowed: true });
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  await expect.element(field).toHaveValue('0');
  await type(field, '1e-7');
  expect(told).toEqual(['start', '0', 'end', 'start', '1e-7', 'end']);
});

it('cannot be changed when disabled', async () => {
  const { slider, field } = await show(0.01, { disabled: true });
  await expect.element(slider).toBeDisabled();
  await expect.element(field).toBeDisabled();
});
