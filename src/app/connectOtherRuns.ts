/** Starts races, replay and kept runs; requested after what the first picture needs. */

import { connectRaces } from './connectRaces';
import { connectReplay } from './connectReplay';
import { keepRuns } from './keepRuns';

export function connectOtherRuns(): void {
  connectRaces();
  connectReplay();
  void keepRuns();
}
