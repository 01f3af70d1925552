/** The page in the other language. */
import { Languages } from 'lucide-react';
import { ActionButton } from '../panels/controls/ActionButton';
import { useWords } from '../panels/controls/useWords';
import { chooseLocale } from './locale';

export function LanguageButton() {
  const { t, locale } = useWords();
  return (
    <ActionButton
      variant="quiet"
      label={t('app.otherLanguage')}
      icon={<Languages size={16} />}
      onPress={() => void chooseLocale(locale === 'en' ? 'zh' : 'en')}
      hint={t('hints.language')}
    />
  );
}
