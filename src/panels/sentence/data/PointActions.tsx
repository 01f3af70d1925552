/** What can be done with all points at once: draw others, split otherwise, show as a table, read or save. */
import { Dices, Shuffle } from 'lucide-react';
import { setPreset, setSplitSeed } from '../../../store/dataEdits';
import { nextSeed } from '../../../store/modelEdits';
import { showPage } from '../../../store/page';
import { edit, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { ChipGroup } from '../../controls/ChipGroup';
import { useWords } from '../../controls/useWords';
import { CsvButton } from '../../shared/csv/CsvButton';
import styles from './DataSettings.module.css';

const iconSize = 14;

export function PointActions() {
  const { t } = useWords();
  const source = useStore(({ experiment }) => experiment.data.source);
  return (
    <ChipGroup label={t('data.actions')} className={styles.actions}>
      {source.kind === 'preset' && (
        <ActionButton
          label={t('data.newSample')}
          icon={<Dices size={iconSize} />}
          onPress={() => edit((experiment) => setPreset(experiment, { seed: nextSeed(source.seed) }))}
          hint={t('hints.newSample')}
        />
      )}
      <ActionButton
        label={t('data.newSplit')}
        icon={<Shuffle size={iconSize} />}
        onPress={() => edit((experiment) => setSplitSeed(experiment, nextSeed(experiment.data.splitSeed)))}
        hint={t('hints.newSplit')}
      />
      <ActionButton label={t('table.open')} onPress={openTable} hint={t('table.hints.open')} />
      <CsvButton />
    </ChipGroup>
  );
}

/** The page may lie far below; its tab takes the focus, because the next key is meant for the page. */
function openTable() {
  showPage('how-well');
  requestAnimationFrame(() => {
    document.getElementById('page')?.scrollIntoView({ block: 'nearest' });
    document
      .querySelector<HTMLElement>('#page [role=tab][aria-selected=true]')
      ?.focus({ preventScroll: true });
  });
}
