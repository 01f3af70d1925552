/** Which rows and columns of a scrolled table are in sight, with some to spare, where all entries have one size. */
import { type RefCallback, useCallback, useState } from 'react';

export interface TableWindow {
  /** First row and column in sight, and those after the last. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface EntrySize {
  readonly width: number;
  readonly height: number;
}

/** Rows and columns kept beyond each edge. */
const SPARE = 4;
/** Shown before the element has a size. */
const FIRST = 12;

export function useWindow(
  rows: number,
  columns: number,
  entry: EntrySize,
): readonly [RefCallback<HTMLElement>, TableWindow] {
  const [seen, setSeen] = useState<TableWindow>({ top: 0, bottom: FIRST, left: 0, right: FIRST });
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const look = () => {
        const top = Math.max(0, Math.floor(element.scrollTop / entry.height) - SPARE);
        const left = Math.max(0, Math.floor(element.scrollLeft / entry.width) - SPARE);
        const next = {
          top,
          left,
          bottom: top + Math.ceil(element.clientHeight / entry.height) + 2 * SPARE,
          right: left + Math.ceil(element.clientWidth / entry.width) + 2 * SPARE,
        };
        setSeen((last) =>
          last.top === next.top &&
          last.left === next.left &&
          last.bottom === next.bottom &&
          last.right === next.right
            ? last
            : next,
        );
      };
      const observer = new ResizeObserver(look);
      observer.observe(element);
      element.addEventListener('scroll', look, { passive: true });
      return () => {
        observer.disconnect();
        element.removeEventListener('scroll', look);
      };
    },
    [entry],
  );
  const bottom = Math.min(rows, seen.bottom);
  const right = Math.min(columns, seen.right);
  return [ref, { top: Math.min(seen.top, bottom), bottom, left: Math.min(seen.left, right), right }];
}
