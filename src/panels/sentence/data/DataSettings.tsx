/** Numbers of the data: how many points and classes, how noisy, how many kept for testing. */
import { limits, type PresetSource } from '../../../engine/experiment';
import { setClasses, setPreset, setTestShare } from '../../../store/dataEdits';
import { beginGesture, edit, endGesture, look, useStore } from '../../../store/store';
import { NumberSlider } from '../../controls/NumberSlider';
import { Segmented } from '../../controls/Segmented';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';
import styles from './DataSettings.module.css';

const gesture = { onStart: beginGesture, onEnd: endGesture };
const classChoices = ['2', '3', '4'] as const;

export function DataSettings() {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  return (
    <div className={styles.settings}>
      {data.task === 'classification' && <ClassCount classes={data.classes} />}
      {data.task === 'regression' && data.inputs === 2 && <NewValue />}
      {data.source.kind === 'preset' && <PresetSettings source={data.source} />}
      <NumberSlider
        label={t('data.testShare')}
        value={data.testShare}
        range={limits.testShare}
        step={0.05}
        scale="linear"
        format="percent"
        onChange={(share) => edit((experiment) => setTestShare(experiment, share))}
        hint={t('hints.testShare')}
        {...gesture}
      />
    </div>
  );
}

function ClassCount({ classes }: { classes: number }) {
  const { t } = useWords();
  return (
    <div className={styles.row}>
      <span>{t('data.classes')}</span>
      <Segmented
        label={t('data.classes')}
        items={classChoices.map((id) => ({ id, label: id }))}
        value={classChoices.find((id) => Number(id) === classes) ?? null}
        onChange={(id) => edit((experiment) => setClasses(experiment, Number(id)))}
        hint={taught(t('hints.classes'), 'classes')}
      />
    </div>
  );
}

function NewValue() {
  const { t } = useWords();
  const value = useStore((state) => state.view.newValue);
  return (
    <NumberSlider
      label={t('data.newValue')}
      value={value}
      range={[-2, 2]}
      step={0.1}
      scale="linear"
      onChange={(newValue) => look({ newValue })}
      hint={t('hints.newValue')}
    />
  );
}

function PresetSettings({ source }: { source: PresetSource }) {
  const { t } = useWords();
  return (
    <>
      <NumberSlider
        label={t('data.points')}
        value={source.points}
        range={limits.generatedPoints}
        scale="log"
        integer
        onChange={(points) => edit((experiment) => setPreset(experiment, { points }))}
        hint={t('hints.points')}
        {...gesture}
      />
      <NumberSlider
        label={t('data.noise')}
        value={source.noise}
        range={limits.noise}
        step={0.05}
        scale="linear"
        onChange={(noise) => edit((experiment) => setPreset(experiment, { noise }))}
        hint={t('hints.noise')}
        {...gesture}
      />
    </>
  );
}
