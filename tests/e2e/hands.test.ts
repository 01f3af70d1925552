/** What hands do: by mouse, finger, pen and keys of any layout, and numbers as people type them. */
import type { CDPSession, Page } from '@playwright/test';
import {
  button,
  drag,
  empty,
  expect,
  figure,
  open,
  openSheet,
  plane,
  press,
  spotOn,
  stepEpoch,
  test,
} from './page';

type Share = readonly [across: number, down: number];

/** Fingers and pens as the browser has them from the screen. */
async function screen(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const at = (share: Share) => spotOn(page, ...share);
  return {
    fingers: async (type: 'Start' | 'Move' | 'End', ...shares: readonly Share[]) => {
      const spots = await Promise.all(shares.map(at));
      const touchPoints = spots.map((spot, id) => ({ ...spot, id }));
      await cdp.send('Input.dispatchTouchEvent', { type: `touch${type}`, touchPoints });
    },
    pen: async (type: 'Pressed' | 'Moved' | 'Released', share: Share) => {
      const spot = await at(share);
      const buttons = { button: 'left', buttons: type === 'Released' ? 0 : 1, clickCount: 1 } as const;
      await cdp.send('Input.dispatchMouseEvent', {
        type: `mouse${type}`,
        ...spot,
        ...buttons,
        pointerType: 'pen',
      });
    },
    key: async (key: string, code: string, modifiers = 0) => {
      for (const type of ['keyDown', 'keyUp'] as const) {
        await cdp.send('Input.dispatchKeyEvent', { type, key, code, modifiers });
      }
    },
  };
}

const [control, shift] = [2, 8];
const points = (page: Page) => figure(page, 'points');
const brush = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The points as the document has them, from the link that would be shared. */
async function placesOf(page: Page): Promise<readonly (readonly [number, number])[]> {
  await button(page, 'Share').click();
  const field = page.getByRole('textbox', { name: 'Link' });
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  const { decodeLink } = await import('../../src/persistence/link');
  const source = decodeLink(new URL(link).hash)?.experiment?.data.source;
  return source?.kind === 'own' ? source.x1.map((x1, i) => [x1, source.x2[i] as number]) : [];
}

/** Differences to the first point: the shape. */
function shapeOf(places: readonly (readonly [number, number])[]): string {
  const [x, y] = places[0] ?? [0, 0];
  return places.map(([x1, x2]) => `${(x1 - x).toFixed(2)} ${(x2 - y).toFixed(2)}`).join(', ');
}

const corners: readonly Share[] = [
  [0.3, 0.3],
  [0.4, 0.5],
  [0.55, 0.35],
];

async function emptied(page: Page, query = 'lang=en&speed=once'): Promise<void> {
  await open(page, query);
  await button(page, 'Clear').click();
  await expect.poll(() => points(page)).toBe(0);
}

test('a selection dragged against the edge or carried by keys keeps its shape, and is back where it was at the start of the drag', async ({
  page,
}) => {
  await emptied(page);
  await test.step('a selection dragged against the edge keeps its shape, and is back where it was at the start of the drag', async () => {
    for (const corner of corners) await press(page, ...corner);
    const before = await placesOf(page);
    await page.keyboard.press('s');
    await drag(page, [0.2, 0.2], [0.65, 0.6]);
    const [start, beyond] = [await spotOn(page, 0.4, 0.5), await spotOn(page, 1.4, 1.3)];
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(beyond.x, beyond.y, { steps: 8 });
    await page.mouse.up();
    const moved = await placesOf(page);
    expect(shapeOf(moved)).toBe(shapeOf(before));
    expect(Math.max(...moved.map(([x1]) => x1))).toBeCloseTo(8, 2);
    expect(Math.min(...moved.map(([, x2]) => x2))).toBeCloseTo(-8, 2);
    await page.keyboard.press('Control+z');
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(beyond.x, beyond.y, { steps: 8 });
    await page.mouse.move(start.x, start.y, { steps: 8 });
    await page.mouse.up();
    expect(await placesOf(page)).toEqual(before);
    await empty(page);
  });

  await test.step('the keys carry a selection like the mouse', async () => {
    for (const corner of corners) await press(page, ...corner);
    const before = await placesOf(page);
    await plane(page).focus();
    await page.keyboard.press('Control+a');
    // From the middle to the second point, by steps of an eightieth of the plane.
    for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await expect(page.getByText(/^Point taken/)).toBeAttached();
    for (let step = 0; step < 12; step++) await page.keyboard.press('Shift+ArrowRight');
    const moved = await placesOf(page);
    expect(shapeOf(moved)).toBe(shapeOf(before));
    expect(Math.max(...moved.map(([x1]) => x1))).toBeCloseTo(8, 2);
  });
});

