/** Whether an element is on the screen, or nearly. */
import { type RefCallback, useCallback, useState } from 'react';

export function useInSight(): readonly [RefCallback<HTMLElement>, boolean] {
  const [isInSight, setInSight] = useState(true);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true), {
      rootMargin: '60px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, isInSight];
}
