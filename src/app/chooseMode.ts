/** Turns to a way of using the screen: by its button, or by the key that leaves Present. */

import { whenLoaded } from '../drawings/missing';
import type { Mode } from '../store/runState';
import { look, store } from '../store/store';

export function chooseMode(mode: Mode): void {
  const { lesson } = store.getState();
  // A lesson is learned or presented; the learner's own experiment is back in Explore.
  if (lesson && mode === 'explore')
    void whenLoaded(
      () => import('../store/lesson'),
      ({ leaveLesson }) => leaveLesson(),
    );
  // A card says itself which parts it is about.
  look({ mode, ...(lesson && mode !== 'explore' ? {} : { show: null }) });
}
