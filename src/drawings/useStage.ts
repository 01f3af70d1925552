/** A stage for a React component: `paint` may change with its props, and what `source` announces is painted without rendering. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Source } from './source';
import { createStage, type Paint, type Stage } from './stage';

/** The ref belongs on a <canvas> whose size comes from CSS. Keep `paint` the same (useMemo) while the picture is; `isFigure` as in createStage. */
export function useStage(
  paint: Paint,
  source?: Source<unknown>,
  minIntervalMs = 0,
  isFigure = false,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const created = createStage(canvas.current, isFigure);
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
