import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cloud, experimentWith } from '../../../../tests/support/testExperiment';
import { planeScale } from '../../../drawings/boundary/planeScale';
import { defaultExperiment } from '../../../engine/experiment';
import { ownSource } from '../../../store/dataEdits';
import { edit, look, store } from '../../../store/store';
import { continueStroke, endStroke, moveOf, press, startStroke } from './strokes';

const scale = planeScale(defaultExperiment.data.plane, 480, 480);
const spot = fc.record({
  xPx: fc.integer({ min: -300, max: 800 }),
  yPx: fc.integer({ min: -300, max: 800 }),
});

beforeEach(() => {
  edit(() => ({ ...defaultExperiment }));
  look({ selection: new Set(), probe: null, tool: { kind: 'brush', class: 0 } });
});

afterEach(() => {
  vi.useRealTimers();
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

/** Erases along a way; answers the edits that were made by the end of the way, in the turns after it, and by the end of the stroke. */
function eraseAlong(count: number): readonly number[] {
  vi.useFakeTimers();
  edit(() => experimentWith({ data: { source: cloud(count, 4) } }));
  const edits: number[] = [0, 0, 0];
  let part = 0;
  const stop = store.subscribe((state, before) => {
    if (state.experiment !== before.experiment) edits[part]! += 1;
  });
  const stroke = startStroke('eraser', scale, { xPx: 200, yPx: 200 }, 9);
  for (let i = 1; i <= 8; i++) continueStroke(stroke, scale, { xPx: 200 + 10 * i, yPx: 200 });
  part = 1;
  vi.runAllTimers();
  continueStroke(stroke, scale, { xPx: 300, yPx: 300 });
  part = 2;
  endStroke(stroke);
  vi.runAllTimers();
  stop();
  return edits;
}

it('the eraser changes a document of many points in turns and at its end, one of few at every place', () => {
  expect(eraseAlong(20_000)).toEqual([0, 1, 1]);
  const left = ownSource(store.getState().experiment.data);
  expect(eraseAlong(2000)[0]).toBe(9);
  edit(() => experimentWith({ data: { source: cloud(20_000, 4) } }));
  for (const xPx of [200, 210, 220, 230, 240, 250, 260, 270, 280])
    press('eraser', scale, { xPx, yPx: 200 }, 9);
  press('eraser', scale, { xPx: 300, yPx: 300 }, 9);
  expect(left.y.length).toBeLessThan(20_000);
  expect(ownSource(store.getState().experiment.data)).toEqual(left);
});

/** An eraser among many points, and how many there are. */
function eraser() {
  vi.useFakeTimers();
  edit(() => experimentWith({ data: { source: cloud(20_000, 4) } }));
  const stroke = startStroke('eraser', scale, { xPx: 200, yPx: 200 }, 9);
  const to = (xPx: number) => continueStroke(stroke, scale, { xPx, yPx: 200 });
  const count = () => ownSource(store.getState().experiment.data).y.length;
  return { stroke, to, count };
}

it('among many points the eraser rests between its changes, however slowly it goes', () => {
  const { to, count } = eraser();
  const counts = new Set<number>();
  for (let i = 1; i <= 20; i++) {
    vi.advanceTimersByTime(16);
    to(200 + 10 * i);
    counts.add(count());
  }
  // 320 ms with a rest of 100 ms after each change.
  expect(counts.size).toBeGreaterThan(2);
  expect(counts.size).toBeLessThan(6);
});

it('what the eraser has passed over stays where it was undone meanwhile or is of another document, and goes on there', () => {
  const { stroke, to, count } = eraser();
  vi.runAllTimers();
  to(240);
  const before = count();
  edit(() => experimentWith({ data: { source: cloud(15_000, 7) } }));
  vi.runAllTimers();
  expect([before < 20_000, count()]).toEqual([true, 15_000]);
  to(260);
  edit((experiment) => ({ ...experiment, training: { ...experiment.training, learningRate: 0.123 } }));
  endStroke(stroke);
  expect(count()).toBeLessThan(15_000);
  expect(store.getState().experiment.training.learningRate).toBe(0.123);
});

it('another setting between its turns keeps the eraser from nothing', () => {
  const { to, count } = eraser();
  vi.runAllTimers();
  to(300);
  const before = count();
  vi.advanceTimersToNextTimer();
  edit((experiment) => ({ ...experiment, training: { ...experiment.training, learningRate: 0.123 } }));
  vi.runAllTimers();
  expect(count()).toBeLessThan(before);
  expect(store.getState().experiment.training.learningRate).toBe(0.123);
});
