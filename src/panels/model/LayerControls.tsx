/** Above each column of the diagram: its name, its activation, its number of units. Between columns: room for one more. */
import { Plus, X } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { ColumnPlace, NetworkLayout } from '../../drawings/network/layoutNetwork';
import { limits } from '../../engine/experiment';
import { activations, outputActivations } from '../../engine/model/activations';
import { insertLayer, removeLayer, setLayer, setOutputActivation } from '../../store/modelEdits';
import { edit, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Choice } from '../controls/Choice';
import { Stepper } from '../controls/Stepper';
import { useWords } from '../controls/useWords';
import { lookingAtLayer } from './highlight';
import styles from './LayerControls.module.css';

export function LayerControls({ layout }: { layout: NetworkLayout }) {
  const { t } = useWords();
  return (
    <div className={styles.row}>
      {layout.columns.map((column) => (
        <div
          key={`${column.kind}${column.layer}`}
          className={styles.column}
          style={placeOf(column, layout)}
          {...lookingAtLayer(column.layer)}
        >
          {column.kind === 'inputs' && <span className={styles.name}>{t('model.inputs')}</span>}
          {column.kind === 'hidden' && <HiddenControls index={column.layer} />}
          {column.kind === 'outputs' && <OutputControls />}
        </div>
      ))}
      {layout.columns.slice(1).map(({ layer, xPx }) => (
        <InsertButton key={layer} index={layer} xPx={xPx - layout.columnGapPx / 2} />
      ))}
    </div>
  );
}

/** Seen when the pointer or the focus is near; `index` is where the new layer will be. */
function InsertButton({ index, xPx }: { index: number; xPx: number }) {
  const { t } = useWords();
  const hiddenLayers = useStore(({ experiment }) => experiment.model.hidden.length);
  if (hiddenLayers >= limits.hiddenLayers) return null;
  const label = index < hiddenLayers ? t('inspect.insertBefore', { n: index + 1 }) : t('inspect.insertLast');
  return (
    <span className={styles.insert} style={{ left: xPx }}>
      <ActionButton
        iconOnly
        label={label}
        icon={<Plus size={12} />}
        onPress={() => edit((experiment) => insertLayer(experiment, index))}
        hint={t('inspect.hints.insert')}
      />
    </span>
  );
}

function placeOf({ xPx }: ColumnPlace, { columnGapPx }: NetworkLayout): CSSProperties {
  return { left: xPx, maxWidth: Math.max(columnGapPx, 84) };
}

function HiddenControls({ index }: { index: number }) {
  const { t, name } = useWords();
  const layer = useStore(({ experiment }) => experiment.model.hidden[index]);
  if (!layer) return null;
  const n = index + 1;
  return (
    <>
      <span className={styles.name}>
        {t('model.hidden', { n })}
        <ActionButton
          variant="quiet"
          iconOnly
          label={t('model.removeLayerNumbered', { n })}
          icon={<X size={12} />}
          onPress={() => edit((experiment) => removeLayer(experiment, index))}
          hint={t('hints.removeLayer')}
        />
      </span>
      <Choice
        label={t('model.activationOf', { n })}
        variant="compact"
        items={Object.values(activations).map((entry) => ({ id: entry.id, label: name(entry.name) }))}
        value={layer.activation}
        onChange={(activation) => edit((experiment) => setLayer(experiment, index, { activation }))}
        hint={t('hints.activation')}
      />
      <Stepper
        label={t('model.unitsOf', { n })}
        value={layer.units}
        range={limits.units}
        onChange={(units) => edit((experiment) => setLayer(experiment, index, { units }))}
        hint={t('hints.units')}
      />
    </>
  );
}

function OutputControls() {
  const { t, name } = useWords();
  const activation = useStore(({ experiment }) => experiment.model.outputActivation);
  return (
    <>
      <span className={styles.name}>{t('model.output')}</span>
      <Choice
        label={t('model.outputActivation')}
        variant="compact"
        items={Object.values(outputActivations).map((entry) => ({ id: entry.id, label: name(entry.name) }))}
        value={activation}
        onChange={(id) => edit((experiment) => setOutputActivation(experiment, id))}
        hint={t('hints.outputActivation')}
      />
    </>
  );
}
