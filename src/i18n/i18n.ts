/**
 * The words of the page. English comes with it, other languages as files beside it when they are asked for. Knows no DOM; the app
 * reads the address, the stored choice and the browser's languages, hands them in, and sets the document's language itself.
 */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { type Language, type Locale, languages, offeredLocales } from './languages';
import { wordShares } from './wordShares';

/** Languages that are offered. Of a language that is still being translated, the build counts the words. */
export const offered = offeredLocales(languages, wordShares);

/** Ready at once in English, in another language when its words have come. */
export async function initI18n(locale: Locale): Promise<i18n> {
  i18next.use(initReactI18next);
  void i18next.init({
    lng: 'en',
    resources: { en: { translation: en } },
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
    // Words that come later are shown where they are missed; until then nothing stands there, not the name of the key.
    parseMissingKeyHandler: () => '',
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  if (locale !== 'en') await changeLocale(locale);
  return i18next;
}

/** Words that a language lacks are shown in English. */
export async function changeLocale(locale: Locale): Promise<void> {
  const language: Language = languages[locale];
  if ('words' in language && !i18next.hasResourceBundle(locale, 'translation')) {
    i18next.addResourceBundle(locale, 'translation', await language.words());
  }
  await i18next.changeLanguage(locale);
}

/** Brings the English words of what is loaded after the first paint; other languages have them with all others. */
export async function loadPageWords(): Promise<void> {
  const { enPages } = await import('./enPages');
  i18next.addResourceBundle('en', 'translation', enPages, true);
}

/** Brings the English words of the mathematics tabs; other languages have them with all others. */
export async function loadMathematicsWords(): Promise<void> {
  const { enMathematics } = await import('./enMathematics');
  i18next.addResourceBundle('en', 'translation', enMathematics, true);
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

/**
 * The address decides, for any language of the page, so that a translator sees an unfinished one; then an earlier choice, then the first
 * browser language that is offered, else English.
 */
export function localeFromPage({ search, stored, languages: preferred }: LanguageSigns): Locale {
  const asked = localeOf(new URLSearchParams(search).get('lang'));
  const wanted = [stored, ...preferred].map(localeOf);
  return asked ?? wanted.find((locale) => locale !== undefined && offered.includes(locale)) ?? 'en';
}

/** `zh-Hans-CN` is zh, `fr` is nothing. */
function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(languages, language) ? (language as Locale) : undefined;
}
