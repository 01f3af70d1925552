/**
 * When a hint shows: the pointer rests on the element, the keyboard reaches it, a finger stays on it, or taps a label in
 * it marked `data-hint-label`. One hint at a time on the page; it stays while the pointer is on it. Knows no React state: it says which
 * element asks, or null.
 */
import type { FocusEvent, MouseEvent, PointerEvent } from 'react';

const REST_MS = 600;
const PRESS_MS = 450;
/** How long after a long press its own press event may still come. */
const AFTER_MS = 300;
/** Moving this far makes a press a scroll. */
const SLIP_PX = 10;

let closeOther: (() => void) | null = null;

const isWithin = (target: EventTarget, element: Element) =>
  target instanceof Node && element.contains(target);

/** Owns a timer; `close` stops it. */
export function createHintTrigger(onTarget: (target: Element | null) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touch: { readonly x: number; readonly y: number } | null = null;
  let isPressed = false;
  let asked = false;

  function after(ms: number, act: () => void) {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  }
  function close() {
    clearTimeout(timer);
    if (closeOther === close) closeOther = null;
    onTarget(null);
  }
  function show(element: Element) {
    if (closeOther !== close) closeOther?.();
    closeOther = close;
    onTarget(element);
  }
  function letGo() {
    isPressed = false;
    if (asked) after(AFTER_MS, () => (asked = false));
    else clearTimeout(timer);
  }

  const handlers = {
    onPointerEnter({ pointerType, buttons, currentTarget }: PointerEvent) {
      // A mouse that lies where a finger presses does not cut the press short.
      if (pointerType === 'mouse' && buttons === 0 && !isPressed) after(REST_MS, () => show(currentTarget));
    },
    onPointerLeave({ pointerType }: PointerEvent) {
      if (pointerType === 'mouse') close();
    },
    onPointerDownCapture({ pointerType, clientX, clientY, target, currentTarget }: PointerEvent) {
      // React tells the element of what happens in the bubble, too.
      if (!isWithin(target, currentTarget)) return;
      close();
      asked = false;
      touch = pointerType === 'touch' ? { x: clientX, y: clientY } : null;
      isPressed = touch !== null;
      if (!touch || target instanceof HTMLInputElement) return;
      after(PRESS_MS, () => {
        asked = true;
        show(currentTarget);
      });
    },
    onPointerMoveCapture({ clientX, clientY }: PointerEvent) {
      if (touch && !asked && Math.hypot(clientX - touch.x, clientY - touch.y) > SLIP_PX) clearTimeout(timer);
    },
    onPointerUpCapture: letGo,
    onPointerCancelCapture: letGo,
    onClick({ target, currentTarget }: MouseEvent) {
      if (touch && target instanceof Element && target.closest('[data-hint-label]')) show(currentTarget);
    },
    onFocus({ target, currentTarget }: FocusEvent) {
      if (!touch && target.matches(':focus-visible')) after(REST_MS, () => show(currentTarget));
    },
    onBlur: close,
  };
  return { handlers, close, wasAsked: () => asked };
}
