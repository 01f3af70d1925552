import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { writable } from '../../engine/readableStore';
import type { LayerAnswers } from '../../engine/training/snapshot';
import { type FindAxes, followSpace, type SpaceState } from './followSpace';
import { principalAxes } from './principalAxes';
import type { SpaceFrame, SpaceQuestion } from './spacePicture';

const plan = planNetwork(
  {
    hidden: [{ units: 3, activation: 'linear' }],
    outputActivation: 'softmax',
    initializer: 'zeros',
    seed: 1,
  },
  { task: 'classification', classes: 2 },
  2,
);
const question: SpaceQuestion = {
  plan,
  layer: 0,
  view: { kind: 'principal' },
  classOf: [0, 1, 0, 1],
  classes: 2,
};
const side = 4;
const cells = side * side;

/** Four points on an ellipse in three units, turned by an angle, and a map of the plane that goes with them. */
function frameOf(angle: number, fill?: number): SpaceFrame {
  const ellipse = [
    [3, 0],
    [0, 1],
    [-3, 0],
    [0, -1],
  ] as const;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const turned = ellipse.map(([x, y]) => [c * x - s * y, s * x + c * y, 0.1 * x] as const);
  const values = Float32Array.from([0, 1, 2].flatMap((unit) => turned.map((point) => fill ?? point[unit]!)));
  const hidden: LayerAnswers = { layer: 0, indices: Uint32Array.of(0, 1, 2, 3), values };
  const map = Float32Array.from({ length: plan.unitCount * cells }, (_, i) => fill ?? Math.sin(i));
  return {
    hidden,
    unitMaps: { columns: side, rows: side, units: plan.unitCount, values: map },
    parameters: new Float32Array(plan.parameterCount),
  };
}

function pictureIn(state: SpaceState) {
  if (state.kind !== 'shown') throw new Error(`nothing is shown: ${state.kind}`);
  return state.picture;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('principal axes', () => {
  test('are found a few times a second, and the last frame gets its own', () => {
    const find = vi.fn<FindAxes>(principalAxes);
    const frames = writable(frameOf(0));
    const space = followSpace(frames, question, { findAxes: find, nowMs: () => Date.now() });
    const heard: number[] = [];
    const stop = space.subscribe(() => {
      space.get();
      heard.push(find.mock.calls.length);
    });
    space.get();
    for (let frame = 1; frame <= 10; frame++) {
      vi.advanceTimersByTime(50);
      frames.set(frameOf(frame * 0.01));
    }
    // 500 ms went by: at once, then every 250 ms.
    expect(find).toHaveBeenCalledTimes(3);
    frames.set(frameOf(1));
    expect(find).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(1000);
    expect(find).toHaveBeenCalledTimes(4);
    expect(find.mock.calls.at(-1)![0].values).toEqual(frameOf(1).hidden!.values);
    expect(heard).toHaveLength(12);
    stop();
  });

  test('neither flip nor spin, however the library orients them', () => {
    let calls = 0;
    const moody: FindAxes = (samples) => {
      const found = principalAxes(samples);
      calls++;
      const flipped = (axis: Float64Array) => axis.map((a) => -a);
      return (
        found && { ...found, axes: calls % 2 === 0 ? [flipped(found.axes[1]), found.axes[0]] : found.axes }
      );
    };
    const frames = writable(frameOf(0));
    const space = followSpace(frames, question, { findAxes: moody, nowMs: () => Date.now() });
    const before = pictureIn(space.get());
    for (let turn = 1; turn <= 4; turn++) {
      vi.advanceTimersByTime(300);
      frames.set(frameOf(turn * 0.001));
      const now = pictureIn(space.get());
      for (let i = 0; i < 4; i++) {
        expect(now.x[i]! - before.x[i]!).toBeCloseTo(0, 1);
        expect(now.y[i]! - before.y[i]!).toBeCloseTo(0, 1);
      }
    }
    expect(calls).toBe(5);
  });
});

describe('what is shown', () => {
  const options = { findAxes: principalAxes, nowMs: () => 0 };

  test('the same picture for the same frame', () => {
    const space = followSpace(writable(frameOf(0.3)), question, options);
    expect(space.get()).toBe(space.get());
  });

  test('how much the axes show', () => {
    const state = followSpace(writable(frameOf(0)), question, options).get();
    expect(state).toMatchObject({ kind: 'shown' });
    expect(state.kind === 'shown' && state.share).toBeCloseTo(1, 6);
  });

  test.each([
    ['no frame', null, 'waiting'],
    ['the same values everywhere', frameOf(0, 0.5), 'noVariance'],
    ['no finite value', frameOf(0, Number.NaN), 'notFinite'],
  ] as const)('%s: says why there is nothing', (_, frame, kind) => {
    expect(followSpace(writable(frame), question, options).get()).toEqual({ kind });
  });

  test('nothing as long as the library is on its way', () => {
    expect(followSpace(writable(frameOf(0)), question, { findAxes: null }).get().kind).toBe('waiting');
  });

  test('units are seen directly, without the library, in the order that was chosen', () => {
    const frame = frameOf(0.4);
    const view = { kind: 'units', across: 2, up: 0 } as const;
    const picture = pictureIn(followSpace(writable(frame), { ...question, view }, { findAxes: null }).get());
    expect(Array.from(picture.x)).toEqual(Array.from(frame.hidden!.values.subarray(8, 12)));
    expect(Array.from(picture.y)).toEqual(Array.from(frame.hidden!.values.subarray(0, 4)));
  });

  test('without points the grid alone is shown, along axes of its own', () => {
    const picture = pictureIn(
      followSpace(writable({ ...frameOf(0), hidden: null }), question, options).get(),
    );
    expect(picture.indices).toHaveLength(0);
    expect(picture.lines.length).toBe(2 * side);
  });
});
