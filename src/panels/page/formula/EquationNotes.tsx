/** Sentences under an equation: what a symbol in it means here, or what it leaves out. */
import type { EquationNote } from '../../../drawings/equations/wholeModel';
import { useWords } from '../../controls/useWords';
import styles from './WholeModel.module.css';

export function EquationNotes({ notes }: { readonly notes: readonly EquationNote[] }) {
  const { t } = useWords();
  return notes.map((note) => (
    <p key={note.kind} className={styles.note}>
      {note.kind === 'frozen'
        ? t('equations.notes.frozen', { n: note.count })
        : t(`equations.notes.${note.kind}`)}
    </p>
  ));
}
