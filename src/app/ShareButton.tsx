/** A link that holds the whole experiment. */
import { lazy, Suspense } from 'react';
import { PopoverButton } from '../panels/controls/PopoverButton';
import { useWords } from '../panels/controls/useWords';
import styles from './ShareButton.module.css';

// The link is computed when the dialog opens.
const ShareLink = lazy(async () => ({ default: (await import('./ShareLink')).ShareLink }));

export function ShareButton() {
  const { t } = useWords();
  return (
    <PopoverButton variant="quiet" label={t('app.share')} hint={t('hints.share')}>
      <div className={styles.share}>
        <Suspense>
          <ShareLink />
        </Suspense>
      </div>
    </PopoverButton>
  );
}
