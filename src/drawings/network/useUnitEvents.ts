/**
 * Pointers and focus on unit buttons, wherever those lie inside the element with these handlers. A mouse shows a unit while it is over
 * it; a first tap shows it, a second one opens it; the focus shows it, Enter opens it.
 */
import { type MouseEvent, type PointerEvent, useState } from 'react';
import { type DiagramHand, type Means, sameUnit } from './diagramHand';
import { unitElement, unitOf } from './unitElements';

/** The latest press: with what, and whether a unit was shown when it began. */
interface Press {
  readonly pointerType: string;
  readonly wasShown: boolean;
}

export function useUnitEvents(hand: DiagramHand) {
  const [press] = useState(createPress);
  const handlers = {
    onPointerDown: ({ pointerType }: PointerEvent) => {
      press.note({ pointerType, wasShown: hand.shown.get() !== null });
    },
    onPointerOver: ({ target, pointerType }: PointerEvent) => {
      const element = unitElement(target);
      if (element && pointerType !== 'touch') hand.onEnter(unitOf(element), 'mouse');
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

function createPress() {
  let latest: Press = { pointerType: 'mouse', wasShown: false };
  return {
    note: (press: Press) => {
      latest = press;
    },
    latest: () => latest,
  };
}
