import { beforeAll, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { initI18n } from '../../i18n/i18n';
import { ActionButton } from './ActionButton';
import { NumberSlider } from './NumberSlider';

beforeAll(() => {
  void initI18n('en');
});

const sentence = 'Goes back to epoch 0.';

/** The shown bubble; the description of the control has the same words, but is never visible. */
const bubble = () =>
  [...document.querySelectorAll('body > [aria-hidden]')].find((element) => element.textContent === sentence);

const point = (pointerType: 'touch' | 'mouse', type: string, target: Element) =>
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerType,
      pointerId: 7,
      isPrimary: true,
      button: 0,
    }),
  );
const finger = (type: string, target: Element) => point('touch', type, target);

async function showButton() {
  const onPress = vi.fn();
  await render(<ActionButton label="Start over" hint={sentence} onPress={onPress} />);
  return { onPress, button: page.getByRole('button', { name: 'Start over' }) };
}

it('describes the control whether it is shown or not', async () => {
  const { button } = await showButton();
  await expect.element(button).toHaveAccessibleDescription(sentence);
  expect(bubble()).toBeUndefined();
});

it('shows when the keyboard reaches the control, and goes on Escape', async () => {
  await showButton();
  await userEvent.keyboard('{Tab}');
  await vi.waitFor(() => expect(bubble()).toBeDefined());
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(bubble()).toBeUndefined());
});

it('shows on a long press, which then does not act; the next press does', async () => {
  const { button, onPress } = await showButton();
  const element = button.element();
  finger('pointerdown', element);
  // What a mouse lying there does is no matter.
  point('mouse', 'pointerover', element);
  await vi.waitFor(() => expect(bubble()).toBeDefined());
  finger('pointerup', element);
  (element as HTMLElement).click();
  expect(onPress).not.toHaveBeenCalled();
  await button.click();
  expect(onPress).toHaveBeenCalledOnce();
});

it('shows on a tap on the label of a slider', async () => {
  await render(
    <NumberSlider
      label="Noise"
      hint={sentence}
      value={1}
      range={[0, 2]}
      scale="linear"
      onChange={() => {}}
    />,
  );
  const label = page.getByText('Noise').element();
  finger('pointerdown', label);
  finger('pointerup', label);
  (label as HTMLElement).click();
  await vi.waitFor(() => expect(bubble()).toBeDefined());
});
