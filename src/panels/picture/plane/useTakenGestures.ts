/**
 * What the browser would do with wheel and fingers on its own: scroll and zoom the page. The plane takes the wheel where the page has
 * nothing to scroll or Ctrl is held, two fingers always, and one finger while it draws or moves. Such listeners must not be passive,
 * which React's are.
 */
import { useEffect, useRef } from 'react';
import { type PlaneSize, turnWheel } from './planeZoom';

/** `element` is the plane's; null before it is there. */
export function useTakenGestures(
  element: HTMLElement | null,
  size: PlaneSize,
  holdsFinger: () => boolean,
): void {
  const latest = useRef({ size, holdsFinger });
  useEffect(() => {
    latest.current = { size, holdsFinger };
  });
  useEffect(() => {
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && pageScrolls()) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      turnWheel(latest.current.size, { xPx: event.clientX - left, yPx: event.clientY - top }, event);
    };
    const onTouch = (event: TouchEvent) => {
      const isTaken = event.touches.length > 1 || latest.current.holdsFinger();
      if (isTaken && event.cancelable) event.preventDefault();
    };
    const active = { passive: false };
    element.addEventListener('wheel', onWheel, active);
    element.addEventListener('touchstart', onTouch, active);
    element.addEventListener('touchmove', onTouch, active);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('touchstart', onTouch);
      element.removeEventListener('touchmove', onTouch);
    };
  }, [element]);
}

function pageScrolls(): boolean {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight > clientHeight + 1;
}
