/** The film of a figure: it plays while the figure moves, rests at its end, and begins again by itself. */
import { useEffect } from 'react';
import { pause, play, reset } from '../store/commands';
import { store } from '../store/store';

/** How long the end of a film stands. */
const restMs = 3000;

function fromStart(): void {
  reset();
  play();
}

/** `again` begins the next film; it must be the same from one rendering to the next. */
export function useFilmLoop(moves: boolean, again: () => void = fromStart): void {
  useEffect(() => {
    if (!moves) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const see = () => {
      const { halt, playing, worker } = store.getState().run;
      const isInterrupted = !playing && (worker === 'restarted' || worker === 'moved');
      if (halt !== null) timer ??= setTimeout(again, restMs);
      // Another worker has taken the place of one that died, and rests.
      else if (isInterrupted) timer ??= setTimeout(play, restMs);
      else {
        clearTimeout(timer);
        timer = undefined;
      }
    };
    if (store.getState().run.halt === null) play();
    else again();
    const stop = store.subscribe(see);
    return () => {
      stop();
      clearTimeout(timer);
      pause();
    };
  }, [moves, again]);
}
