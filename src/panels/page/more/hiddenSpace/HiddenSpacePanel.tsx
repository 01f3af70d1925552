/** The hidden space: what the layers make of the plane before the output layer parts it with straight lines. */
import { Plus } from 'lucide-react';
import { addLayer } from '../../../../store/modelEdits';
import { watchedLayer } from '../../../../store/pages';
import { edit, look, useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { useWords } from '../../../controls/useWords';
import styles from './HiddenSpacePanel.module.css';
import { LayerSpace } from './LayerSpace';

export function HiddenSpacePanel() {
  const layer = useStore(({ experiment, view }) =>
    watchedLayer(view.page, experiment.model, view.hiddenLayer),
  );
  if (layer === null) return <NoLayers />;
  return <LayerSpace key={layer} layer={layer} onLayer={(hiddenLayer) => look({ hiddenLayer })} />;
}

function NoLayers() {
  const { t } = useWords();
  return (
    <div className={styles.none}>
      <p>{t('hiddenSpace.none')}</p>
      <ActionButton
        label={t('model.addLayer')}
        icon={<Plus size={14} />}
        onPress={() => edit(addLayer)}
        hint={t('hints.addLayer')}
      />
    </div>
  );
}
