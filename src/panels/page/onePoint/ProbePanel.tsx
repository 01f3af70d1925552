/** The probe: the pinned point or place, or what the pointer of the plane was last on, followed through the network while it trains. */
import { Pin, PinOff } from 'lucide-react';
import { ClassMark } from '../../../drawings/ClassMark';
import { chainOf } from '../../../drawings/probe/chain';
import { digits } from '../../../drawings/probe/digits';
import { ProbeChain } from '../../../drawings/probe/ProbeChain';
import { useFollow } from '../../../drawings/useFollow';
import { outputActivations } from '../../../engine/model/activations';
import { currentSnapshot, network, prepared } from '../../../store/derived';
import { followed, locate, type ProbedPlace } from '../../../store/probing';
import { look, sourceOf, store, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';
import styles from './ProbePanel.module.css';

const followMs = 100;
const probed = sourceOf(followed);

export function ProbePanel() {
  const { t } = useWords();
  const probe = useFollow(probed, followMs);
  const snapshot = useFollow(currentSnapshot, followMs);
  const experiment = useStore((state) => state.experiment);
  const words = useProbeWords();
  const { data, loss } = experiment;
  const place = probe && locate(data, probe);
  if (!place || !snapshot) {
    return (
      <div className={styles.empty}>
        <p>{t('probe.empty')}</p>
        <p>{t('probe.emptyPin')}</p>
      </div>
    );
  }
  const model = {
    plan: network(experiment),
    parameters: snapshot.parameters,
    inputMap: prepared(data).inputMap,
    task: data.task,
    loss: loss.id,
  };
  return <ProbeChain chain={chainOf(model, place)} head={<Head place={place} />} words={words} />;
}

function useProbeWords() {
  const { t, name } = useWords();
  return {
    label: t('probe.label'),
    inputs: t('model.inputs'),
    standardised: t('probe.standardised'),
    hidden: (n: number) => t('model.hidden', { n }),
    output: t('model.output'),
    loss: t('probe.loss'),
    classOf: (index: number) => t('data.class', { n: index + 1 }),
    truth: t('probe.truth'),
    activation: (id: keyof typeof outputActivations) => name(outputActivations[id].name),
    units: (n: number) => t('probe.units', { n }),
    noLabel: t('probe.noLabel'),
    notOne: t('probe.notOne'),
    clipped: t('probe.clipped'),
  };
}

/** What is probed, and whether it stays. */
function Head({ place }: { place: ProbedPlace }) {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const isPinned = useStore(({ view }) => view.probe !== null);
  const { index, x1, x2, y, isTest } = place;
  const classifies = data.task === 'classification';
  return (
    <div className={styles.head}>
      <p className={styles.title}>
        {classifies && y !== null && <ClassMark classIndex={y} sizePx={12} filled={!isTest} />}
        {index === null ? t('probe.place') : t('probe.point', { n: index + 1 })}
      </p>
      {y !== null && (
        <p className={styles.quiet}>
          {classifies ? t('data.class', { n: y + 1 }) : t('probe.target', { value: digits(y, 3) })}
          {' · '}
          {isTest ? t('probe.test') : t('probe.train')}
        </p>
      )}
      <p>
        x₁ = {digits(x1, 3)}
        {data.inputs === 2 && (
          <>
            <br />
            x₂ = {digits(x2, 3)}
          </>
        )}
      </p>
      <div className={styles.action}>
        {isPinned ? (
          <ActionButton
            label={t('probe.unpin')}
            icon={<PinOff />}
            hint={t('probe.hints.unpin')}
            onPress={() => look({ probe: null })}
          />
        ) : (
          <ActionButton
            label={t('probe.pin')}
            icon={<Pin />}
            hint={t('probe.hints.pin')}
            onPress={() => look({ probe: store.getState().aim })}
          />
        )}
      </div>
    </div>
  );
}
