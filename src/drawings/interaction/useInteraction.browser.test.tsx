import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type Interaction, useInteraction } from './useInteraction';

/** Ten cells of 20 px side by side; the last one is empty. */
const cellPx = 20;
const last = 8;

function Cells(props: Partial<Interaction<number>>) {
  const [pointed, setPointed] = useState<number | null>(null);
  const { said, handlers } = useInteraction<number>({
    targetAt: ({ xPx }) => (xPx < (last + 1) * cellPx ? Math.floor(xPx / cellPx) : null),
    pointed: () => pointed,
    onPoint: setPointed,
    step: (from, steps) => Math.min(Math.max((from ?? 0) + steps, 0), last),
    wordsOf: (cell) => `cell ${cell}`,
    ...props,
  });
  return (
    <div
      role="application"
      aria-label={`at ${pointed}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application region is interactive by its keys
      tabIndex={0}
      style={{ width: 200, height: 20 }}
      {...handlers}
    >
      <p aria-live="polite">{said}</p>
    </div>
  );
}

async function show(props: Partial<Interaction<number>> = {}) {
  const heard = vi.fn<(key: string) => void>();
  const { container } = await render(
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what the cells let pass
    <div onKeyDown={({ key }) => heard(key)}>
      <Cells {...props} />
    </div>,
  );
  const element = container.querySelector<HTMLElement>('[role=application]')!;
  const { left, top } = element.getBoundingClientRect();
  vi.spyOn(element, 'setPointerCapture').mockImplementation(() => undefined);
  const mouse = (type: string, cell: number, init: PointerEventInit = {}) => {
    const place = { clientX: left + (cell + 0.5) * cellPx, clientY: top + 5 };
    element.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 1, pointerType: 'mouse', ...place, ...init }),
    );
  };
  return { element, mouse, heard, said: () => element.textContent, at: () => element.ariaLabel };
}

test('the pointer points at what lies under it, and at nothing when it leaves', async () => {
  const { mouse, at } = await show();
  mouse('pointermove', 3);
  await expect.poll(at).toBe('at 3');
  mouse('pointermove', 9);
  await expect.poll(at).toBe('at null');
  mouse('pointermove', 2);
  mouse('pointerout', 2, { relatedTarget: document.body });
  await expect.poll(at).toBe('at null');
});

test('keys go from one thing to the next and say it; Escape and leaving let go', async () => {
  const { element, at, said, heard } = await show();
  element.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(at).toBe('at 2');
  expect(said()).toBe('cell 2');
  await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{/Shift}');
  await expect.poll(at).toBe('at 0');
  expect(heard.mock.calls.flat()).toEqual(['Shift']);
  await userEvent.keyboard('{Escape}');
  await expect.poll(at).toBe('at null');
  await userEvent.keyboard('{Escape}x{Control>}{ArrowRight}{/Control}');
  expect(heard.mock.calls.flat()).toEqual(['Shift', 'Escape', 'x', 'Control', 'ArrowRight']);
  await userEvent.keyboard('{End}');
  element.blur();
  await expect.poll(at).toBe('at null');
});

test('a press or Enter chooses, with Shift or by key in addition, and says the answer', async () => {
  const onChoose = vi.fn((cell: number | null) => (cell === null ? undefined : `chosen ${cell}`));
  const { element, mouse, said } = await show({ onChoose });
  mouse('pointerup', 4);
  mouse('pointerup', 5, { shiftKey: true });
  mouse('pointerup', 9);
  mouse('pointerup', 6, { button: 2 });
  await expect.poll(said).toBe('chosen 5');
  element.focus();
  await userEvent.keyboard('{Enter}{Home}{Enter}');
  expect(onChoose.mock.calls).toEqual([
    [4, false],
    [5, true],
    [null, false],
    [0, true],
  ]);
});

test('a drag chooses where it begins and follows the pointer until it is released', async () => {
  const [onChoose, onDrag] = [vi.fn(() => 'begun'), vi.fn()];
  const { mouse, said } = await show({ onChoose, onDrag });
  mouse('pointermove', 1);
  mouse('pointerdown', 2);
  mouse('pointermove', 3);
  mouse('pointermove', 9);
  mouse('pointermove', 5);
  mouse('pointerup', 5);
  mouse('pointermove', 6);
  expect(onChoose.mock.calls).toEqual([[2, false]]);
  expect(onDrag.mock.calls.flat()).toEqual([3, 5]);
  await expect.poll(said).toBe('begun');
});

test('arrows walk about a plane, Page keys mean nothing there, and further keys come first', async () => {
  const walk = vi.fn(() => null);
  const onKey = vi.fn(({ key }: { key: string }) => key === 'ArrowUp');
  const { element, heard } = await show({ step: undefined, walk, onKey });
  element.focus();
  await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowLeft}{/Shift}{ArrowUp}{PageUp}');
  expect(walk.mock.calls).toEqual([
    [null, [0, -1], false],
    [null, [-1, 0], true],
  ]);
  expect(heard.mock.calls.flat()).toEqual(['Shift', 'PageUp']);
});
