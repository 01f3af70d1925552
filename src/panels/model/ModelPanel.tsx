/** Step 1: the model. The network with its controls above each layer, quick choices, and how the weights begin. */
import { Plus, Settings2 } from 'lucide-react';
import { useMemo } from 'react';
import type { NetworkFrame } from '../../drawings/network/frame';
import { NetworkDiagram } from '../../drawings/network/NetworkDiagram';
import type { Source } from '../../drawings/source';
import { features } from '../../engine/data/features';
import { planeGrid } from '../../engine/data/inputs';
import type { PreparedData } from '../../engine/data/prepare';
import { type DataSpec, limits } from '../../engine/experiment';
import { initializers } from '../../engine/model/initializers';
import type { UnitGrid } from '../../engine/training/snapshot';
import { currentSnapshot, network, prepared } from '../../store/derived';
import { addLayer, setInitializer, setWeightSeed } from '../../store/modelEdits';
import { edit, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Choice } from '../controls/Choice';
import { NumberField } from '../controls/NumberField';
import { PopoverButton } from '../controls/PopoverButton';
import { Section } from '../controls/Section';
import { useWords } from '../controls/useWords';
import { KindChooser } from './KindChooser';
import { LayerControls } from './LayerControls';
import styles from './ModelPanel.module.css';

const emptyFrame: NetworkFrame = { parameters: null, unitMaps: null };
const frame: Source<NetworkFrame> = {
  get: () => currentSnapshot.get() ?? emptyFrame,
  subscribe: (listener) => currentSnapshot.subscribe(listener),
};

/** Columns of the inputs' own maps. */
const mapColumns = 32;
const spacing = { minColumnGapPx: 92, leftPx: 52, rightPx: 48 };

export function ModelPanel() {
  const { t } = useWords();
  const experiment = useStore((state) => state.experiment);
  const { data, model } = experiment;
  const ready = prepared(data);
  const plan = network(experiment);
  const inputMaps = useMemo(() => mapsOfInputs(data, ready), [data, ready]);
  const labels = ready.inputMap.features.map((id) => features[id].label);
  return (
    <Section number={1} title={t('model.title')} trailing={<KindChooser />}>
      <div className={styles.diagram}>
        <NetworkDiagram
          plan={plan}
          task={data.task}
          inputLabels={labels}
          inputMaps={inputMaps}
          frame={frame}
          spacing={spacing}
          header={(layout) => <LayerControls layout={layout} />}
          label={t('model.summary', {
            layers: [plan.inputs, ...plan.layers.map((l) => l.units)].join(' – '),
          })}
        />
      </div>
      <div className={styles.foot}>
        <ActionButton
          label={t('model.addLayer')}
          icon={<Plus size={14} />}
          disabled={model.hidden.length >= limits.hiddenLayers}
          onPress={() => edit(addLayer)}
          hint={t('hints.addLayer')}
        />
        <WeightSettings />
        <span className={styles.count}>{t('model.parameters', { n: plan.parameterCount })}</span>
      </div>
    </Section>
  );
}

function WeightSettings() {
  const { t, name } = useWords();
  const { initializer, seed } = useStore(({ experiment }) => experiment.model);
  return (
    <PopoverButton label={t('model.more')} icon={<Settings2 size={14} />}>
      <Choice
        label={t('model.initializer')}
        variant="stacked"
        items={Object.values(initializers).map((entry) => ({ id: entry.id, label: name(entry.name) }))}
        value={initializer}
        onChange={(id) => edit((experiment) => setInitializer(experiment, id))}
        hint={t('hints.initializer')}
      />
      <NumberField
        label={t('model.seed')}
        value={seed}
        range={limits.seed}
        integer
        onChange={(value) => edit((experiment) => setWeightSeed(experiment, value))}
        hint={t('hints.weightSeed')}
      />
    </PopoverButton>
  );
}

/** What each input is over the plane, as the diagram draws it. [input][row][column] */
function mapsOfInputs({ plane, inputs }: DataSpec, { inputMap }: PreparedData): UnitGrid {
  const rows = inputs === 1 ? 1 : mapColumns;
  const grid = planeGrid(plane, mapColumns, rows);
  const cells = mapColumns * rows;
  const byCell = inputMap.fill(grid.x1, grid.x2);
  const values = new Float32Array(byCell.length);
  for (let cell = 0; cell < cells; cell++) {
    for (let input = 0; input < inputMap.width; input++) {
      values[input * cells + cell] = byCell[cell * inputMap.width + input] as number;
    }
  }
  return { columns: mapColumns, rows, units: inputMap.width, values };
}
