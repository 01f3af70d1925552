/** Which hidden layer is looked into, and along which axes. */
import type { SpaceView } from '../../../../drawings/hiddenSpace/spacePicture';
import { activations } from '../../../../engine/model/activations';
import { useStore } from '../../../../store/store';
import { Choice } from '../../../controls/Choice';
import { Segmented } from '../../../controls/Segmented';
import { useWords } from '../../../controls/useWords';
import { unitName } from './axisNames';
import styles from './HiddenSpacePanel.module.css';

export interface SpaceControlsProps {
  layer: number;
  onLayer: (layer: number) => void;
  /** Units of the layer; with one or two of them there is nothing to choose. */
  units: number;
  view: SpaceView;
  onView: (view: SpaceView) => void;
}

export function SpaceControls({ layer, onLayer, units, view, onView }: SpaceControlsProps) {
  const { t, name } = useWords();
  const hidden = useStore(({ experiment }) => experiment.model.hidden);
  const layers = hidden.map((one, index) => {
    const words = { n: index + 1, activation: name(activations[one.activation].name), count: one.units };
    return { id: String(index), label: t('hiddenSpace.layerItem', words) };
  });
  return (
    <div className={styles.controls}>
      <Choice
        label={t('hiddenSpace.layer')}
        variant="stacked"
        items={layers}
        value={String(layer)}
        onChange={(id) => onLayer(Number(id))}
        hint={t('hiddenSpace.hints.layer')}
      />
      {units > 2 && (
        <Segmented
          label={t('hiddenSpace.axes')}
          items={[
            { id: 'principal', label: t('hiddenSpace.principal') },
            { id: 'units', label: t('hiddenSpace.units') },
          ]}
          value={view.kind}
          onChange={(kind) => onView(kind === 'units' ? { kind, across: 0, up: 1 } : { kind })}
          hint={t('hiddenSpace.hints.axes')}
        />
      )}
      {units > 2 && view.kind === 'units' && <UnitChoices {...{ units, view, onView }} />}
    </div>
  );
}

interface UnitChoicesProps {
  units: number;
  view: Extract<SpaceView, { kind: 'units' }>;
  onView: (view: SpaceView) => void;
}

function UnitChoices({ units, view, onView }: UnitChoicesProps) {
  const { t } = useWords();
  const items = Array.from({ length: units }, (_, unit) => ({ id: String(unit), label: unitName(unit) }));
  return (
    <div className={styles.units}>
      <Choice
        label={t('hiddenSpace.across')}
        items={items}
        value={String(view.across)}
        onChange={(id) => onView({ ...view, across: Number(id) })}
        hint={t('hiddenSpace.hints.across')}
      />
      <Choice
        label={t('hiddenSpace.up')}
        items={items}
        value={String(view.up)}
        onChange={(id) => onView({ ...view, up: Number(id) })}
        hint={t('hiddenSpace.hints.up')}
      />
    </div>
  );
}
