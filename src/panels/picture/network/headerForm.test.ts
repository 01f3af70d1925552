import { describe, expect, it } from 'vitest';
import { type HeaderWords, headerForm, headerLines } from './headerForm';

const inputs: HeaderWords = { name: 'inputs', activation: '', units: 2 };
const hidden = (n: number, activation = 'ReLU', units = 8): HeaderWords => ({
  name: `hidden ${n}`,
  activation,
  units,
});
const output: HeaderWords = { name: 'output', activation: 'softmax', units: 4 };

/** Columns as the diagram has them. */
function at(widthPx: number, ...layers: HeaderWords[]) {
  const words = [inputs, ...layers, output];
  const middles = words.map((_, i) => 30 + (i * (widthPx - 70)) / (words.length - 1));
  return headerForm(words, middles, widthPx, 12);
}

describe('the headers of the layers', () => {
  it('say all there is to say where there is room', () => {
    expect(at(460, hidden(1), hidden(2)).form).toBe('named');
    expect(headerLines(hidden(1), 'named')).toEqual(['hidden 1', 'ReLU 8']);
    expect(headerLines(inputs, 'named')).toEqual(['inputs']);
  });

  it('say less and less in a narrow frame', () => {
    expect(at(250, hidden(1), hidden(2)).form).toBe('short');
    expect(at(180, hidden(1, 'leaky ReLU'), hidden(2, 'leaky ReLU')).form).toBe('units');
    expect(at(180, ...Array.from({ length: 8 }, (_, i) => hidden(i + 1, 'ReLU', 128))).form).toBe('one');
    expect(headerLines(hidden(1), 'short')).toEqual(['ReLU', '8']);
    expect(headerLines(output, 'units')).toEqual(['4']);
    expect(headerLines(inputs, 'units')).toEqual([]);
  });

  it('stay inside the frame and apart', () => {
    for (let widthPx = 170; widthPx < 700; widthPx += 7) {
      const { places } = at(widthPx, hidden(1, 'softplus', 100), hidden(2), hidden(3));
      for (const [i, { xPx, widthPx: own }] of places.entries()) {
        expect(xPx - own / 2).toBeGreaterThanOrEqual(0);
        expect(xPx + own / 2).toBeLessThanOrEqual(widthPx);
        const before = places[i - 1];
        if (before) expect(xPx - own / 2).toBeGreaterThan(before.xPx + before.widthPx / 2);
      }
    }
  });
});
