/** The three steps in Keras as a course writes them, what differs from the page, and what only the whole program has. */
import { useMemo } from 'react';
import { kerasShort, type ShortOmission } from '../../../codegen/keras/kerasShort';
import { programContextOf } from '../../../codegen/programContext';
import type { KerasDifference } from '../../../engine/model/heads/head';
import { planNetwork } from '../../../engine/model/network';
import { prepared } from '../../../store/derived';
import { useStore } from '../../../store/store';
import { useWords } from '../../controls/useWords';
import { CopyText } from '../../shared/CopyText';
import { listed } from '../../shared/punctuation';
import styles from './CodePage.module.css';
import { CodeLines } from './CodeTokens';
import { highlight } from './highlight';

export function ShortProgram() {
  const { t } = useWords();
  const { steps, text, notes, omits } = useShort();
  const titles = [t('data.title'), t('model.title'), t('loss.title'), t('training.title')];
  return (
    <section className={styles.short} aria-label={t('code.short')} data-short-program>
      {steps.map((lines, step) => (
        <div key={titles[step]} className={styles.step}>
          <p className={styles.title}>
            <span className={styles.number}>{step}</span> <span className={styles.name}>{titles[step]}</span>
          </p>
          <pre className={styles.lines}>
            <code>
              <CodeLines lines={highlight(lines, 'python')} className={styles.line} />
            </code>
          </pre>
        </div>
      ))}
      <Notes notes={notes} omits={omits} />
      <CopyText label={t('code.copyShort')} text={() => text} hint={t('code.hints.copyShort')} />
    </section>
  );
}

function useShort() {
  const { locale } = useWords();
  const experiment = useStore((state) => state.experiment);
  return useMemo(() => {
    const data = prepared(experiment.data);
    const network = planNetwork(experiment.model, experiment.data, data.inputMap.width);
    return kerasShort(programContextOf({ experiment, data, network }, { locale, inlined: false }));
  }, [experiment, locale]);
}

interface NotesProps {
  notes: readonly KerasDifference[];
  omits: readonly ShortOmission[];
}

function Notes({ notes, omits }: NotesProps) {
  const { t, locale } = useWords();
  const list = listed(
    { locale },
    omits.map((one) => t(`code.omits.${one}`)),
  );
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <p key={note}>{t(`code.notes.${note}`)}</p>
      ))}
      {omits.length > 0 && <p>{t('code.omitted', { list })}</p>}
    </div>
  );
}
