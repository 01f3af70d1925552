/** Codes that students have sent: who has met the goals, and what each has made. */
import { useEffect, useId, useMemo, useState } from 'react';
import { useWords } from '../../panels/controls/useWords';
import { formatAccuracy, formatEpoch, formatLoss } from '../../panels/shared/formats';
import { encodeLink, pageAddress } from '../../persistence/link';
import { useStore } from '../../store/store';
import { type CodeLine, isReached, type Result, readCodes } from './resultCode';
import styles from './Task.module.css';

export function ResultCodes() {
  const { t } = useWords();
  const [text, setText] = useState('');
  const id = useId();
  const lines = useCodes(text);
  return (
    <div className={styles.form}>
      <label htmlFor={id}>{t('task.codes')}</label>
      <textarea
        id={id}
        className={styles.field}
        rows={3}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {lines.length > 0 && (
        <ul className={styles.results}>
          {lines.map((line) => (
            <li key={line.text} className={styles.result}>
              {line.result ? (
                <One result={line.result} />
              ) : (
                <span className={styles.bad}>{t('task.unreadable', { text: short(line.text) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>{t('task.honest')}</p>
    </div>
  );
}

/** What the pasted text holds, once it is read; until then what was read before. */
function useCodes(text: string): readonly CodeLine[] {
  const [lines, setLines] = useState<readonly CodeLine[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // A reading that is broken off has no result.
    readCodes(text, { signal }).then(
      (read) => !signal.aborted && setLines(read),
      () => {},
    );
    return () => controller.abort();
  }, [text]);
  return lines;
}

function short(text: string): string {
  return text.length > 28 ? `${text.slice(0, 28)}…` : text;
}

function One({ result }: { readonly result: Result }) {
  const { t } = useWords();
  const openTask = useStore(({ task }) => task?.id ?? null);
  const { name, experiment, cost, accuracy, epoch, byHand, unlocked } = result;
  const met = isReached(result);
  const href = useMemo(() => pageAddress() + encodeLink(experiment), [experiment]);
  return (
    <>
      <b className={styles.who}>{name}</b>
      <span data-met={met}>{met ? t('task.yes') : t('task.no')}</span>
      <a href={href} target="_blank" rel="noopener">
        {t('task.show')}
      </a>
      <span className={styles.quiet}>
        {t('task.figures', {
          epoch: formatEpoch(Math.ceil(epoch)),
          cost: cost === null ? '–' : formatLoss(cost),
        })}
        {accuracy !== null && ` · ${t('task.accuracy', { value: formatAccuracy(accuracy) })}`}
        {byHand && ` · ${t('task.byHand')}`}
        {unlocked && ` · ${t('task.unlocked')}`}
      </span>
      {openTask !== null && openTask !== result.task && (
        <span className={styles.bad}>{t('task.otherTask')}</span>
      )}
    </>
  );
}
