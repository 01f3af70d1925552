import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { planeScale } from '../../../drawings/boundary/planeScale';
import { defaultExperiment } from '../../../engine/experiment';
import { ownSource } from '../../../store/dataEdits';
import { edit, look, store } from '../../../store/store';
import { continueStroke, moveOf, press } from './strokes';

const scale = planeScale(defaultExperiment.data.plane, 480, 480);
const spot = fc.record({
  xPx: fc.integer({ min: -300, max: 800 }),
  yPx: fc.integer({ min: -300, max: 800 }),
});

beforeEach(() => {
  edit(() => ({ ...defaultExperiment }));
  look({ selection: new Set(), probe: null, tool: { kind: 'brush', class: 0 } });
});

it('a drag back to its start leaves the document as it was, whatever edges it met on the way', () => {
  const indices = fc.uniqueArray(fc.nat({ max: 399 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(indices, spot, fc.array(spot, { maxLength: 12 }), (taken, start, path) => {
      look({ selection: new Set(taken) });
      const before = store.getState().experiment;
      const stroke = moveOf(taken[0] ?? 0, scale, start);
      for (const place of path) continueStroke(stroke, scale, place);
      continueStroke(stroke, scale, start);
      expect(store.getState().experiment.data).toBe(before.data);
    }),
  );
});

it('a drag ends where its last place says, whichever way it went there', () => {
  fc.assert(
    fc.property(spot, fc.array(spot, { maxLength: 12 }), spot, (start, path, end) => {
      const dragged = (places: readonly { xPx: number; yPx: number }[]) => {
        edit(() => ({ ...defaultExperiment }));
        look({ selection: new Set([1, 2, 3, 250]) });
        const stroke = moveOf(2, scale, start);
        for (const place of places) continueStroke(stroke, scale, place);
        return ownSource(store.getState().experiment.data);
      };
      expect(dragged([...path, end])).toEqual(dragged([end]));
    }),
  );
});

it('every press of the brush in a dense heap places a point', () => {
  const count = () => ownSource(store.getState().experiment.data).y.length;
  const [x = 0, y = 0] = [ownSource(defaultExperiment.data).x1[0], ownSource(defaultExperiment.data).x2[0]];
  const [xPx, yPx] = [Math.round(scale.toX(x)) + 0.5, Math.round(scale.toY(y)) + 0.5];
  for (let i = 0; i < 10; i++) {
    press('brush', scale, { xPx: xPx + 2 * (i % 4), yPx: yPx + 2 * Math.floor(i / 4) + 2 }, 9);
  }
  const placed = count() - 400;
  press('brush', scale, { xPx, yPx: yPx + 2 }, 9);
  expect([placed, count() - 400]).toEqual([10, 10]);
  expect(store.getState().view.probe).toMatchObject({ kind: 'point' });
});
