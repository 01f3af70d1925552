/**
 * Animation frames that all drawings share. What belongs together (the figures of the run, the plane, the curve) changes in one frame;
 * what else takes too long for it goes on in the next, in turn, so that a picture of everything at once (the first after Play, a change
 * of theme, 100,000 points while the plane is drawn) does not hold up the page. Neither keeps the other waiting for more than a frame.
 */

export type FrameWork = (nowMs: number) => void;

/** Time in a frame after which no further work begins: half a frame at 60 Hz. */
const budgetMs = 8;

/** What the next frame shows, or the one after where what may wait has that. */
const together = new Set<FrameWork>();
/** What may wait. */
const waiting = new Set<FrameWork>();
const listeners = new Set<(tookMs: number) => void>();
let isRequested = false;
/** The last frame left no time for what may wait: it comes first in the next one. */
let isOwed = false;
/** Time that drawing has taken since everything was drawn. */
let drawnMs = 0;

/** Runs `work` once in one of the next animation frames; asking again before that changes nothing. */
export function inFrame(work: FrameWork): void {
  waiting.add(work);
  request();
}

/** Runs `work` once, in one frame with everything else that asks for that: the next one, or the one after where waiting works are due. */
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
  const isOver = () => performance.now() - startMs >= budgetMs;
  try {
    const isFirst = isOwed;
    isOwed = false;
    if (isFirst) runWaiting(nowMs, isOver);
    if (isOver()) return;
    // A copy: what asks again while it runs waits for the next frame.
    for (const work of [...together]) if (together.delete(work)) work(nowMs);
    isOwed = waiting.size > 0 && !runWaiting(nowMs, isOver);
  } finally {
    drawnMs += performance.now() - startMs;
    if (waiting.size > 0 || together.size > 0) request();
    else tellDrawn();
  }
}

/** Answers whether there was time for one at least. */
function runWaiting(nowMs: number, isOver: () => boolean): boolean {
  let hasRun = false;
  for (const work of [...waiting]) {
    if (isOver()) break;
    if (!waiting.delete(work)) continue;
    work(nowMs);
    hasRun = true;
  }
  return hasRun;
}

function tellDrawn(): void {
  const tookMs = drawnMs;
  drawnMs = 0;
  const told = [...listeners];
  listeners.clear();
  for (const listener of told) listener(tookMs);
}
