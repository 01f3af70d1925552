/** The language of the document, for screen readers, fonts and line breaks. */

import { whenLoaded } from '../drawings/missing';
import { changeLocale } from '../i18n/i18n';
import { type Locale, languages } from '../i18n/languages';
import { keepSetting } from '../persistence/settings';

export function showLocale(locale: Locale): void {
  document.documentElement.lang = languages[locale].tag;
}

/** Where the words do not come, the page stays in the language that it is in and says that something is missing. */
export async function bringLocale(locale: Locale): Promise<void> {
  await whenLoaded(
    () => changeLocale(locale),
    () => showLocale(locale),
  );
}

/** The visitor chose a language: now, and next time. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await whenLoaded(
    () => changeLocale(locale),
    () => {
      showLocale(locale);
      keepSetting('locale', locale);
    },
  );
}
