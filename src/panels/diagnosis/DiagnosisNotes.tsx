/** Advice in words: at most two sentences at a time, each with the figure that shows it and a button that tries a remedy. */
import { useState } from 'react';
import type { Source } from '../../drawings/source';
import { useFollow } from '../../drawings/useFollow';
import { network, prepared } from '../../store/derived';
import { edit, type State, sourceOf, useStore } from '../../store/store';
import { Note } from '../controls/Note';
import { useWords } from '../controls/useWords';
import styles from './DiagnosisNotes.module.css';
import type { Finding } from './finding';
import { findings } from './rules';

/** More than this at once is noise. */
const most = 2;
/** Sentences that come and go faster cannot be read. */
const followMs = 1000;

const latest: Source<State['latest']> = sourceOf((state) => state.latest);

export function DiagnosisNotes() {
  const { t, say } = useWords();
  const experiment = useStore((state) => state.experiment);
  const runId = useStore((state) => state.run.runId);
  const { snapshot, history, health } = useFollow(latest, followMs);
  const [dismissed, setDismissed] = useState<ReadonlySet<Finding['words']>>(new Set());
  const isOfThisRun = snapshot?.runId === runId;
  const plan = network(experiment);
  const found = findings({
    experiment,
    data: prepared(experiment.data),
    network: plan,
    snapshot: isOfThisRun ? snapshot : null,
    rows: isOfThisRun ? history.rows : [],
    health: isOfThisRun && health?.layers.length === plan.layers.length ? health : null,
  });
  const shown = found.filter(({ words }) => !dismissed.has(words)).slice(0, most);
  if (shown.length === 0) return null;
  return (
    <section className={styles.notes} aria-label={t('diagnosis.title')}>
      {shown.map(({ words, kind, values, remedy }) => (
        <Note
          key={words}
          kind={kind}
          onDismiss={() => setDismissed(new Set([...dismissed, words]))}
          {...(remedy
            ? {
                action: {
                  label: say(remedy.words, remedy.values),
                  onPress: () => edit(remedy.change),
                },
              }
            : {})}
        >
          {say(words, values)}
        </Note>
      ))}
    </section>
  );
}
