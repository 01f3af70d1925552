/** Advice in words: the likeliest cause in one sentence, with the figure that shows it and a button that tries a remedy. */
import { useState } from 'react';
import { useThrottled } from '../../../drawings/useThrottled';
import type { Experiment } from '../../../engine/experiment';
import type { ReadableStore } from '../../../engine/readableStore';
import { startRun } from '../../../store/commands';
import { network, prepared } from '../../../store/derived';
import { edit, type State, sourceOf, useStore } from '../../../store/store';
import { Note } from '../../controls/Note';
import { useWords } from '../../controls/useWords';
import { useClassWords } from '../../shared/dataNames';
import styles from './DiagnosisNotes.module.css';
import type { Finding, Remedy } from './finding';
import { findings } from './rules';

/** Sentences that come and go faster cannot be read. */
const followMs = 1000;

const latest: ReadableStore<State['latest']> = sourceOf((state) => state.latest);

export function DiagnosisNotes() {
  const { t, say } = useWords();
  const classWords = useClassWords();
  const [dismissed, setDismissed] = useState<ReadonlySet<Finding['words']>>(new Set());
  const first = useFindings().find(({ words }) => !dismissed.has(words));
  if (!first) return null;
  const { words, kind, values, classIndex, remedy } = first;
  const action = remedy && {
    label: say(remedy.words, remedy.values),
    onPress: () => apply(remedy),
    hint: t(remedy.startsAgain ? 'hints.remedyAgain' : 'hints.remedy'),
  };
  return (
    <section className={styles.notes} aria-label={t('diagnosis.title')}>
      <Note
        key={words}
        kind={kind}
        onDismiss={() => setDismissed(new Set([...dismissed, words]))}
        {...(action ? { action } : {})}
      >
        {say(words, { ...values, ...(classIndex === undefined ? {} : { class: classWords(classIndex) }) })}
      </Note>
    </section>
  );
}

function apply({ change, startsAgain = false }: Remedy): void {
  if (edit(change) && startsAgain) startRun(true);
}

function useFindings(): Finding[] {
  const experiment = useStore((state) => state.experiment);
  const runId = useStore((state) => state.run.runId);
  const diverged = useStore((state) => state.run.halt?.reason === 'diverged');
  const { snapshot, history, health, healthHistory } = useThrottled(latest, followMs);
  const shown = snapshot?.runId === runId ? snapshot : null;
  const until = shown?.progress ?? 0;
  const untouchedSince = useUntouchedSince(until);
  const plan = network(experiment);
  return findings({
    experiment,
    data: prepared(experiment.data),
    network: plan,
    snapshot: shown,
    // What comes after a checkpoint that is shown again is not on the page.
    rows: shown ? history.rows.filter(({ epoch }) => epoch <= until) : [],
    health: shown && health?.layers.length === plan.layers.length ? health : null,
    healthRows: shown ? healthHistory.rows.filter(({ epoch }) => epoch <= until) : [],
    untouchedSince,
    settled: shown?.settled ?? false,
    diverged,
  });
}

/**
 * The epoch since which a run has gone on without a change; earlier figures say nothing about the present settings and weights.
 * `epoch` is where the run stands, with parts of an epoch. Answers 0 while nothing was changed during training.
 */
function useUntouchedSince(epoch: number): number {
  const runId = useStore((state) => state.run.runId);
  const edits = useStore((state) => state.run.since.weights);
  const live = useStore(({ experiment }) => livePart(experiment));
  const [known, setKnown] = useState({ runId, edits, live, since: 0 });
  if (known.runId === runId && known.edits === edits && known.live === live) return known.since;
  const since = known.runId === runId ? epoch : 0;
  setKnown({ runId, edits, live, since });
  return since;
}

/** The settings that a run takes over during training. Stop rules are left out, because they change no number. */
function livePart({ loss, training }: Experiment): string {
  const { optimizer, learningRate, schedule, clipNorm, frozen } = training;
  return JSON.stringify([
    loss,
    optimizer,
    learningRate,
    schedule,
    clipNorm,
    frozen.layers,
    frozen.parameters.length,
  ]);
}
