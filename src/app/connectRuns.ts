/** What the page does about runs besides training the present one; loaded after everything that the first picture needs. */
import { keepRuns } from './keepRuns';
import { connectRaces } from './race';

export function connectRuns(): void {
  connectRaces();
  void keepRuns();
}
