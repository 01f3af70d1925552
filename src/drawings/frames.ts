/**
 * Animation frames that all drawings share. What belongs together (the figures of the run, the plane, the curve) changes in one frame;
 * what else takes too long for it goes on in the next, in turn, so that a picture of everything at once (the first after Play, a change
 * of theme) does not hold up the page.
 */

export type FrameWork = (nowMs: number) => void;

/** Time in a frame after which no further work begins: half a frame at 60 Hz. */
const budgetMs = 8;

/** What the very next frame shows. */
const together = new Set<FrameWork>();
/** What may wait. */
const waiting = new Set<FrameWork>();
const listeners = new Set<(tookMs: number) => void>();
let isRequested = false;
/** Time that drawing has taken since everything was drawn. */
let drawnMs = 0;

/** Runs `work` once in one of the next animation frames; asking again before that changes nothing. */
export function inFrame(work: FrameWork): void {
  waiting.add(work);
  request();
}

/** Runs `work` once in the next animation frame, with everything else that asks for that. */
export function inNextFrame(work: FrameWork): void {
  together.add(work);
  request();
}

/** Cancels `work`. */
export function notInFrame(work: FrameWork): void {
  waiting.delete(work);
  together.delete(work);
}

/** Calls `listener` once nothing is left to draw, in an animation frame, with the time in ms that the drawing took. */
export function afterDrawing(listener: (tookMs: number) => void): void {
  listeners.add(listener);
  request();
}

function request(): void {
  if (isRequested) return;
  isRequested = true;
  requestAnimationFrame(run);
}

function run(nowMs: number): void {
  isRequested = false;
  const startMs = performance.now();
  try {
    // Copies: what asks again while it runs waits for the next frame.
    for (const work of [...together]) if (together.delete(work)) work(nowMs);
    for (const work of [...waiting]) {
      if (performance.now() - startMs >= budgetMs) break;
      if (waiting.delete(work)) work(nowMs);
    }
  } finally {
    drawnMs += performance.now() - startMs;
    if (waiting.size > 0 || together.size > 0) request();
    else tellDrawn();
  }
}

function tellDrawn(): void {
  const tookMs = drawnMs;
  drawnMs = 0;
  const told = [...listeners];
  listeners.clear();
  for (const listener of told) listener(tookMs);
}
