/** The words of a component: `t` for the page's sentences, `name` for names that stand beside their code. */
import { useTranslation } from 'react-i18next';
import type { Locale, Localized } from '../../i18n/localized';

export function useWords() {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === 'zh' ? 'zh' : 'en';
  return { t, locale, name: (words: Localized) => words[locale] };
}
