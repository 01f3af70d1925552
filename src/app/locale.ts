/** The language of the document, for screen readers, fonts and line breaks. */
import { changeLocale } from '../i18n/i18n';
import { type Locale, languages } from '../i18n/languages';
import { keepSetting } from '../persistence/settings';

export function showLocale(locale: Locale): void {
  document.documentElement.lang = languages[locale].tag;
}

/** The visitor chose a language: now, and next time. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await changeLocale(locale);
  showLocale(locale);
  keepSetting('locale', locale);
}
