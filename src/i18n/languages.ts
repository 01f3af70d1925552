/**
 * The languages of the page, in the order of its menu. A language is its words, one file beside this one, and its line here; names that
 * stand beside their code may have it too. What a language lacks is shown in English.
 */
import type { Messages, SomeMessages } from './en';

/** What names and words are put together with. */
interface Punctuation {
  readonly comma: string;
  /** Between things of one kind. */
  readonly listComma: string;
  /** Between what something is and which one. */
  readonly colon: string;
  readonly brackets: readonly [open: string, close: string];
  /** Around a name in Latin letters amid other script. */
  readonly aroundLatin: string;
}

const halfWidth: Punctuation = {
  comma: ', ',
  listComma: ', ',
  colon: ': ',
  brackets: [' (', ')'],
  aroundLatin: '',
};

const fullWidth: Punctuation = {
  comma: '，',
  listComma: '、',
  colon: '：',
  brackets: ['（', '）'],
  aroundLatin: ' ',
};

interface CompleteLanguage {
  /** In the language itself. */
  readonly name: string;
  /** BCP 47: for the document, for dates, for the words of React Aria. */
  readonly tag: string;
  /** Default: as in English. */
  readonly punctuation?: Punctuation;
  readonly words: () => Promise<Messages>;
}

/** Its words are counted when the page is built (`scripts/wordShares.js`). */
interface PartialLanguage extends Omit<CompleteLanguage, 'words'> {
  readonly isPartial: true;
  readonly words: () => Promise<SomeMessages>;
}

/** English comes with the page: `i18n.ts` loads its parts. */
type SourceLanguage = Omit<CompleteLanguage, 'words'>;

export type Language = SourceLanguage | CompleteLanguage | PartialLanguage;

export const languages = {
  en: { name: 'English', tag: 'en-GB' },
  zh: { name: '中文', tag: 'zh-CN', punctuation: fullWidth, words: async () => (await import('./zh.ts')).zh },
} as const satisfies Readonly<Record<string, Language>>;

type Languages = typeof languages;

export type Locale = keyof Languages;

/** Languages whose missing words are compile errors. */
export type CompleteLocale = {
  [Id in Locale]: Languages[Id] extends { readonly isPartial: true } ? never : Id;
}[Locale];

export function punctuationOf(locale: Locale): Punctuation {
  const language: Language = languages[locale];
  return language.punctuation ?? halfWidth;
}

/** The least share of the words with which a language is offered. */
const leastShare = 0.85;

/**
 * Languages to choose from: the complete ones, and those that have most of the words. The address may ask for the others too, so that
 * a translator sees them.
 * @param shares of partial languages, 0 … 1
 */
export function offeredLocales<Id extends string>(
  all: Readonly<Record<Id, Language>>,
  shares: Readonly<Partial<Record<string, number>>>,
): Id[] {
  return (Object.keys(all) as Id[]).filter(
    (id) => !('isPartial' in all[id]) || (shares[id] ?? 0) >= leastShare,
  );
}
