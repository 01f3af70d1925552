/** The picture of an activation in every state: bounded, unbounded, with a kink, flat nowhere, with a histogram, at the ends. */
import { activations } from '../../engine/model/activations';
import { flatStretches } from '../../engine/model/activations/flatness';
import type { Histogram } from '../../engine/training/snapshot';
import type { GalleryCase } from '../gallery/galleryCase';
import { ActivationPlot } from './ActivationPlot';

const hill: Histogram = {
  low: -6,
  high: 6,
  counts: Uint32Array.from({ length: 48 }, (_, bin) => Math.round(90 * Math.exp(-(((bin - 30) / 9) ** 2)))),
};
const heaped: Histogram = {
  low: -6,
  high: 6,
  counts: Uint32Array.from({ length: 48 }, (_, bin) => (bin < 2 ? 80 : 0)),
};

function plot(id: keyof typeof activations, z: number, histogram: Histogram | null = null) {
  const { at, derivative } = activations[id];
  return (
    <div style={{ width: 280, height: 140 }}>
      <ActivationPlot
        {...{ at, derivative, histogram, z }}
        flat={flatStretches({ derivative })}
        onZ={() => {}}
        label={`${id} at z`}
      />
    </div>
  );
}

export const cases: readonly GalleryCase[] = [
  { id: 'activation-sigmoid', title: 'Flat on both sides', element: plot('sigmoid', 1, hill) },
  { id: 'activation-tanh', title: 'Around 0', element: plot('tanh', -0.5) },
  { id: 'activation-relu', title: 'A kink; z heaped where it is flat', element: plot('relu', -2, heaped) },
  { id: 'activation-linear', title: 'Flat nowhere, out of the picture', element: plot('linear', 6, hill) },
  { id: 'activation-sine', title: 'Flat at every turn', element: plot('sine', 2, hill) },
  { id: 'activation-swish', title: 'Two flat stretches', element: plot('swish', -1.28, hill) },
];
