/** A link that holds the whole experiment. */
import { ActionButton } from '../panels/controls/ActionButton';
import { useWords } from '../panels/controls/useWords';

export function ShareButton() {
  const { t } = useWords();
  return (
    <ActionButton
      variant="quiet"
      label={t('app.share')}
      // Links cost nothing until they are asked for.
      onPress={() => void import('./documents').then((documents) => documents.shareLink())}
      hint={t('hints.share')}
    />
  );
}
