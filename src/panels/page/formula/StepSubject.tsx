/** What the update is about: the mini-batch that comes next, or one point, by number or the one that the probe is pinned to. */
import { prepared } from '../../../store/derived';
import { look, useStore } from '../../../store/store';
import { NumberField } from '../../controls/NumberField';
import { Segmented } from '../../controls/Segmented';
import { useWords } from '../../controls/useWords';
import styles from './OneStep.module.css';
import type { StepChoice } from './useFollowedUpdate';

/** The point that is pinned, or selected, or else the first that trains. */
export function useStepChoice(kind: StepChoice['kind']): StepChoice {
  const index = useStore(({ view: { probe, selection }, experiment }) => {
    if (probe?.kind === 'point') return probe.index;
    const [selected] = selection;
    return selected ?? prepared(experiment.data).split.train[0] ?? 0;
  });
  return kind === 'batch' ? { kind } : { kind, index };
}

interface StepSubjectProps {
  readonly kind: StepChoice['kind'];
  readonly choice: StepChoice;
  readonly onKind: (kind: StepChoice['kind']) => void;
}

export function StepSubject({ kind, choice, onKind }: StepSubjectProps) {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const { points, split } = prepared(data);
  const isTest = choice.kind === 'point' && split.isTest[choice.index] === 1;
  return (
    <div className={styles.subject}>
      <Segmented
        label={t('equations.step.of')}
        items={(['batch', 'point'] as const).map((id) => ({ id, label: t(`equations.step.${id}`) }))}
        value={kind}
        onChange={onKind}
        hint={t('equations.step.ofHint')}
      />
      {choice.kind === 'point' && points.y.length > 0 && (
        <div className={styles.number}>
          <NumberField
            label={t('equations.step.pointNumber')}
            value={choice.index + 1}
            range={[1, points.y.length]}
            integer
            onChange={(n) => look({ probe: { kind: 'point', index: n - 1 } })}
            hint={t('equations.step.pointHint')}
          />
        </div>
      )}
      {isTest && <p className={styles.quiet}>{t('equations.step.testPoint')}</p>}
    </div>
  );
}
