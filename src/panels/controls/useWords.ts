/** The words of a component: `t` for the page's sentences, `name` for names that stand beside their code. */
import { useTranslation } from 'react-i18next';
import { languages } from '../../i18n/languages';
import { type Locale, type Localized, said } from '../../i18n/localized';

/** What a sentence has places for. */
export type SentenceValues = Readonly<Record<string, string | number | Localized>>;

/** `t` with a key that is known only when it is shown, so that its values cannot be checked beforehand. */
type Say = (key: string, values: Record<string, string | number>) => string;

export function useWords() {
  const { t, i18n } = useTranslation();
  // changeLocale sets no other.
  const locale = i18n.language as Locale;
  const { tag } = languages[locale];
  const name = (words: Localized) => said(words, locale);
  const say = (key: string, values: SentenceValues = {}) => {
    const filled = Object.entries(values).map(
      ([place, value]) => [place, typeof value === 'object' ? name(value) : value] as const,
    );
    return (t as Say)(key, Object.fromEntries(filled));
  };
  return { t, locale, tag, name, say };
}
