/**
 * A canvas that is painted in animation frames: however often it is told that something changed, it paints once a frame, with the
 * latest numbers. It follows its own size, the screen's pixel ratio and the colours of the theme. It does not clear: a picture that
 * is still right may leave the canvas as it is, unless `isFresh` says that the canvas is empty.
 */
import { inFrame, inNextFrame, notInFrame } from './frames';
import { currentTheme, type Theme, watchTheme } from './theme';

export interface CanvasFrame {
  /** One unit is one CSS pixel. */
  readonly context: CanvasRenderingContext2D;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly theme: Theme;
  /** The canvas is empty, the theme is new or the picture is: nothing painted before may be kept. */
  readonly isFresh: boolean;
}

export type Paint = (canvas: CanvasFrame) => void;

export interface CanvasRenderer {
  /** What the next frame and those after it paint. `isFigure`: it changes in one frame with the figures of the run. */
  setPaint(paint: Paint, isFigure?: boolean): void;
  /** Something has changed: the next frame paints. */
  invalidate(): void;
  dispose(): void;
}

/** Options of a context that is painted by the processor, not by the graphics processor. */
export const onProcessor: CanvasRenderingContext2DSettings = { willReadFrequently: true };

export function createCanvasRenderer(canvas: HTMLCanvasElement): CanvasRenderer {
  // Painted by the processor: where the graphics processor is only imitated, paths on it take a hundred times as long.
  const context = canvas.getContext('2d', onProcessor)!;
  let paint: Paint | undefined;
  let isFresh = true;
  let ask = inFrame;

  const invalidate = () => ask(frame);
  const refresh = () => {
    isFresh = true;
    invalidate();
  };
  const frame = () => {
    const widthPx = canvas.clientWidth;
    const heightPx = canvas.clientHeight;
    if (!paint || widthPx === 0 || heightPx === 0) return;
    if (fitPixels(canvas, widthPx, heightPx)) isFresh = true;
    const ratio = canvas.width / widthPx;
    context.setTransform(ratio, 0, 0, canvas.height / heightPx, 0, 0);
    const painted = { context, widthPx, heightPx, ratio, theme: currentTheme(), isFresh };
    isFresh = false;
    paint(painted);
    // Reading a pixel makes the browser draw the strokes now, within this frame, instead of while it paints the page.
    context.getImageData(0, 0, 1, 1);
  };

  const sizes = new ResizeObserver(invalidate);
  sizes.observe(canvas);
  window.addEventListener('resize', invalidate);
  const unwatchTheme = watchTheme(refresh);
  return {
    setPaint: (next, isFigure = false) => {
      paint = next;
      ask = isFigure ? inNextFrame : inFrame;
      refresh();
    },
    invalidate,
    dispose: () => {
      notInFrame(frame);
      sizes.disconnect();
      window.removeEventListener('resize', invalidate);
      unwatchTheme();
    },
  };
}

/** Gives the canvas as many pixels as it covers on the screen; true when that emptied it. */
function fitPixels(canvas: HTMLCanvasElement, widthPx: number, heightPx: number): boolean {
  const width = Math.max(1, Math.round(widthPx * window.devicePixelRatio));
  const height = Math.max(1, Math.round(heightPx * window.devicePixelRatio));
  if (canvas.width === width && canvas.height === height) return false;
  canvas.width = width;
  canvas.height = height;
  return true;
}
