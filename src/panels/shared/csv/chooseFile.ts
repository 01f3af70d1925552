/**
 * Lets the visitor choose a file, whatever is in it. Browsers show their dialog only within some seconds of a press: what shows it is loaded
 * before that, with the button, and where it came too late all the same another press is asked for.
 */
import i18next from 'i18next';
import { whenLoaded } from '../../../drawings/missing';
import { bringFile } from './broughtFile';

const load = () => Promise.all([import('../../../persistence/tableFiles'), import('sonner')]);

/** A button for files is there: a press on it may follow. */
export function expectFile(): void {
  // Where it does not come, the press asks again and says so.
  load().catch(() => {});
}

export async function chooseFile(): Promise<void> {
  await whenLoaded(load, async ([{ chooseTable }, { toast }]) => {
    if (hasPress()) {
      bringFile(await chooseTable());
      return;
    }
    toast(i18next.t('notices.openLate'), {
      duration: Number.POSITIVE_INFINITY,
      closeButton: true,
      action: { label: i18next.t('app.open'), onClick: () => void chooseFile() },
    });
  });
}

/** Whether the browser still remembers a press; one that does not tell is asked for its dialog. */
function hasPress(): boolean {
  return (navigator as Partial<Navigator>).userActivation?.isActive ?? true;
}
