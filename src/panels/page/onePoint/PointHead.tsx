/** Which point it is, why that one, and the buttons to go to another or to keep it. Does not change with the run. */

import { ChevronLeft, ChevronRight, Pin, PinOff } from 'lucide-react';
import { memo } from 'react';
import { ClassMark } from '../../../drawings/ClassMark';
import { numberText } from '../../../drawings/onePoint/numbers';
import { punctuationOf } from '../../../i18n/languages';
import { neighbourPoint, type OnePointSubject } from '../../../store/onePoint';
import { locate, type ProbedPlace } from '../../../store/probing';
import { look, store, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';
import styles from './OnePointPage.module.css';

interface PointHeadProps {
  readonly subject: OnePointSubject;
  readonly size: 'page' | 'present';
}

export const PointHead = memo(function PointHead({ subject, size }: PointHeadProps) {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const place = locate(data, subject.probe);
  const reason = useReason(subject);
  if (!place) return null;
  return (
    <div className={styles.head} data-reason={subject.reason}>
      <div className={styles.line}>
        <Where place={place} />
        <Buttons subject={subject} />
      </div>
      {size === 'page' && (
        <p className={styles.quiet}>
          {reason} {place.isTest && t('onePoint.test')}
        </p>
      )}
    </div>
  );
});

/** Point x = (−0.58, −0.76), true class ×. */
function Where({ place }: { readonly place: ProbedPlace }) {
  const { t, locale } = useWords();
  const { task, inputs } = useStore(({ experiment }) => experiment.data);
  const { index, x1, x2, isTest } = place;
  const coordinates = inputs === 1 ? numberText(x1, 2) : `(${numberText(x1, 2)}, ${numberText(x2, 2)})`;
  return (
    <h2 className={styles.where}>
      {index === null ? t('onePoint.place') : t('onePoint.this')}{' '}
      <span className={styles.fact}>
        <i>x</i> = {coordinates}
        {punctuationOf(locale).comma}
      </span>
      <span className={index === null ? undefined : styles.fact}>
        <Truth y={place.y} isTest={isTest} task={task} />
      </span>
    </h2>
  );
}

interface TruthProps {
  readonly y: number | null;
  readonly isTest: boolean;
  readonly task: 'classification' | 'regression';
}

function Truth({ y, isTest, task }: TruthProps) {
  const { t } = useWords();
  if (y === null) return t(task === 'classification' ? 'onePoint.noClass' : 'onePoint.noTarget');
  if (task === 'regression') {
    return (
      <>
        <i>y</i> = {numberText(y, 2)}
      </>
    );
  }
  return (
    <>
      {t('onePoint.trueClass')} <ClassMark classIndex={y} sizePx={16} filled={!isTest} />
      <span className="visually-hidden">{y + 1}</span>
    </>
  );
}

function useReason({ probe, reason }: OnePointSubject): string {
  const { t } = useWords();
  if (probe.kind === 'point') {
    const n = probe.index + 1;
    if (reason === 'noPoints') return '';
    return t(`onePoint.reasons.${reason}`, { n });
  }
  if (reason === 'noPoints') return t('onePoint.reasons.noPoints');
  return t(`onePoint.reasons.${reason === 'pinned' ? 'pinnedPlace' : 'lastPlace'}`);
}

function Buttons({ subject }: { readonly subject: OnePointSubject }) {
  const { t } = useWords();
  const isPinned = useStore(({ view }) => view.probe !== null);
  const hasPoints = subject.reason !== 'noPoints';
  const go = (by: 1 | -1) => {
    const index = neighbourPoint(store.getState(), by);
    if (index !== null) look({ probe: { kind: 'point', index } });
  };
  return (
    <div className={styles.buttons}>
      <ActionButton
        iconOnly
        variant="quiet"
        label={t('onePoint.previous')}
        hint={t('onePoint.hints.previous')}
        icon={<ChevronLeft />}
        disabled={!hasPoints}
        onPress={() => go(-1)}
      />
      <ActionButton
        iconOnly
        variant="quiet"
        label={t('onePoint.next')}
        hint={t('onePoint.hints.next')}
        icon={<ChevronRight />}
        disabled={!hasPoints}
        onPress={() => go(1)}
      />
      <ActionButton
        iconOnly
        variant="quiet"
        label={isPinned ? t('onePoint.unpin') : t('onePoint.pin')}
        hint={isPinned ? t('onePoint.hints.unpin') : t('onePoint.hints.pin')}
        icon={isPinned ? <PinOff /> : <Pin />}
        onPress={() => look({ probe: isPinned ? null : subject.probe })}
      />
    </div>
  );
}
