/** What the address asks of the view before the first paint: mode, parts and speed. The rest waits for the document (`openAsAsked`). */
import { type AskedView, readAddress } from '../store/screen';
import { look } from '../store/store';

/** How the screen is to look, at once. */
export function lookAsAsked(): AskedView {
  const asked = readAddress(location.search);
  const { mode, show, speed } = asked.view;
  look({ ...(mode ? { mode } : {}), ...(show ? { show } : {}), ...(speed ? { speed } : {}) });
  return asked;
}
