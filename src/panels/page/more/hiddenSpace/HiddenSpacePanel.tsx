/** The hidden space: what the layers make of the plane before the output layer parts it with straight lines. */
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { addLayer } from '../../../../store/modelEdits';
import { edit, look, useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { useWords } from '../../../controls/useWords';
import styles from './HiddenSpacePanel.module.css';
import { LayerSpace } from './LayerSpace';

export function HiddenSpacePanel() {
  const layers = useStore(({ experiment }) => experiment.model.hidden.length);
  const [chosen, setChosen] = useState<number | null>(null);
  // The last one, before the output, unless another was chosen and is still there.
  const layer = Math.min(chosen ?? layers - 1, layers - 1);
  useEffect(() => {
    look({ hiddenLayer: layer >= 0 ? layer : null });
    return () => look({ hiddenLayer: null });
  }, [layer]);
  if (layer < 0) return <NoLayers />;
  return <LayerSpace key={layer} layer={layer} onLayer={setChosen} />;
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
