import { beforeAll, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { initI18n, loadPageWords } from '../../i18n/i18n';
import { ActionButton } from './ActionButton';
import { NumberSlider } from './NumberSlider';
import { CardOpener, taught } from './taughtHint';

beforeAll(async () => {
  await initI18n('en');
  await loadPageWords();
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

async function showTaught(opener: ((lesson: string, card: string) => void) | null) {
  const onPress = vi.fn();
  await render(
    <CardOpener value={opener}>
      <ActionButton label="Play" hint={taught(sentence, 'descent')} onPress={onPress} />
    </CardOpener>,
  );
  return { onPress, button: page.getByRole('button', { name: 'Play', exact: true }) };
}

/** In the bubble, which screen readers pass over. */
const link = () => document.querySelector<HTMLElement>('body > [aria-hidden] button');

it('leads to the card that is about the control: by F1, which says so, and by the pointer that goes from one to the other', async () => {
  const open = vi.fn();
  const { onPress, button } = await showTaught(open);
  await expect.element(button).toHaveAccessibleDescription(`${sentence} Try it in a lesson (F1)`);
  await userEvent.keyboard('{Tab}{F1}');
  expect(open).toHaveBeenLastCalledWith('three-steps', 'descend');
  // From elsewhere: a pointer that lies there already does not come.
  await button.unhover();
  await button.hover();
  await vi.waitFor(() => expect(link()).not.toBeNull());
  await userEvent.click(link()!);
  expect(open).toHaveBeenCalledTimes(2);
  expect(link()).toBeNull();
  expect(onPress).not.toHaveBeenCalled();
});

it('leads to the card by a tap after a long press', async () => {
  const open = vi.fn();
  const { onPress, button } = await showTaught(open);
  finger('pointerdown', button.element());
  await vi.waitFor(() => expect(link()).not.toBeNull());
  finger('pointerup', button.element());
  finger('pointerdown', link()!);
  finger('pointerup', link()!);
  link()!.click();
  expect(open).toHaveBeenCalledOnce();
  expect(onPress).not.toHaveBeenCalled();
});

it('leads nowhere where no card can be opened', async () => {
  const { button } = await showTaught(null);
  await expect.element(button).toHaveAccessibleDescription(sentence);
  await userEvent.keyboard('{Tab}{F1}');
  await vi.waitFor(() => expect(bubble()).toBeDefined());
  expect(link()).toBeNull();
});
