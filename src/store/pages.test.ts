import { expect, it } from 'vitest';
import { defaultExperiment } from '../engine/experiment';
import { type PageId, pageIds, pages, watchedLayer } from './pages';

const modelOf = (layers: number) => ({
  ...defaultExperiment.model,
  hidden: Array.from({ length: layers }, () => ({ units: 2, activation: 'relu' as const })),
});

it.each(pageIds.filter((id) => pages[id].watch !== 'hiddenLayer'))('%s looks into no layer', (id) => {
  expect(watchedLayer(id, modelOf(3), 1)).toBeNull();
});

it('looks into the layer that was chosen, or else the last there is', () => {
  const page: PageId = 'hidden-layer';
  expect(watchedLayer(page, modelOf(3), 1)).toBe(1);
  expect(watchedLayer(page, modelOf(3), null)).toBe(2);
  expect(watchedLayer(page, modelOf(1), 2)).toBe(0);
  expect(watchedLayer(page, modelOf(0), 0)).toBeNull();
});
