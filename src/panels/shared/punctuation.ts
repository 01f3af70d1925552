/** The punctuation that words and names are put together with: full width in Chinese. */
import type { Locale } from '../../i18n/localized';
import type { useWords } from '../controls/useWords';

/** The language of the page; both change with it and with nothing else. */
export type Words = Pick<ReturnType<typeof useWords>, 't' | 'locale'>;

const commas: Record<Locale, string> = { en: ', ', zh: '，' };
/** Between things of one kind. */
const listCommas: Record<Locale, string> = { en: ', ', zh: '、' };
const colons: Record<Locale, string> = { en: ': ', zh: '：' };

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
