/** A stage for a React component: `paint` may change with its props, and what `source` announces is painted without rendering. */
import { type RefObject, useEffect, useRef } from 'react';
import type { ReadableStore } from '../engine/readableStore';
import { createCanvasRenderer, type Paint, type Stage } from './canvasRenderer';

/** The ref belongs on a <canvas> whose size comes from CSS. Keep `paint` the same (useMemo) while the picture is; `isFigure` as in createCanvasRenderer. */
export function useCanvas(
  paint: Paint,
  source?: ReadableStore<unknown>,
  minIntervalMs = 0,
  isFigure = false,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const created = createCanvasRenderer(canvas.current, isFigure);
    stage.current = created;
    return () => {
      created.dispose();
      stage.current = null;
    };
  }, [isFigure]);
  useEffect(() => stage.current?.setPaint(paint, minIntervalMs), [paint, minIntervalMs]);
  useEffect(() => source?.subscribe(() => stage.current?.invalidate()), [source]);
  return canvas;
}
