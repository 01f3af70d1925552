/** Every dataset as a tile. */
import { type DatasetId, datasets } from '../../engine/data/datasets';
import { createRandom } from '../../engine/random';
import type { GalleryCase } from '../gallery/galleryCase';
import { ScatterThumbnail } from './ScatterThumbnail';

const tile = {
  border: '1px solid var(--line)',
  borderRadius: 5,
  background: 'var(--card)',
  overflow: 'hidden',
};

function tiles(sizePx: number) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, maxWidth: 426 }}>
      {(Object.keys(datasets) as DatasetId[]).map((id) => {
        const dataset = datasets[id];
        const options = { points: 200, noise: dataset.defaultNoise, classes: dataset.classes[1] };
        const points = dataset.generate(options, createRandom(1));
        const { task, inputs, plane } = dataset;
        return (
          <div key={id} style={tile} title={id}>
            <ScatterThumbnail points={points} task={task} inputs={inputs} plane={plane} sizePx={sizePx} />
          </div>
        );
      })}
    </div>
  );
}

export const cases: readonly GalleryCase[] = [
  { id: 'scatter-44', title: 'Datasets, 44 px', element: tiles(44) },
  { id: 'scatter-56', title: 'Datasets, 56 px', element: tiles(56) },
];
