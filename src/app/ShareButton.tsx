/** A link that holds the whole experiment, the same as a task for students, and the codes that they send back. */
import { Suspense, useState } from 'react';
import { lazyPart } from '../panels/controls/lazyPart';
import { PopoverButton } from '../panels/controls/PopoverButton';
import { useWords } from '../panels/controls/useWords';
import { Fold } from '../panels/shared/Fold';
import styles from './ShareButton.module.css';

// The link is computed when the dialog opens.
const ShareLink = lazyPart(async () => (await import('./ShareLink')).ShareLink);

const TaskForm = lazyPart(async () => (await import('../lessons/task/TaskForm')).TaskForm);
const ResultCodes = lazyPart(async () => (await import('../lessons/task/ResultCodes')).ResultCodes);

export function ShareButton() {
  const { t } = useWords();
  return (
    <PopoverButton variant="quiet" label={t('app.share')} hint={t('hints.share')}>
      <div className={styles.share}>
        <Suspense>
          <ShareLink />
        </Suspense>
        <ForTeachers />
      </div>
    </PopoverButton>
  );
}

function ForTeachers() {
  const { t } = useWords();
  const [open, setOpen] = useState<'task' | 'codes' | null>(null);
  return (
    <>
      <Fold
        title={t('task.make')}
        hint={t('task.makeHint')}
        isOpen={open === 'task'}
        onOpen={(isOpen) => setOpen(isOpen ? 'task' : null)}
      >
        <Suspense>
          <TaskForm />
        </Suspense>
      </Fold>
      <Fold
        title={t('task.check')}
        hint={t('task.checkHint')}
        isOpen={open === 'codes'}
        onOpen={(isOpen) => setOpen(isOpen ? 'codes' : null)}
      >
        <Suspense>
          <ResultCodes />
        </Suspense>
      </Fold>
    </>
  );
}
