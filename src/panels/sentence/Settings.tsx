/** All settings of a step. When they appear in a sheet that was just opened, the focus goes to the first of them. */
import { useEffect } from 'react';
import type { Step } from '../../store/runState';
import { store } from '../../store/store';
import { useWords } from '../controls/useWords';
import { DataSettings } from './data/DataSettings';
import { Inputs, StandardizeToggle } from './data/Inputs';
import { PointActions } from './data/PointActions';
import { Presets } from './data/Presets';
import { TaskChooser } from './data/TaskChooser';
import { Layers } from './Layers';
import { LossSettings } from './loss/LossSettings';
import { InitialWeights } from './model/InitialWeights';
import { KindChooser } from './model/KindChooser';
import styles from './Settings.module.css';
import { enterSheet } from './sheetFocus';
import { MoreSettings } from './training/MoreSettings';
import { TrainingSettings } from './training/TrainingSettings';

export function Settings({ step }: { step: Step }) {
  useEffect(() => {
    if (store.getState().view.openSheet === step) enterSheet(step);
  }, [step]);
  const Chosen = settingsOf[step];
  return <Chosen />;
}

const settingsOf: Record<Step, () => React.ReactNode> = {
  data: () => (
    <>
      <div className={styles.group}>
        <TaskChooser />
        <Presets />
        <PointActions />
      </div>
      <div className={styles.group}>
        <DataSettings />
      </div>
      <InputSettings />
    </>
  ),
  model: () => (
    <>
      <div className={styles.group}>
        <KindChooser />
        <Layers />
      </div>
      <div className={styles.group}>
        <InitialWeights />
      </div>
    </>
  ),
  loss: () => (
    <div className={styles.group}>
      <LossSettings />
    </div>
  ),
  training: () => (
    <>
      <div className={styles.group}>
        <TrainingSettings />
      </div>
      <div className={styles.group}>
        <MoreSettings />
      </div>
    </>
  ),
};

function InputSettings() {
  const { t } = useWords();
  return (
    <div className={styles.group}>
      <div className={styles.line}>
        <span className={styles.label}>{t('data.inputs')}</span>
        <StandardizeToggle />
      </div>
      <Inputs />
    </div>
  );
}
