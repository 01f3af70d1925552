/** One update in numbered stages, to go through forwards and backwards, with their numbers here and in the diagram. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { EquationStage } from '../../../drawings/equations/stage';
import { stepStages } from '../../../drawings/equations/stepStages';
import { pause } from '../../../store/commands';
import { network } from '../../../store/derived';
import { look, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { Range } from '../../controls/Range';
import { useWords } from '../../controls/useWords';
import { named } from '../../shared/punctuation';
import styles from './OneStep.module.css';
import { StageView } from './StageView';
import { StepAction, type Taken } from './StepAction';
import { StepSubject, useStepChoice } from './StepSubject';
import { type FollowedUpdate, useFollowedUpdate } from './useFollowedUpdate';

interface OneStepProps {
  /** The update of this point alone; without, what the update sees is chosen here. */
  readonly point?: number;
}

export function OneStep({ point }: OneStepProps) {
  const [kind, setKind] = useState<'batch' | 'point'>('batch');
  const chosen = useStepChoice(kind);
  const choice = point === undefined ? chosen : ({ kind: 'point', index: point } as const);
  const [at, setAt] = useState(0);
  const [taken, setTaken] = useState<Taken | null>(null);
  const held = useHeld(taken);
  const followed = useFollowedUpdate(choice, held !== null);
  const again = () => {
    setTaken(null);
    setAt(0);
  };
  return (
    <div className={styles.step}>
      {point === undefined && (
        <StepSubject
          kind={kind}
          choice={choice}
          onKind={(next) => {
            setKind(next);
            setTaken(null);
          }}
        />
      )}
      {followed.kind === 'ready' ? (
        <Stages {...{ followed, at, taken: held }} onStage={setAt} onTake={setTaken} onAgain={again} />
      ) : (
        <Obstacle {...followed} />
      )}
    </div>
  );
}

/** What was made is compared until the run goes on from there, goes back, or could not make it. */
function useHeld(taken: Taken | null): Taken | null {
  const isOver = useStore(({ run, latest: { snapshot, timeline } }) => {
    if (!taken || !snapshot) return false;
    const wentOn = run.playing || run.runId !== taken.runId || snapshot.updates > taken.updates + 1;
    const wentBack = snapshot.updates < taken.updates || timeline.at !== null;
    return wentOn || wentBack || run.halt?.reason === 'diverged';
  });
  return isOver ? null : taken;
}

interface StagesProps {
  readonly followed: Extract<FollowedUpdate, { kind: 'ready' }>;
  readonly at: number;
  readonly taken: Taken | null;
  readonly onStage: (at: number) => void;
  readonly onTake: (taken: Taken) => void;
  readonly onAgain: () => void;
}

function Stages({ followed, at, taken, onStage, onTake, onAgain }: StagesProps) {
  const { facts, indices } = followed;
  const makers = useMemo(() => stepStages(facts), [facts]);
  const last = makers.length - 1;
  const position = Math.min(at, last);
  const stage = useMemo(() => makers[position]?.(), [makers, position]);
  useEffect(() => {
    look({ stage: stage?.highlight ?? null });
  }, [stage]);
  useEffect(() => () => look({ stage: null }), []);
  if (!stage) return null;
  return (
    <>
      <StageNavigation {...{ stage, position, last, onStage }} />
      {position === last && <StepAction {...{ facts, taken, onTake, onAgain }} />}
      <StageView stage={stage} indices={indices} />
    </>
  );
}

interface StageNavigationProps {
  readonly stage: EquationStage;
  readonly position: number;
  readonly last: number;
  readonly onStage: (at: number) => void;
}

function StageNavigation({ stage, position, last, onStage }: StageNavigationProps) {
  const { t, locale } = useWords();
  const title = useStageTitle(stage);
  const go = (to: number) => onStage(Math.min(Math.max(to, 0), last));
  // The slider has its own keys.
  const onKeyDown = ({ key, target }: KeyboardEvent) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (move !== undefined && target instanceof HTMLButtonElement) go(position + move);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the buttons inside
    <div className={styles.navigation} onKeyDown={onKeyDown}>
      <ActionButton
        iconOnly
        label={t('equations.step.previous')}
        hint={t('equations.step.previousHint')}
        icon={<ChevronLeft size={16} />}
        disabled={position === 0}
        onPress={() => go(position - 1)}
      />
      <ActionButton
        iconOnly
        label={t('equations.step.next')}
        hint={t('equations.step.nextHint')}
        icon={<ChevronRight size={16} />}
        disabled={position === last}
        onPress={() => go(position + 1)}
      />
      <div className={styles.slider}>
        <Range
          label={t('equations.step.stage')}
          position={position}
          last={last}
          page={3}
          valueText={named({ locale }, String(position + 1), title)}
          onPosition={go}
          onMove={(by) => go(position + by)}
        />
      </div>
      <h3 className={styles.title} data-stage={stage.kind}>
        <span className={styles.number}>
          {t('equations.step.stageOf', { n: position + 1, all: last + 1 })}
        </span>
        {title}
      </h3>
    </div>
  );
}

function useStageTitle({ kind, layer }: EquationStage): string {
  const { t } = useWords();
  const layers = useStore(({ experiment }) => network(experiment).layers.length);
  const isOutput = layer === layers - 1;
  const name = isOutput
    ? t('equations.layers.output')
    : t('equations.layers.hidden', { n: (layer ?? 0) + 1 });
  return t(`equations.step.titles.${kind}`, { layer: name });
}

function Obstacle(followed: Exclude<FollowedUpdate, { kind: 'ready' }>) {
  const { t } = useWords();
  const { kind } = followed;
  if (kind === 'waiting') return <p className={styles.obstacle}>{t('page.loading')}</p>;
  return (
    <div className={styles.obstacle}>
      <p>
        {kind === 'tooMany'
          ? t('equations.step.tooMany', { points: followed.points, parameters: followed.parameters })
          : t(`equations.step.${kind}`)}
      </p>
      {kind === 'playing' && (
        <ActionButton label={t('transport.pause')} onPress={pause} hint={t('hints.pause')} />
      )}
    </div>
  );
}
