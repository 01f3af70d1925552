/** The language of the document, for screen readers, fonts and line breaks. */
import { changeLocale } from '../i18n/i18n';
import type { Locale } from '../i18n/localized';
import { keepSetting } from '../persistence/settings';

const languageTags: Record<Locale, string> = { en: 'en', zh: 'zh-CN' };

export function showLocale(locale: Locale): void {
  document.documentElement.lang = languageTags[locale];
}

/** The visitor chose a language: now, and next time. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await changeLocale(locale);
  showLocale(locale);
  keepSetting('locale', locale);
}
