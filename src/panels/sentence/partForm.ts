/** How a part of the sentence can be said, in full and shorter. */
import { punctuationOf } from '../../i18n/languages';
import { joined, type Words } from '../shared/punctuation';

/** One way to say a part. */
export interface PartForm {
  readonly text: string;
  /** Number of class marks after the text. */
  readonly marks?: number;
  /** What follows the marks. */
  readonly rest?: string;
}

/** In brackets, or nothing where there is nothing to say. */
export function bracketed(words: Words, pieces: readonly string[]): string {
  const [open, close] = punctuationOf(words.locale).brackets;
  return pieces.length === 0 ? '' : `${open}${joined(words, pieces)}${close}`;
}

/** All of the list, then ever fewer of it with “…” for the others. */
export function shortenings(pieces: readonly string[]): string[][] {
  return pieces.length === 0
    ? [[]]
    : [[...pieces], ...pieces.map((_, i) => [...pieces.slice(0, pieces.length - 1 - i), '…'])];
}

/** A name within a sentence: Latin letters stand a space apart from Chinese characters. */
export function amid({ locale }: Words, name: string): string {
  const space = punctuationOf(locale).aroundLatin;
  return /^[A-Za-z]/.test(name) ? `${space}${name}${space}` : name;
}
