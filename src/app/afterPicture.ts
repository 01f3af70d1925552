/** When the page can take another picture: the worker that sent the last one is told then. */
import { afterDrawing } from '../drawings/frames';

/** Between two pictures that nobody sees, in ms. */
const unseenMs = 250;
/** A picture that takes longer to draw than this gives the page as much time again before the next. */
const lightDrawingMs = 10;

/**
 * Calls `work` when everything of a picture is drawn, so that pictures come as fast as the page can draw them whole, and no faster.
 * Hidden tabs have no frames, but training there may go on unseen.
 */
export function afterPicture(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    document.removeEventListener('visibilitychange', hide);
    work();
  };
  // A tab that is hidden in the middle of a picture has no frame to draw the rest of it.
  const hide = () => document.hidden && setTimeout(once, unseenMs);
  document.addEventListener('visibilitychange', hide);
  if (document.hidden) setTimeout(once, unseenMs);
  else afterDrawing((tookMs) => (tookMs > lightDrawingMs ? setTimeout(once, tookMs) : once()));
}
