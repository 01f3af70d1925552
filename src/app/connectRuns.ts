/** What the page does about runs besides training the present one; loaded after everything that the first picture needs. */
import { keepRuns } from './keepRuns';
import { connectRaces } from './race';
import { connectReplay } from './replay';

export function connectRuns(): void {
  connectRaces();
  connectReplay();
  void keepRuns();
}
