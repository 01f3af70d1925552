/** Small settings of the page that the browser keeps between visits. Apart from documents, which need checking that costs a second file. */

export type SettingKey = 'locale' | 'theme' | 'sheets';

/** A small setting that must be known before the first paint; local storage, because that answers at once. */
export function keepSetting(key: SettingKey, value: string): void {
  try {
    localStorage.setItem(`quadrant-${key}`, value);
  } catch {
    // Nothing is lost but the convenience.
  }
}

export function keptSetting(key: SettingKey): string | null {
  try {
    return localStorage.getItem(`quadrant-${key}`);
  } catch {
    return null;
  }
}
