/** A field to paste rows into, where the page may not read the clipboard itself. */
import { useEffect, useId, useRef, useState } from 'react';
import { taskChoiceOf } from '../../../../store/dataEdits';
import { useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { useWords } from '../../../controls/useWords';
import { DialogFrame } from '../../../shared/csv/DialogFrame';
import styles from '../../../shared/csv/ImportDialog.module.css';

interface PasteDialogProps {
  onTake: (text: string) => void;
  onClose: () => void;
}

export function PasteDialog({ onTake, onClose }: PasteDialogProps) {
  const { t } = useWords();
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [text, setText] = useState('');
  const choice = useStore(({ experiment }) => taskChoiceOf(experiment.data));
  const columns = {
    classification: `x₁, x₂, ${t('table.class')}`,
    regression1: 'x, y',
    regression2: 'x₁, x₂, y',
  }[choice];
  return (
    <DialogFrame title={t('table.pasteTitle')} onClose={onClose}>
      <p>{t('table.pasteWords', { columns })}</p>
      <label className={styles.label} htmlFor={fieldId}>
        {t('table.pasteField')}
      </label>
      <textarea
        ref={field}
        id={fieldId}
        className={styles.rows}
        rows={10}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.buttons}>
        <ActionButton label={t('table.csv.cancel')} onPress={onClose} hint={t('table.hints.cancel')} />
        <ActionButton
          variant="primary"
          label={t('table.pasteAdd')}
          hint={t('table.hints.pasteAdd')}
          disabled={text.trim() === ''}
          onPress={() => {
            onTake(text);
            onClose();
          }}
        />
      </div>
    </DialogFrame>
  );
}
