/** A file that becomes points: read, shown, its columns chosen. Nothing changes before Import is pressed. */
import { ActionButton } from '../../controls/ActionButton';
import { Note } from '../../controls/Note';
import { useWords } from '../../controls/useWords';
import { shortened, troubleSentence } from './csvWords';
import { DialogFrame } from './DialogFrame';
import styles from './ImportDialog.module.css';
import { ImportForm } from './ImportForm';
import { useImport } from './useImport';

interface ImportDialogProps {
  file: File;
  onClose: () => void;
}

export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const { t } = useWords();
  const reading = useImport(file);
  const name = shortened(file.name);
  return (
    <DialogFrame title={t('table.csv.title', { name })} onClose={onClose}>
      {reading.kind === 'read' ? (
        <ImportForm examined={reading.examined} name={name} onClose={onClose} />
      ) : (
        <>
          {reading.kind === 'reading' ? (
            <Progress label={t('table.csv.reading', { name })} share={reading.share} />
          ) : (
            <Note kind="warning">{troubleSentence(t, reading.trouble, name, file.size)}</Note>
          )}
          <div className={styles.buttons}>
            <ActionButton
              label={reading.kind === 'reading' ? t('table.csv.cancel') : t('table.csv.close')}
              onPress={onClose}
            />
          </div>
        </>
      )}
    </DialogFrame>
  );
}

function Progress({ label, share }: { label: string; share: number }) {
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress aria-label={label} value={share} max={1} />
      <span>{Math.floor(100 * share)} %</span>
    </div>
  );
}
