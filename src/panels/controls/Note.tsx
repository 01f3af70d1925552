/** A quiet sentence beside what it is about. Screen readers are told when it appears; it never takes the focus. */
import { Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActionButton } from './ActionButton';
import styles from './Note.module.css';
import { useWords } from './useWords';

export interface NoteProps {
  kind?: 'info' | 'warning';
  children: ReactNode;
  action?: { readonly label: string; readonly onPress: () => void; readonly hint: string };
  onDismiss?: () => void;
}

export function Note({ kind = 'info', children, action, onDismiss }: NoteProps) {
  const { t } = useWords();
  const Icon = kind === 'warning' ? TriangleAlert : Info;
  return (
    <div className={`${styles.note} ${styles[kind] ?? ''}`} role="status">
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.words}>{children}</div>
      {onDismiss && (
        <span className={styles.dismiss}>
          <ActionButton
            label={t('controls.dismiss')}
            hint={t('hints.dismiss')}
            icon={<X />}
            iconOnly
            variant="quiet"
            onPress={onDismiss}
          />
        </span>
      )}
      {action && (
        <span className={styles.action}>
          <ActionButton {...action} />
        </span>
      )}
    </div>
  );
}
