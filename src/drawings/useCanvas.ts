/** A canvas renderer for a React component: `paint` may change with its props, and what `store` announces is painted without rendering. */
import { type RefObject, useEffect, useRef } from 'react';
import type { ReadableStore } from '../engine/readableStore';
import { type CanvasRenderer, createCanvasRenderer, type Paint } from './canvasRenderer';
import { throttled } from './throttled';

/**
 * The ref belongs on a <canvas> whose size comes from CSS. Keep `paint` the same (useMemo) while the picture is. What the store
 * announces is painted at most every `minIntervalMs`; `isFigure` as in `CanvasRenderer`.
 */
export function useCanvas(
  paint: Paint,
  store?: ReadableStore<unknown>,
  minIntervalMs = 0,
  isFigure = false,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<CanvasRenderer>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const created = createCanvasRenderer(canvas.current);
    renderer.current = created;
    return () => {
      created.dispose();
      renderer.current = null;
    };
  }, []);
  useEffect(() => renderer.current?.setPaint(paint, isFigure), [paint, isFigure]);
  useEffect(() => {
    if (!store) return;
    return throttled(store, minIntervalMs).subscribe(() => renderer.current?.invalidate());
  }, [store, minIntervalMs]);
  return canvas;
}
