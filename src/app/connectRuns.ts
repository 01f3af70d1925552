/** What the page does about runs besides training the present one; loaded after everything that the first picture needs. */

import { connectRaces } from './connectRaces';
import { connectReplay } from './connectReplay';
import { keepRuns } from './keepRuns';

export function connectRuns(): void {
  connectRaces();
  connectReplay();
  void keepRuns();
}
