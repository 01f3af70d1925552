/** Sets up a race: one instructive pair at a press, or any thing and two to four of its values. */
import { Flag } from 'lucide-react';
import { useState } from 'react';
import type { Experiment } from '../../../../engine/experiment';
import { prepared } from '../../../../store/derived';
import { startRace } from '../../../../store/race';
import {
  choicesOf,
  firstChoices,
  laneCount,
  type RaceThing,
  raceFactors,
  variantsOf,
} from '../../../../store/raceVariants';
import { useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { ChipGroup } from '../../../controls/ChipGroup';
import { Choice } from '../../../controls/Choice';
import { Section } from '../../../controls/Section';
import { ToggleChip } from '../../../controls/ToggleChip';
import { taught } from '../../../controls/taughtHint';
import { useWords } from '../../../controls/useWords';
import styles from './RaceSetup.module.css';
import { RatesField } from './RatesField';

export function RaceSetup() {
  const { t } = useWords();
  const experiment = useStore((state) => state.experiment);
  const hasPoints = useStore((state) => prepared(state.experiment.data).split.train.length > 0);
  const [thing, setThing] = useState<RaceThing>('activation');
  const hasHidden = experiment.model.hidden.length > 0;
  return (
    <Section title={t('race.title')}>
      <div className={styles.setup}>
        <p className={styles.quiet}>{t('race.intro')}</p>
        {hasPoints ? (
          <>
            <ActionButton
              label={t('race.sigmoidRelu')}
              icon={<Flag />}
              onPress={() => race('activation', ['sigmoid', 'relu'], experiment)}
              disabled={!hasHidden}
              hint={taught(t('race.hints.sigmoidRelu'), 'activation')}
            />
            {!hasHidden && <p className={styles.quiet}>{t('race.noHidden')}</p>}
            <Choice
              label={t('race.thing')}
              items={raceFactors.map((id) => ({ id, label: t(`race.things.${id}`) }))}
              value={thing}
              onChange={setThing}
              hint={t('race.hints.thing')}
            />
            <Values key={thing} thing={thing} experiment={experiment} />
          </>
        ) : (
          <p>{t('race.noPoints')}</p>
        )}
      </div>
    </Section>
  );
}

function race(thing: RaceThing, values: readonly string[], experiment: Experiment): void {
  startRace(thing, variantsOf(thing, values, experiment));
}

interface ValuesProps {
  thing: RaceThing;
  experiment: Experiment;
}

function Values({ thing, experiment }: ValuesProps) {
  const { t } = useWords();
  // null while a typed list has something in it that is no rate.
  const [values, setValues] = useState<readonly string[] | null>(() => firstChoices(thing, experiment));
  if (thing === 'activation' && experiment.model.hidden.length === 0) return null;
  const offered = choicesOf(thing, experiment);
  if (offered.length === 1) return <p className={styles.quiet}>{t('race.oneLoss')}</p>;
  const chosen = thing === 'learningRate' ? values : offeredOf(values, offered);
  const [fewest, most] = laneCount;
  const fits = chosen !== null && chosen.length >= fewest && chosen.length <= most;
  return (
    <>
      {thing === 'learningRate' ? (
        <RatesField first={values ?? []} onChange={setValues} />
      ) : (
        <Chips offered={offered} chosen={chosen ?? []} onChange={setValues} />
      )}
      {chosen !== null && !fits && <p className={styles.quiet}>{t('race.howMany')}</p>}
      <ActionButton
        label={t('race.start')}
        icon={<Flag />}
        onPress={() => race(thing, chosen ?? [], experiment)}
        disabled={!fits}
        hint={t('race.hints.start')}
      />
    </>
  );
}

type Offered = ReturnType<typeof choicesOf>;

/** Another task may have other losses than those that were chosen. */
function offeredOf(values: readonly string[] | null, offered: Offered): readonly string[] {
  return (values ?? []).filter((value) => offered.some(({ id }) => id === value));
}

interface ChipsProps {
  offered: Offered;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

function Chips({ offered, chosen, onChange }: ChipsProps) {
  const { t, name } = useWords();
  const isFull = chosen.length >= laneCount[1];
  return (
    <ChipGroup label={t('race.values')} className={styles.chips}>
      {offered.map((entry) => {
        const isChosen = chosen.includes(entry.id);
        return (
          <ToggleChip
            key={entry.id}
            label={name(entry.name)}
            value={isChosen}
            disabled={isFull && !isChosen}
            onChange={(on) => onChange(on ? [...chosen, entry.id] : chosen.filter((id) => id !== entry.id))}
            hint={t('race.hints.value', { value: name(entry.name) })}
          />
        );
      })}
    </ChipGroup>
  );
}
