import { offered } from '../i18n/i18n';
import { type Locale, languages } from '../i18n/languages';

/** Another language than that of the page, by its own name; an ellipsis where there are more. */
export function otherLanguage(locale: Locale): { label: string; lang: string } {
  const others = offered.filter((id) => id !== locale);
  const { name, tag } = languages[others[0] ?? locale];
  return { label: others.length > 1 ? `${name} …` : name, lang: tag };
}
