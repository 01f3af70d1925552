/** How a part of the sentence can be said, in full and shorter. */
import type { Locale } from '../../i18n/localized';
import { joined, type Words } from '../shared/punctuation';

/** One way to say a part. */
export interface PartForm {
  readonly text: string;
  /** So many marks of classes follow the text. */
  readonly marks?: number;
  /** What follows the marks. */
  readonly rest?: string;
}

const brackets: Record<Locale, readonly [string, string]> = { en: [' (', ')'], zh: ['（', '）'] };

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
