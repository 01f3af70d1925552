import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { untilPainted } from '../../../tests/support/painted';
import { constant } from '../../engine/readableStore';
import { CostContour } from './CostContour';
import { costAt, costPicture, type PlanePosition } from './costPicture';
import { createPointing } from './pointing';
import { surfaceOfFunction } from './sampleSurface';

const box = { left: -2, right: 2, bottom: -1, top: 1 };
const bowl = surfaceOfFunction((x, y) => x * x + y * y, box);

async function show(surface = bowl) {
  const onPick = vi.fn<(place: PlanePosition) => boolean>(() => true);
  const pointed = createPointing();
  const say = ({ x, y }: PlanePosition) =>
    `${x.toFixed(2)}, ${y.toFixed(2)}: ${costAt(surface, { x, y }).toFixed(2)}`;
  const trail = constant({ path: [], here: { x: 1, y: 0 } });
  const screen = await render(
    <div style={{ width: 400, height: 200 }}>
      <CostContour
        picture={costPicture(surface, false, { x: 'w', y: 'b' })}
        trail={trail}
        pointed={pointed}
        onPick={onPick}
        words={{
          label: 'Contour',
          instructions: 'Arrow keys.',
          reading: say,
          picked: (place) => `Set ${say(place)}`,
        }}
      />
    </div>,
  );
  for (const canvas of screen.container.querySelectorAll('canvas')) await untilPainted(canvas);
  const region = screen.getByRole('application', { name: 'Contour' });
  const said = () => screen.container.querySelector('[aria-live]')?.textContent;
  return { screen, region, onPick, pointed, said };
}

test('a press sets the place under the pointer, a drag the places on its way', async () => {
  const { region, onPick, pointed, said } = await show();
  await region.click({ position: { x: 300, y: 50 } });
  expect(onPick).toHaveBeenCalledExactlyOnceWith({
    x: expect.closeTo(1, 1) as number,
    y: expect.closeTo(0.5, 1) as number,
  });
  expect(said()).toMatch(/^Set 1\.0\d, 0\.[45]\d: 1\.2/);
  const element = region.element();
  const { left, top } = element.getBoundingClientRect();
  const at = (type: string, xPx: number, yPx: number) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        button: 0,
        clientX: left + xPx,
        clientY: top + yPx,
      }),
    );
  vi.spyOn(element, 'setPointerCapture').mockImplementation(() => undefined);
  at('pointerdown', 200, 100);
  at('pointermove', 100, 100);
  at('pointerup', 100, 100);
  at('pointermove', 50, 100);
  expect(onPick.mock.calls.slice(1).map(([{ x }]) => Math.round(x * 100) / 100)).toEqual([0, -1]);
  expect(pointed.get()?.x).toBeCloseTo(-1.5, 1);
});

test('arrow keys lead a cursor from where the run stands, Enter sets, Escape lets go', async () => {
  const { region, onPick, pointed, said } = await show();
  region.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(pointed.get()).toEqual({ x: expect.closeTo(1.1, 6) as number, y: 0 });
  expect(said()).toBe('1.10, 0.00: 1.21');
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(pointed.get()?.y).toBeCloseTo(-0.2, 6);
  expect(onPick).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onPick).toHaveBeenCalledExactlyOnceWith(pointed.get());
  await userEvent.keyboard('{Escape}');
  expect(pointed.get()).toBeNull();
});

test('is darker where J is low, and hatched where J is no number', async () => {
  const half = surfaceOfFunction((x, y) => (x > 1 ? Number.NaN : x * x + y * y), box);
  const { screen } = await show(half);
  const canvas = screen.container.querySelector('canvas')!;
  const ratio = canvas.width / canvas.clientWidth;
  const brightness = (xPx: number, yPx: number) => {
    const [red = 0, green = 0, blue = 0] = canvas
      .getContext('2d')!
      .getImageData(xPx * ratio, yPx * ratio, 1, 1).data;
    return red + green + blue;
  };
  expect(brightness(200, 100)).toBeLessThan(brightness(10, 100));
  const row = Array.from({ length: 40 }, (_, i) => brightness(340 + i, 60));
  expect(new Set(row).size).toBeGreaterThan(1);
});
