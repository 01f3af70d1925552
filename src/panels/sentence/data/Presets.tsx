/** The data sets of the task as tiles with a thumbnail of their real points, and one's own points as the last tile. */
import { PencilLine } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { ScatterThumbnail } from '../../../drawings/scatter/ScatterThumbnail';
import type { Dataset } from '../../../engine/data/dataset';
import type { DatasetId } from '../../../engine/data/datasets';
import { datasetHints } from '../../../engine/data/datasets/hints';
import { createRandom } from '../../../engine/random';
import { choosePreset, clearPoints, datasetsOf, taskChoiceOf } from '../../../store/dataEdits';
import { edit, look, useStore } from '../../../store/store';
import { ChipGroup } from '../../controls/ChipGroup';
import { useHint } from '../../controls/useHint';
import { useWords } from '../../controls/useWords';
import styles from './Presets.module.css';

/** Enough to show the shape, few enough for a tile. */
const thumbnailPoints = 90;
const tileSize = 42;

export function Presets() {
  const { t } = useWords();
  const choice = useStore(({ experiment }) => taskChoiceOf(experiment.data));
  const classes = useStore(({ experiment }) => experiment.data.classes);
  const chosen = useStore(({ experiment: { data } }) =>
    data.source.kind === 'preset' ? data.source.id : null,
  );
  return (
    <ChipGroup label={t('data.presets')} className={styles.tiles}>
      {datasetsOf(choice).map((dataset) => (
        <PresetTile key={dataset.id} dataset={dataset} classes={classes} chosen={dataset.id === chosen} />
      ))}
      <OwnTile />
    </ChipGroup>
  );
}

function PresetTile({ dataset, classes, chosen }: { dataset: Dataset; classes: number; chosen: boolean }) {
  const { name } = useWords();
  const [fewest, most] = dataset.classes;
  const shown = Math.min(Math.max(classes, fewest), most);
  const points = useMemo(
    () =>
      dataset.generate(
        { points: thumbnailPoints, noise: dataset.defaultNoise, classes: shown },
        createRandom(1),
      ),
    [dataset, shown],
  );
  return (
    <Tile
      label={name(dataset.name)}
      hint={name(datasetHints[dataset.id as DatasetId])}
      chosen={chosen}
      onChoose={() => edit((experiment) => choosePreset(experiment, dataset.id as DatasetId))}
    >
      <ScatterThumbnail
        points={points}
        task={dataset.task}
        inputs={dataset.inputs}
        plane={dataset.plane}
        sizePx={tileSize}
      />
    </Tile>
  );
}

function OwnTile() {
  const { t } = useWords();
  const chosen = useStore(({ experiment }) => experiment.data.source.kind === 'own');
  const begin = () => {
    if (chosen) return;
    edit(clearPoints);
    look({ tool: { kind: 'brush', class: 0 } });
  };
  return (
    <Tile label={t('data.own')} hint={t('hints.own')} chosen={chosen} onChoose={begin}>
      <PencilLine size={18} aria-hidden />
    </Tile>
  );
}

interface TileProps {
  /** Accessible name. */
  label: string;
  hint: string;
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Tile({ label, hint: text, chosen, onChoose, children }: TileProps) {
  const hint = useHint(text);
  return (
    <span {...hint.triggerProps}>
      <button
        type="button"
        className={styles.tile}
        aria-pressed={chosen}
        aria-label={label}
        aria-describedby={hint.describedBy}
        onClick={() => hint.wasAsked() || onChoose()}
      >
        {children}
      </button>
      {hint.hintNode}
    </span>
  );
}
