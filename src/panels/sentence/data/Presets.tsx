/** The data sets of the task as tiles with a thumbnail of their real points, and one's own points as the last tile. */
import { PencilLine } from 'lucide-react';
import { useMemo } from 'react';
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
        <Tile key={dataset.id} dataset={dataset} classes={classes} chosen={dataset.id === chosen} />
      ))}
      <OwnTile />
    </ChipGroup>
  );
}

function Tile({ dataset, classes, chosen }: { dataset: Dataset; classes: number; chosen: boolean }) {
  const { name } = useWords();
  const hint = useHint(name(datasetHints[dataset.id as DatasetId]));
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
    <span {...hint.triggerProps}>
      <button
        type="button"
        className={styles.tile}
        aria-pressed={chosen}
        aria-label={name(dataset.name)}
        aria-describedby={hint.describedBy}
        onClick={() => {
          if (!hint.wasAsked()) edit((experiment) => choosePreset(experiment, dataset.id as DatasetId));
        }}
      >
        <ScatterThumbnail
          points={points}
          task={dataset.task}
          inputs={dataset.inputs}
          plane={dataset.plane}
          sizePx={tileSize}
        />
      </button>
      {hint.hintNode}
    </span>
  );
}

function OwnTile() {
  const { t } = useWords();
  const hint = useHint(t('hints.own'));
  const chosen = useStore(({ experiment }) => experiment.data.source.kind === 'own');
  const begin = () => {
    if (chosen || hint.wasAsked()) return;
    edit(clearPoints);
    look({ tool: { kind: 'brush', class: 0 } });
  };
  return (
    <span {...hint.triggerProps}>
      <button
        type="button"
        className={styles.tile}
        aria-pressed={chosen}
        aria-label={t('data.own')}
        aria-describedby={hint.describedBy}
        onClick={begin}
      >
        <PencilLine size={18} aria-hidden />
      </button>
      {hint.hintNode}
    </span>
  );
}
