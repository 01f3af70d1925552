import { expect, it } from 'vitest';
import { placeBubble } from './HintBubble';

const page = { width: 390, height: 844 };
const bubble = { width: 200, height: 40 };

it('stands centred above its target', () => {
  expect(placeBubble({ left: 150, top: 300, width: 100, height: 30 }, bubble, page)).toEqual({
    left: 100,
    top: 254,
  });
});

it('goes below where there is no room above, and never leaves the window', () => {
  expect(placeBubble({ left: 0, top: 10, width: 30, height: 30 }, bubble, page)).toEqual({
    left: 8,
    top: 46,
  });
  expect(placeBubble({ left: 360, top: 300, width: 30, height: 30 }, bubble, page).left).toBe(182);
});
