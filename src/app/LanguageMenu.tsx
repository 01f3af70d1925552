/** The languages of the page, each in its own name; the button shows another than that of the page, for those who cannot read it. */
import { Languages } from 'lucide-react';
import { offered } from '../i18n/i18n';
import { type Locale, languages } from '../i18n/languages';
import { MenuButton } from '../panels/controls/MenuButton';
import { useWords } from '../panels/controls/useWords';
import { chooseLocale } from './locale';
import { otherLanguage } from './otherLanguage';

export function LanguageMenu() {
  const { t, locale } = useWords();
  return (
    <MenuButton<Locale>
      variant="quiet"
      {...otherLanguage(locale)}
      icon={<Languages />}
      items={offered.map((id) => ({ id, label: languages[id].name, lang: languages[id].tag }))}
      value={locale}
      onAction={(id) => void chooseLocale(id)}
      hint={t('hints.language')}
    />
  );
}
