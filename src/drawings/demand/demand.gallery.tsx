/** The network of the T-shirt: as it begins, sold, with ReLU, below zero, in Chinese on a phone. */
import { type Demand, firstDemand } from '../../engine/model/demand';
import type { GalleryCase } from '../gallery/galleryCase';
import { DemandNetwork, type DemandWords } from './DemandNetwork';

const en: DemandWords = {
  inputs: { price: 'price', shipping: 'shipping', marketing: 'marketing', material: 'material' },
  units: { affordability: 'affordability', awareness: 'awareness', quality: 'perceived quality' },
  output: 'top seller',
  label: 'The network of the T-shirt',
};
const zh: DemandWords = {
  inputs: { price: '价格', shipping: '运费', marketing: '营销', material: '材料' },
  units: { affordability: '买得起', awareness: '知名度', quality: '感知质量' },
  output: '畅销',
  label: 'T 恤的网络',
};

function picture(demand: Demand, words = en, widthPx = 400) {
  return (
    <div style={{ width: widthPx }}>
      <DemandNetwork demand={demand} words={words} />
    </div>
  );
}

export const cases: readonly GalleryCase[] = [
  { id: 'demand-first', title: 'As it begins', element: picture(firstDemand) },
  {
    id: 'demand-sold',
    title: 'Cheap, known and good',
    element: picture({ inputs: [3, 0, 8, 8], activation: 'sigmoid' }),
  },
  {
    id: 'demand-relu',
    title: 'Awareness grows with ReLU',
    element: picture({ inputs: [5, 5, 10, 5], activation: 'relu' }),
  },
  {
    id: 'demand-linear',
    title: 'Below zero when linear',
    element: picture({ inputs: [10, 10, 0, 0], activation: 'linear' }),
  },
  { id: 'demand-zh', title: 'Chinese, on a phone', element: picture(firstDemand, zh, 330) },
];
