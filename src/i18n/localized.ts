/** Short texts in the languages of the page; registries carry their names this way, beside their code. */
import type { CompleteLocale, Locale } from './languages';

export type { Locale };

/** In each complete language, and in others where a translator has added it. */
export type Localized = Readonly<
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- while every language is complete, there are no others
  Record<CompleteLocale, string> & Partial<Record<Exclude<Locale, CompleteLocale>, string>>
>;

/** The text in a language, in English where that lacks it. */
export function said(words: Localized, locale: Locale): string {
  const all: Readonly<Partial<Record<Locale, string>>> & Pick<Localized, 'en'> = words;
  return all[locale] ?? all.en;
}
