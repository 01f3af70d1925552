/**
 * The shown hint. Drawn over everything, at the end of the body; hidden from screen readers, which have the description, and passed over
 * by the keyboard, which has F1.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Hint.module.css';

export interface HintBubbleProps {
  target: Element;
  text: string;
  /** The card of a lesson that is about the control. */
  open?: { readonly words: string; readonly press: () => void } | null;
  onClose: () => void;
}

export function HintBubble({ target, text, open, onClose }: HintBubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number }>();

  useLayoutEffect(() => {
    const page = { width: document.documentElement.clientWidth, height: window.innerHeight };
    if (bubble.current) {
      setPlace(placeBubble(target.getBoundingClientRect(), bubble.current.getBoundingClientRect(), page));
    }
  }, [target]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    const onDown = (event: Event) =>
      event.target instanceof Node &&
      !target.contains(event.target) &&
      !bubble.current?.contains(event.target) &&
      onClose();
    // Before an overlay, which keeps the key that closes it from the rest of the page.
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onDown);
    window.addEventListener('scroll', onClose, true);
    // In another window the control is elsewhere.
    window.addEventListener('resize', onClose);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onDown);
      window.removeEventListener('scroll', onClose, true);
      window.removeEventListener('resize', onClose);
    };
  });

  return createPortal(
    <div
      ref={bubble}
      className={styles.bubble}
      data-below={place !== undefined && place.top > target.getBoundingClientRect().top}
      style={place ?? { left: 0, top: 0, visibility: 'hidden' }}
      // A press on it does not close the dialog that the control is in.
      data-react-aria-top-layer="true"
      aria-hidden
    >
      {text}
      {open && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.open}
          // The control keeps the focus, without which the hint would go before the press ends.
          onMouseDown={(event) => event.preventDefault()}
          onClick={open.press}
        >
          <span>{open.words}</span> <kbd>F1</kbd>
        </button>
      )}
    </div>,
    document.body,
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 6;
const MARGIN_PX = 8;

/**
 * Where the upper left corner of a hint lies: centred above what it explains, below it where there is no room, always inside the window.
 * All lengths in CSS pixels, in the coordinates of the window.
 */
export function placeBubble(
  target: Box,
  bubble: Pick<Box, 'width' | 'height'>,
  page: Pick<Box, 'width' | 'height'>,
): { readonly left: number; readonly top: number } {
  const centred = target.left + target.width / 2 - bubble.width / 2;
  const rightmost = page.width - bubble.width - MARGIN_PX;
  const left = Math.max(MARGIN_PX, Math.min(centred, rightmost));
  const above = target.top - bubble.height - GAP_PX;
  return { left, top: above >= MARGIN_PX ? above : target.top + target.height + GAP_PX };
}
