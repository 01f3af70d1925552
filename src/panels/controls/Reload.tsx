/** The last way on: files of the page that are gone for good come with another version of it. */
import { ActionButton } from './ActionButton';
import { useWords } from './useWords';

export function Reload() {
  const { t } = useWords();
  return (
    <ActionButton
      variant="quiet"
      label={t('notices.reload')}
      hint={t('hints.reload')}
      onPress={() => location.reload()}
    />
  );
}
