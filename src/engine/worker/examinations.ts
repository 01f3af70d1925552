/** When the layers are examined while training goes on, which takes longer than a picture. Times are in milliseconds. */

const everyMs = 400;

export class Examinations {
  private at = Number.NEGATIVE_INFINITY;
  private hasWatched = false;

  isDue(nowMs: number): boolean {
    return nowMs - this.at >= everyMs;
  }

  /** Whether the next update is to be watched: one before each examination is, so that the picture can tell of it. */
  watchesNext(nowMs: number): boolean {
    const watches = !this.hasWatched && this.isDue(nowMs);
    if (watches) this.hasWatched = true;
    return watches;
  }

  made(nowMs: number): void {
    this.at = nowMs;
    this.hasWatched = false;
  }
}
