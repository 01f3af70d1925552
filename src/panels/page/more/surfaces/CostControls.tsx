/** The choices on the cost surface: its directions, its loss, its scale and its range. */
import { Dices } from 'lucide-react';
import type { SurfaceQuestion } from '../../../../engine/training/costSurface/surfaceQuestion';
import { lookAtSurface } from '../../../../store/costSurface';
import { nextSeed } from '../../../../store/modelEdits';
import { useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { Segmented } from '../../../controls/Segmented';
import { Toggle } from '../../../controls/Toggle';
import { taught } from '../../../controls/taughtHint';
import { useWords } from '../../../controls/useWords';
import styles from './CostControls.module.css';
import { PairChoices } from './PairChoices';

export function CostControls({ question }: { readonly question: SurfaceQuestion }) {
  const { t } = useWords();
  const { seed, isLog } = useStore(({ view }) => view.costSurface);
  const { directions } = question;
  return (
    <div className={styles.controls}>
      <Segmented
        label={t('costSurface.directions')}
        items={[
          { id: 'pair', label: t('costSurface.pair'), name: t('costSurface.pairName') },
          { id: 'random', label: t('costSurface.random') },
          { id: 'principal', label: t('costSurface.principal') },
        ]}
        value={directions.kind}
        onChange={(kind) => lookAtSurface({ directions: kind, zoom: 0, centre: 'path' })}
        hint={taught(t('costSurface.hints.directions'), 'surface')}
      />
      {directions.kind === 'pair' && <PairChoices pair={directions} />}
      {directions.kind === 'random' && (
        <ActionButton
          label={t('costSurface.resample')}
          icon={<Dices size={14} />}
          onPress={() => lookAtSurface({ seed: nextSeed(seed) })}
          hint={t('costSurface.hints.resample')}
        />
      )}
      <LossChoice question={question} />
      <div className={styles.row}>
        <Penalty question={question} />
        <Toggle
          label={t('costSurface.log')}
          value={isLog}
          onChange={(value) => lookAtSurface({ isLog: value })}
          hint={t('costSurface.hints.log')}
        />
      </div>
    </div>
  );
}

/** Only classes have a logarithm and an error to choose from. */
function LossChoice({ question }: { readonly question: SurfaceQuestion }) {
  const { t } = useWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  if (!classifies) return null;
  return (
    <Segmented
      label={t('costSurface.loss')}
      items={[
        { id: 'log', label: t('costSurface.logLoss') },
        { id: 'squared', label: t('costSurface.squared') },
      ]}
      value={question.loss.id === 'squaredError' ? 'squared' : 'log'}
      onChange={(id) => lookAtSurface({ squared: id === 'squared' })}
      hint={t('costSurface.hints.loss')}
    />
  );
}

function Penalty({ question }: { readonly question: SurfaceQuestion }) {
  const { t } = useWords();
  const hasPenalty = useStore(({ experiment: { loss } }) => loss.l1 > 0 || loss.l2 > 0);
  return (
    <Toggle
      label={t('costSurface.regularised')}
      value={question.regularised && hasPenalty}
      disabled={!hasPenalty}
      onChange={(regularised) => lookAtSurface({ regularised })}
      hint={t(hasPenalty ? 'costSurface.hints.regularised' : 'costSurface.hints.noPenalty')}
    />
  );
}
