/**
 * Animation frames that all drawings share. What takes too long for one frame goes on in the next, in turn, so that a picture of
 * everything at once (the first after Play, a change of theme) does not hold up the page.
 */

export type FrameWork = (nowMs: number) => void;

/** After so long no further work is begun in a frame; half of what a 60 Hz screen gives. */
const budgetMs = 8;

const waiting = new Set<FrameWork>();
let isRequested = false;

/** Runs `work` once in one of the next animation frames; asking again before that changes nothing. */
export function inFrame(work: FrameWork): void {
  waiting.add(work);
  request();
}

/** `work` is not to run any more. */
export function notInFrame(work: FrameWork): void {
  waiting.delete(work);
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
    // A copy: what asks again while it runs waits for the next frame.
    for (const work of [...waiting]) {
      if (waiting.delete(work)) work(nowMs);
      if (performance.now() - startMs >= budgetMs) break;
    }
  } finally {
    if (waiting.size > 0) request();
  }
}
