import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { untilPainted } from '../../../tests/support/painted';
import { constant, type ReadableStore, writable } from '../../engine/readableStore';
import { rgbOf } from '../colours';
import { LossPoints } from './LossPoints';
import { lossShape } from './lossShape';
import type { LossPointsFrame } from './picture';

// −log a at a = 0.5, 0.2 and 0.9; the third is a test point.
const answers = Float32Array.of(0.5, 0.2, 0.9);
const frame: LossPointsFrame = {
  answers,
  losses: answers.map((a) => -Math.log(a)),
  train: { loss: 1.1513 },
  penalty: 0,
};
const points = { x1: new Float64Array(3), x2: new Float64Array(3), y: Float64Array.of(0, 1, 2) };
const isTest = Uint8Array.of(0, 0, 1);
const shape = lossShape({ id: 'categoricalCrossentropy' }, 'softmax', 3, 'classification');
const nothing = constant(null);
const size = { width: 400, height: 200 };
// Where the axes lie: 46 px on the left, 14 on the right, 12 above, 20 below.
const placeOf = (a: number, loss: number, top: number) => ({
  x: 46 + a * (size.width - 60),
  y: size.height - 20 - (loss / top) * (size.height - 32),
});

const picks: number[] = [];
const curveName = (target: string, formula: string) => `${target}: ${formula}`;

function Held({ moment, showTest = true }: { moment: ReadableStore<LossPointsFrame>; showTest?: boolean }) {
  const [pointed] = useState(() => writable<number | null>(null));
  const [reading, setReading] = useState('none');
  return (
    <div style={size}>
      <LossPoints
        frame={moment}
        points={points}
        isTest={isTest}
        showTest={showTest}
        shape={shape}
        pointed={pointed}
        probed={nothing}
        axisLabel="a"
        curveName={curveName}
        label="Losses"
        reading={reading}
        onPoint={(index) => {
          pointed.set(index);
          setReading(index === null ? 'none' : `point ${index}`);
        }}
        onPick={(index) => picks.push(index)}
      />
    </div>
  );
}

async function show(moment: ReadableStore<LossPointsFrame> = constant(frame), showTest = true) {
  picks.length = 0;
  const screen = await render(<Held moment={moment} showTest={showTest} />);
  const canvas = screen.container.querySelector('canvas')!;
  await untilPainted(canvas);
  return { slider: screen.getByRole('slider', { name: 'Losses' }), canvas };
}

type Place = ReturnType<typeof placeOf>;

/** A mouse at a place of the picture. Told by events of its own: those of the test's driver are scaled with its window. */
function mouse(type: 'pointermove' | 'pointerup', { x, y }: Place): void {
  const slider = document.querySelector('[role=slider]')!;
  const { left, top } = slider.getBoundingClientRect();
  const at = { clientX: left + x, clientY: top + y, pointerType: 'mouse', bubbles: true };
  slider.dispatchEvent(new PointerEvent(type, at));
}

test('the pointer finds a dot where its output and its loss put it, and a press picks it', async () => {
  const { slider } = await show();
  const spot = placeOf(0.2, -Math.log(0.2), 2);
  mouse('pointermove', spot);
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'point 1');
  mouse('pointerup', spot);
  expect(picks).toEqual([1]);
  mouse('pointermove', { x: 300, y: 20 });
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'none');
});

test('arrow keys go through the points by their loss, Enter picks, Escape lets go', async () => {
  const { slider } = await show();
  await userEvent.tab();
  await expect.element(slider).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'point 1');
  await expect.element(slider).toHaveAttribute('aria-valuenow', '3');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'point 0');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'point 2');
  expect(picks).toEqual([2]);
  await userEvent.keyboard('{Escape}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'none');
});

test('hidden test points are neither drawn nor found', async () => {
  const { slider } = await show(constant(frame), false);
  mouse('pointermove', placeOf(0.9, -Math.log(0.9), 2));
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'none');
  await expect.element(slider).toHaveAttribute('aria-valuemax', '2');
});

test('dots slide with the numbers, and the axis makes room for a larger loss', async () => {
  const moment = writable(frame);
  const { slider, canvas } = await show(moment);
  const colourAt = ({ x, y }: { x: number; y: number }) => {
    const ratio = canvas.width / size.width;
    return [
      ...canvas.getContext('2d')!.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data,
    ];
  };
  const blue = [...rgbOf('#0072B2'), 255];
  expect(colourAt(placeOf(0.5, -Math.log(0.5), 2))).toEqual(blue);
  const worse = answers.map((a, i) => (i === 0 ? 0.05 : a));
  moment.set({ ...frame, answers: worse, losses: worse.map((a) => -Math.log(a)) });
  await expect.poll(() => colourAt(placeOf(0.05, -Math.log(0.05), 5))).toEqual(blue);
  expect(colourAt(placeOf(0.5, -Math.log(0.5), 2))).not.toEqual(blue);
  mouse('pointermove', placeOf(0.05, -Math.log(0.05), 5));
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'point 0');
});
