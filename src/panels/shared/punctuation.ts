/** How words and names are put together in the language of the page. */
import { punctuationOf } from '../../i18n/languages';
import type { useWords } from '../controls/useWords';

/** The language of the page; both change with it and with nothing else. */
export type Words = Pick<ReturnType<typeof useWords>, 't' | 'locale'>;

export function joined({ locale }: Pick<Words, 'locale'>, pieces: readonly string[]): string {
  return pieces.join(punctuationOf(locale).comma);
}

/** Things of one kind. */
export function listed({ locale }: Pick<Words, 'locale'>, things: readonly (string | number)[]): string {
  return things.join(punctuationOf(locale).listComma);
}

/** What something is, then which one. */
export function named({ locale }: Pick<Words, 'locale'>, kind: string, one: string): string {
  return `${kind}${punctuationOf(locale).colon}${one}`;
}
