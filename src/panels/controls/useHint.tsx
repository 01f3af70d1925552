/**
 * One sentence about a control, for the eye (see hintTrigger) and, as the description of the control, for screen
 * readers, which have it whether it is shown or not. React Aria's tooltips do not open on touch, hence this. Where a
 * lesson is about the control, the sentence leads to its card: by a press on it, by F1 from the control.
 */
import {
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useState,
} from 'react';
import { HintBubble } from './HintBubble';
import { createHintTrigger } from './hintTrigger';
import { CardOpener, type HintText } from './taughtHint';
import { useWords } from './useWords';

export interface HintParts {
  /** For the element that the hint belongs to, the control and its label together. */
  readonly triggerProps: HTMLAttributes<HTMLElement>;
  /** The id of the description; undefined without a hint. */
  readonly describedBy: string | undefined;
  /** To be rendered inside that element. */
  readonly hintNode: ReactNode;
  /** Whether the press that ends now only asked for the hint; such a press must not act. */
  readonly wasAsked: () => boolean;
}

export function useHint(hint: HintText | undefined): HintParts {
  const id = useId();
  const { t } = useWords();
  const [target, setTarget] = useState<Element | null>(null);
  const [trigger] = useState(() => createHintTrigger(setTarget));
  useEffect(() => trigger.close, [trigger]);
  const openCard = useOpenCard(hint);

  if (hint === undefined) {
    return { triggerProps: {}, describedBy: undefined, hintNode: null, wasAsked: () => false };
  }
  const text = typeof hint === 'string' ? hint : hint.sentence;
  const open = openCard && {
    words: t('hints.card'),
    press: () => {
      trigger.close();
      // What was typed belongs to the experiment that it was typed for.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      openCard();
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F1' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    open.press();
  };
  return {
    triggerProps: open ? { ...trigger.handlers, onKeyDown } : trigger.handlers,
    describedBy: id,
    hintNode: (
      <>
        <span id={id} hidden>
          {text}
          {open && ` ${open.words} (F1)`}
        </span>
        {target && <HintBubble target={target} text={text} open={open} onClose={trigger.close} />}
      </>
    ),
    wasAsked: trigger.wasAsked,
  };
}

/** How the card of the hint is opened; null where there is none, or where none can be opened. */
function useOpenCard(hint: HintText | undefined): (() => void) | null {
  const opener = useContext(CardOpener);
  if (!opener || hint === undefined || typeof hint === 'string') return null;
  const [lesson = '', card = ''] = hint.card.split('/');
  return () => opener(lesson, card);
}
