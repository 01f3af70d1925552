/**
 * Pointers and focus on unit buttons, wherever those lie inside the element with these handlers. A mouse shows a unit while it is over
 * it; a first tap shows it, a second one opens it; the focus shows it, Enter opens it. A unit that is under the mouse only because what
 * lay over it has gone, as a menu does once something was chosen, is not shown before the mouse comes to it again.
 */
import { type MouseEvent, type PointerEvent, useEffect, useState } from 'react';
import { type DiagramInteraction, type Means, sameUnit } from './diagramInteraction';
import { unitElement, unitOf } from './unitElements';

/** The latest press: with what, and whether a unit was shown when it began. */
interface Press {
  readonly pointerType: string;
  readonly wasShown: boolean;
}

export function useUnitEvents(hand: DiagramInteraction) {
  const [press] = useState(createPress);
  const [mouse] = useState(createMouse);
  useEffect(() => mouse.watch(), [mouse]);
  const handlers = {
    onPointerDown: ({ pointerType }: PointerEvent) => {
      press.note({ pointerType, wasShown: hand.shown.get() !== null });
    },
    onPointerOver: (event: PointerEvent) => {
      const element = unitElement(event.target);
      if (element && event.pointerType !== 'touch' && mouse.hasMoved(event))
        hand.onEnter(unitOf(element), 'mouse');
    },
    onPointerOut: ({ target, pointerType }: PointerEvent) => {
      if (unitElement(target) && pointerType !== 'touch') hand.onLeave();
    },
    onFocus: ({ target }: { readonly target: EventTarget }) => {
      const element = unitElement(target);
      if (element?.matches(':focus-visible')) hand.onEnter(unitOf(element), 'keys');
    },
    onBlur: ({ target }: { readonly target: EventTarget }) => {
      if (unitElement(target)) hand.onLeave();
    },
  };
  /** Answers whether it was a unit. */
  const onClick = ({ target, detail }: MouseEvent): boolean => {
    const element = unitElement(target);
    if (!element) return false;
    const unit = unitOf(element);
    const by: Means = detail === 0 ? 'keys' : press.latest().pointerType === 'touch' ? 'touch' : 'mouse';
    if (by === 'touch' && !sameUnit(hand.shown.get(), unit)) hand.onEnter(unit, 'touch');
    else hand.onOpen({ ...unit, from: null }, element);
    return true;
  };
  return { handlers, onClick, latestPress: press.latest };
}

/** Where the mouse was last seen to move or press. An `over` event comes before the movement that it is of. */
function createMouse() {
  let [x, y] = [Number.NaN, Number.NaN];
  const note = ({ clientX, clientY }: globalThis.PointerEvent) => {
    [x, y] = [clientX, clientY];
  };
  const types = ['pointermove', 'pointerdown', 'pointerup'] as const;
  return {
    hasMoved: ({ clientX, clientY }: PointerEvent) => clientX !== x || clientY !== y,
    watch: () => {
      for (const type of types) window.addEventListener(type, note, true);
      return () => {
        for (const type of types) window.removeEventListener(type, note, true);
      };
    },
  };
}

function createPress() {
  let latest: Press = { pointerType: 'mouse', wasShown: false };
  return {
    note: (press: Press) => {
      latest = press;
    },
    latest: () => latest,
  };
}