test('Space plays and pauses after any button was clicked, of a dialog it leaves the run alone, and one reached by Tab keeps it', {
  tag: '@core',
}, async ({ page }) => {
  await open(page, 'lang=en&speed=slow');
  await test.step('Space plays and pauses after any button was clicked; one reached by Tab keeps it', async () => {
    const [play, pause] = [button(page, 'Play'), button(page, 'Pause')];
    for (const name of ['class 2', 'One step', 'Start over', 'Undo', 'Share', 'One point']) {
      const clicked = name === 'One point' ? page.getByRole('tab', { name }) : button(page, name);
      if (name === 'Undo') await press(page, 0.5, 0.5);
      await clicked.click();
      if (name === 'Share') await page.keyboard.press('Escape');
      const epoch = () => page.getByRole('button', { name: /^(Play|Go on|Pause)$/ });
      const before = await epoch().textContent();
      await page.keyboard.press('Space');
      await expect(epoch(), `after ${name}`).not.toHaveText(before ?? '');
      await page.keyboard.press('Space');
      await expect(pause, `after ${name}`).toBeHidden();
    }
    await button(page, 'Start over').click();
    await expect(play).toBeVisible();
    await button(page, 'class 3').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(button(page, 'class 3')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(button(page, 'class 3')).toHaveAttribute('aria-pressed', 'true');
    await expect(play).toBeVisible();
  });

  await test.step('Space after a click of New weights leaves the run alone', async () => {
    await stepEpoch(page);
    await button(page, 'More of the page').click();
    await button(page, 'New weights').click();
    await expect.poll(() => figure(page, 'epoch')).toBe(0);
    await expect.poll(() => figure(page, 'trainLoss')).toBeGreaterThan(0);
    const loss = await figure(page, 'trainLoss');
    await page.keyboard.press('Space');
    await expect(button(page, 'Pause')).toBeAttached();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await button(page, 'Start over').click();
    await expect.poll(() => figure(page, 'trainLoss')).toBe(loss);
  });
});

test('keys of other layouts choose brushes and tools and undo, none while characters are put together; ten presses in a dense heap are ten points', async ({
  page,
}) => {
  await open(page, 'lang=en&speed=once');
  await test.step('keys of other layouts choose brushes and tools and undo, and none does while characters are put together', async () => {
    const { key } = await screen(page);
    for (const [written, code, modifiers, name] of [
      ['é', 'Digit2', 0, 'class 2'],
      ['3', 'Digit3', shift, 'class 3'],
      ['"', 'Digit3', 0, 'class 3'],
      ['4', 'Numpad4', 0, 'class 4'],
      ['&', 'Digit1', 0, 'class 1'],
      ['у', 'KeyE', 0, 'Eraser'],
      ['ы', 'KeyS', 0, 'Select'],
      ['ㅔ', 'KeyP', 0, 'One point'],
      ['ε', 'KeyE', 0, 'Eraser'],
    ] as const) {
      await key(written, code, modifiers);
      await expect(brush(page, name), `${written} on ${code}`).toHaveAttribute('aria-pressed', 'true');
    }
    await key('1', 'Digit1');
    await press(page, 0.5, 0.5);
    for (const [written, code] of [
      ['я', 'KeyZ'],
      ['ζ', 'KeyZ'],
      ['ㅋ', 'KeyZ'],
      ['z', 'KeyW'],
    ] as const) {
      await expect.poll(() => points(page)).toBe(401);
      await key(written, code, control);
      await expect.poll(() => points(page), written).toBe(400);
      await button(page, 'Redo').click();
    }
    await key('Process', 'KeyE');
    await key('Dead', 'KeyE');
    await key('w', 'KeyZ');
    await expect(brush(page, 'class 1')).toHaveAttribute('aria-pressed', 'true');
    await button(page, 'Undo').click();
    await expect.poll(() => points(page)).toBe(400);
  });

  await test.step('ten presses in a dense heap are ten points', async () => {
    for (let i = 0; i < 10; i++) await press(page, 0.24 + 0.011 * (i % 4), 0.26 + 0.013 * i);
    await expect.poll(() => points(page)).toBe(410);
    await page.keyboard.press('s');
    await press(page, 0.3, 0.3);
    expect(await points(page)).toBe(410);
  });
});

test('numbers are read as they are meant, or refused in a sentence', { tag: '@core' }, async ({ page }) => {
  await open(page);
  await openSheet(page, 'Training');
  const field = page.getByRole('textbox', { name: /^Learning rate α/ });
  const type = async (text: string) => {
    await field.fill(text);
    await field.press('Enter');
  };
  for (const [text, value] of [
    ['0,005', '0.005'],
    ['１', '1'],
    ['0，００１', '0.001'],
    ['1,5', '1.5'],
    ['1e-2', '0.01'],
    ['.3', '0.3'],
  ] as const) {
    await type(text);
    await expect(field, text).toHaveValue(value);
  }
  for (const [text, sentence] of [
    ['−3', '−3 is out of range'],
    ['1e400', '1e400 is out of range'],
    ['', 'Nothing was typed'],
    [' ', 'Nothing was typed'],
    ['1,234,567', '“1,234,567” is not a number'],
    ['fast', '“fast” is not a number'],
  ] as const) {
    await type(text);
    await expect(page.getByText(sentence), text).toBeVisible();
    await expect(field).toHaveValue('0.3');
  }
});

/** Takes the brush of the first class, which a screen for fingers begins without. */
async function arm(page: Page): Promise<void> {
  const first = button(page, 'class 1');
  if ((await first.getAttribute('aria-pressed')) !== 'true') await first.tap();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
}

test.describe('by finger', () => {
  test.use({ hasTouch: true });

  test('a selection keeps its shape at the edge, a press in a heap places a point, and a second finger never draws', async ({
    page,
  }) => {
    await emptied(page);
    await arm(page);
    const { fingers } = await screen(page);
    await test.step('a selection keeps its shape at the edge, and a press in a heap places a point', async () => {
      for (const corner of corners) {
        const spot = await spotOn(page, ...corner);
        await page.touchscreen.tap(spot.x, spot.y);
      }
      const near = await spotOn(page, 0.31, 0.31);
      await page.touchscreen.tap(near.x, near.y);
      await expect.poll(() => points(page)).toBe(4);
      const before = await placesOf(page);
      await button(page, 'Select').tap();
      await fingers('Start', [0.2, 0.2]);
      await fingers('Move', [0.65, 0.6]);
      await fingers('End');
      await expect(button(page, 'Delete selected (4)')).toBeVisible();
      await fingers('Start', [0.4, 0.5]);
      await fingers('Move', [0.6, 0.6]);
      await fingers('Move', [0.99, 0.6]);
      await fingers('End');
      const moved = await placesOf(page);
      expect(shapeOf(moved)).toBe(shapeOf(before));
      expect(Math.max(...moved.map(([x1]) => x1))).toBeCloseTo(8, 2);
    });

    await empty(page);
    await arm(page);

    await test.step('a second finger never draws: two zoom, and take back what the first had begun', async () => {
      await fingers('Start', [0.3, 0.5]);
      await fingers('Move', [0.5, 0.5]);
      await expect.poll(() => points(page)).toBeGreaterThan(0);
      await fingers('Start', [0.5, 0.5], [0.7, 0.5]);
      await expect.poll(() => points(page)).toBe(0);
      await fingers('Move', [0.2, 0.5], [0.9, 0.5]);
      await fingers('End', [0.2, 0.5]);
      await fingers('Move', [0.4, 0.3]);
      await fingers('End');
      await press(page, 0.5, 0.5);
      await expect.poll(() => points(page)).toBe(1);
      await expect(button(page, 'Undo')).toBeEnabled();
    });
  });

  test('a palm does nothing beside a pen', async ({ page }) => {
    await emptied(page);
    await arm(page);
    const { fingers, pen } = await screen(page);
    await fingers('Start', [0.8, 0.9]);
    await pen('Pressed', [0.2, 0.2]);
    await fingers('Move', [0.7, 0.8]);
    await pen('Moved', [0.5, 0.2]);
    await fingers('Start', [0.7, 0.8], [0.9, 0.9]);
    await fingers('Move', [0.6, 0.7], [0.95, 0.95]);
    await pen('Moved', [0.8, 0.2]);
    await pen('Released', [0.8, 0.2]);
    await fingers('End');
    const drawn = await placesOf(page);
    expect(drawn.length).toBeGreaterThan(1);
    for (const [, x2] of drawn) expect(x2).toBeGreaterThan(3);
    await page.keyboard.press('Control+z');
    await expect.poll(() => points(page)).toBe(0);
  });
});
