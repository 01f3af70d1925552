/** Settings of the descent that need not always be in sight: the optimiser's own, schedule, clipping, stop rules, seed. */
import { limits, type StopRules } from '../../../engine/experiment';
import { schedules } from '../../../engine/training/schedules';
import { scheduleNotes } from '../../../engine/training/schedules/notes';
import { chooseSchedule, setTraining } from '../../../store/modelEdits';
import { edit, useStore } from '../../../store/store';
import { Choice } from '../../controls/Choice';
import { NumberField } from '../../controls/NumberField';
import { Toggle } from '../../controls/Toggle';
import { useWords } from '../../controls/useWords';
import { Options } from '../Options';
import styles from './MoreSettings.module.css';

export function MoreSettings() {
  const { t, name } = useWords();
  const { schedule, clipNorm, shuffleSeed } = useStore(({ experiment }) => experiment.training);
  return (
    <div className={styles.settings}>
      <Options of="optimizer" />
      <Choice
        label={t('training.schedule')}
        items={Object.values(schedules).map((entry) => ({
          id: entry.id,
          label: name(entry.name),
          description: name(scheduleNotes[entry.id].hint),
        }))}
        value={schedule.id}
        onChange={(id) => edit((experiment) => chooseSchedule(experiment, id))}
        hint={t('hints.schedule')}
      />
      <Options of="schedule" />
      <Switched
        label={t('training.clip')}
        value={clipNorm}
        initial={1}
        range={limits.clipNorm}
        hint={t('hints.clip')}
        onChange={(value) => edit((experiment) => setTraining(experiment, { clipNorm: value }))}
      />
      <StopSettings />
      <NumberField
        label={t('training.shuffleSeed')}
        value={shuffleSeed}
        range={limits.seed}
        integer
        onChange={(value) => edit((experiment) => setTraining(experiment, { shuffleSeed: value }))}
        hint={t('hints.shuffleSeed')}
      />
    </div>
  );
}

function StopSettings() {
  const { t } = useWords();
  const stop = useStore(({ experiment }) => experiment.training.stop);
  const set = (change: Partial<StopRules>) =>
    edit((experiment) => setTraining(experiment, { stop: { ...experiment.training.stop, ...change } }));
  const { plateau } = stop;
  return (
    <>
      <Switched
        label={t('training.stopEpochs')}
        value={stop.epochs}
        initial={1000}
        range={limits.stopEpochs}
        integer
        hint={t('hints.stopEpochs')}
        onChange={(epochs) => set({ epochs })}
      />
      <Switched
        label={t('training.stopLoss')}
        value={stop.trainLoss}
        initial={0.05}
        range={[0, 1000]}
        hint={t('hints.stopLoss')}
        onChange={(trainLoss) => set({ trainLoss })}
      />
      <Switched
        label={t('training.stopPlateau')}
        value={plateau?.epochs ?? null}
        initial={100}
        range={limits.stopEpochs}
        integer
        hint={t('hints.stopPlateau')}
        onChange={(epochs) =>
          set({
            plateau: epochs === null ? null : { minImprovement: plateau?.minImprovement ?? 1e-4, epochs },
          })
        }
      />
      {plateau && (
        <NumberField
          label={t('training.plateauImprovement')}
          value={plateau.minImprovement}
          range={[0, 1000]}
          onChange={(minImprovement) => set({ plateau: { ...plateau, minImprovement } })}
          hint={t('hints.plateauImprovement')}
        />
      )}
    </>
  );
}

interface SwitchedProps {
  label: string;
  value: number | null;
  /** The value when it is switched on. */
  initial: number;
  range: readonly [number, number];
  integer?: boolean;
  hint: string;
  onChange: (value: number | null) => void;
}

/** A number that can be switched off. */
function Switched({ label, value, initial, range, integer = false, hint, onChange }: SwitchedProps) {
  return (
    <div className={styles.switched}>
      <Toggle
        label={label}
        value={value !== null}
        onChange={(on) => onChange(on ? initial : null)}
        hint={hint}
      />
      {value !== null && (
        <NumberField
          label={label}
          labelHidden
          value={value}
          range={range}
          integer={integer}
          onChange={onChange}
        />
      )}
    </div>
  );
}
