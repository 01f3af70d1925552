/** Long work on the page's thread in slices: the page gets its turn every few milliseconds, hears how far things are, and may call a halt. */

export interface SliceOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the share that is done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Half of a frame at 60 Hz. */
const sliceMs = 8;

/** Lets the page have its turn. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Answers a function to be awaited now and then: it gives way once a slice has passed, and tells the progress. It rejects with an
 * AbortError when the work is no longer wanted.
 */
export function createPauses({ signal, onProgress }: SliceOptions): (share: number) => Promise<void> {
  let sliceStart = performance.now();
  return async (share) => {
    signal?.throwIfAborted();
    if (performance.now() - sliceStart < sliceMs) return;
    onProgress?.(share);
    await giveWay();
    signal?.throwIfAborted();
    sliceStart = performance.now();
  };
}
