/** The shown hint. Drawn over everything, at the end of the body; hidden from screen readers, which have the description. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Hint.module.css';

export interface HintBubbleProps {
  target: Element;
  text: string;
  onClose: () => void;
}

export function HintBubble({ target, text, onClose }: HintBubbleProps) {
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
      event.target instanceof Node && !target.contains(event.target) && onClose();
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointerdown', onDown);
    window.addEventListener('scroll', onClose, true);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerdown', onDown);
      window.removeEventListener('scroll', onClose, true);
    };
  });

  return createPortal(
    <div
      ref={bubble}
      className={styles.bubble}
      style={place ?? { left: 0, top: 0, visibility: 'hidden' }}
      aria-hidden
    >
      {text}
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
