/** For tests in a browser: waits for what a canvas shows, however many frames that takes. */
import { expect } from 'vitest';

/** Returns once the canvas has as many pixels as it covers, and something is painted on it. */
export async function untilPainted(canvas: HTMLCanvasElement): Promise<void> {
  const isPainted = () => {
    const { width, height, clientWidth } = canvas;
    if (width !== Math.round(clientWidth * window.devicePixelRatio)) return false;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    return data.some((value) => value > 0);
  };
  await expect.poll(isPainted).toBe(true);
}
