/** The shown hint. Drawn over everything, at the end of the body; hidden from screen readers, which have the description. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Hint.module.css';
import { placeBubble } from './placeBubble';

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
