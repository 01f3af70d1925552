/** A value that goes to and fro by itself, for figures without a run. */
import { useEffect, useRef } from 'react';

/** Calls `show` with the phase 0–1 of a movement that takes so many seconds to and fro, as long as it moves; it goes on where it stopped. */
export function useSweep(moves: boolean, seconds: number, show: (phase: number) => void): void {
  const phase = useRef(0);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  }, [show]);
  useEffect(() => {
    if (!moves) return;
    let request = 0;
    let before: number | null = null;
    const turn = (nowMs: number) => {
      if (before !== null) phase.current = (phase.current + (nowMs - before) / 1000 / seconds) % 1;
      before = nowMs;
      latest.current(phase.current);
      request = requestAnimationFrame(turn);
    };
    request = requestAnimationFrame(turn);
    return () => cancelAnimationFrame(request);
  }, [moves, seconds]);
}

/** 0 at the ends of a phase and 1 in its middle, smoothly. */
export function wave(phase: number): number {
  return 0.5 - 0.5 * Math.cos(2 * Math.PI * phase);
}
