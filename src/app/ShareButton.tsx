/** A link that holds the whole experiment. */
import { lazy, Suspense } from 'react';
import { PopoverButton } from '../panels/controls/PopoverButton';
import { useWords } from '../panels/controls/useWords';

// Links cost nothing until they are asked for.
const ShareLink = lazy(async () => ({ default: (await import('./ShareLink')).ShareLink }));

export function ShareButton() {
  const { t } = useWords();
  return (
    <PopoverButton variant="quiet" label={t('app.share')} hint={t('hints.share')}>
      <Suspense>
        <ShareLink />
      </Suspense>
    </PopoverButton>
  );
}
