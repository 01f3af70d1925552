/** Pinned sheets outlive the visit; they are known before the first paint, so that the page does not move. */
import { keepSetting, keptSetting } from '../persistence/settings';
import { inOrder } from '../store/sheets';
import { look, store } from '../store/store';

export function keepSheets(): void {
  look({ pinnedSheets: inOrder((keptSetting('sheets') ?? '').split(',')) });
  store.subscribe(({ view: { pinnedSheets } }, before) => {
    if (pinnedSheets !== before.view.pinnedSheets) keepSetting('sheets', pinnedSheets.join());
  });
}
