/** How a part of the sentence can be said, and the punctuation that it is put together with. */
import type { Locale } from '../../i18n/localized';
import type { useWords } from '../controls/useWords';

/** The language of the page; both change with it and with nothing else. */
export type Words = Pick<ReturnType<typeof useWords>, 't' | 'locale'>;

/** One way to say a part. */
export interface PartForm {
  readonly text: string;
  /** So many marks of classes follow the text. */
  readonly marks?: number;
  /** What follows the marks. */
  readonly rest?: string;
}

const commas: Record<Locale, string> = { en: ', ', zh: '，' };
/** Between things of one kind. */
const listCommas: Record<Locale, string> = { en: ', ', zh: '、' };
const colons: Record<Locale, string> = { en: ': ', zh: '：' };
const brackets: Record<Locale, readonly [string, string]> = { en: [' (', ')'], zh: ['（', '）'] };

export function joined({ locale }: Words, pieces: readonly string[]): string {
  return pieces.join(commas[locale]);
}

export function listed({ locale }: Words, things: readonly (string | number)[]): string {
  return things.join(listCommas[locale]);
}

/** What something is, then which one. */
export function named({ locale }: Words, kind: string, one: string): string {
  return `${kind}${colons[locale]}${one}`;
}

/** In brackets, or nothing where there is nothing to say. */
export function bracketed(words: Words, pieces: readonly string[]): string {
  const [open, close] = brackets[words.locale];
  return pieces.length === 0 ? '' : `${open}${joined(words, pieces)}${close}`;
}

/** All of the list, then ever fewer of it with “…” for the others. */
export function shortenings(pieces: readonly string[]): string[][] {
  return pieces.length === 0
    ? [[]]
    : [[...pieces], ...pieces.map((_, i) => [...pieces.slice(0, pieces.length - 1 - i), '…'])];
}

/** A name amid Chinese characters: Latin letters stand a space apart from them. */
export function amid({ locale }: Words, name: string): string {
  return locale === 'zh' && /^[A-Za-z]/.test(name) ? ` ${name} ` : name;
}
