/**
 * The words of the page, bundled: nothing is fetched. Knows no DOM; the app reads the address, the stored choice and the
 * browser's languages, hands them in, and sets the document's language itself.
 */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import type { Locale } from './localized';
import { zh } from './zh';

/** Every language of the page, by its own name. */
export const locales = { en: 'English', zh: '中文' } as const satisfies Record<Locale, string>;

const resources = { en: { translation: en }, zh: { translation: zh } } satisfies Record<Locale, object>;

/** Ready when it returns: the words are in the bundle. */
export function initI18n(locale: Locale): i18n {
  i18next.use(initReactI18next);
  void i18next.init({
    lng: locale,
    resources,
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return i18next;
}

export async function changeLocale(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
}

/** What the page knows about the visitor's language. */
export interface LanguageSigns {
  /** The query of the address, e.g. `?lang=zh`. */
  readonly search: string;
  /** An earlier choice, if one was kept. */
  readonly stored?: string | null;
  /** `navigator.languages` */
  readonly languages: readonly string[];
}

/** The address decides, then an earlier choice, then the first browser language that the page speaks, else English. */
export function localeFromPage({ search, stored, languages }: LanguageSigns): Locale {
  const asked = [new URLSearchParams(search).get('lang'), stored, ...languages];
  return asked.map(localeOf).find((locale) => locale !== undefined) ?? 'en';
}

/** `zh-Hans-CN` is zh, `fr` is nothing. */
function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(locales, language) ? (language as Locale) : undefined;
}
