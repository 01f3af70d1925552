/**
 * One sentence about a control, for the eye (see hintTrigger) and, as the description of the control, for screen
 * readers, which have it whether it is shown or not. React Aria's tooltips do not open on touch, hence this.
 */
import { type HTMLAttributes, type ReactNode, useEffect, useId, useState } from 'react';
import { HintBubble } from './HintBubble';
import { createHintTrigger } from './hintTrigger';

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

export function useHint(text: string | undefined): HintParts {
  const id = useId();
  const [target, setTarget] = useState<Element | null>(null);
  const [trigger] = useState(() => createHintTrigger(setTarget));
  useEffect(() => trigger.close, [trigger]);

  if (text === undefined) {
    return { triggerProps: {}, describedBy: undefined, hintNode: null, wasAsked: () => false };
  }
  return {
    triggerProps: trigger.handlers,
    describedBy: id,
    hintNode: (
      <>
        <span id={id} hidden>
          {text}
        </span>
        {target && <HintBubble target={target} text={text} onClose={trigger.close} />}
      </>
    ),
    wasAsked: trigger.wasAsked,
  };
}
