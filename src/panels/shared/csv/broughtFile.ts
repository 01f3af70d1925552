/** Files and texts from outside: chosen, dropped or pasted. `app/` finds out what they are; a table is shown before it is imported. */
import { writable } from '../../../engine/readableStore';

export interface BroughtFile {
  readonly file: File;
  /** Whether it is what the clipboard held, and has no name of its own. */
  readonly isPasted: boolean;
}

export const broughtFile = writable<BroughtFile | null>(null);

export function bringFile(file: File | null): void {
  if (file) broughtFile.set({ file, isPasted: false });
}

/** A text from the clipboard: an experiment, or else what may be a table. */
export function bringText(text: string): void {
  if (isExperimentText(text)) {
    bringFile(new File([text], 'experiment.json', { type: 'application/json' }));
    return;
  }
  broughtFile.set({ file: new File([text], ''), isPasted: true });
}

/** Whether it can only be a document; what is wrong with it is told when it is opened. */
export function isExperimentText(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith('{') && trimmed.endsWith('}');
}
