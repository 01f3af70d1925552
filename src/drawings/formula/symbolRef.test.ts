import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLit,
  layerQuantities,
  plainQuantities,
  readSymbol,
  type SymbolRef,
  symbolText,
} from '../../engine/model/symbolRef';
import { attributed, marked, plainLatex, symbolsIn } from './markedLatex';

const place = fc.integer({ min: 0, max: 127 });
const symbols: fc.Arbitrary<SymbolRef> = fc.oneof(
  fc.record({ quantity: fc.constantFrom(...plainQuantities) }),
  fc.record({ quantity: fc.constantFrom(...layerQuantities), layer: fc.integer({ min: -1, max: 8 }) }),
  fc.record({ quantity: fc.constantFrom(...layerQuantities), layer: place, unit: place }),
  fc.record({ quantity: fc.constantFrom(...layerQuantities), layer: place, unit: place, from: place }),
);

describe('a symbol as text', () => {
  it('is read back as what it was', () => {
    fc.assert(
      fc.property(symbols, (symbol) => {
        expect(readSymbol(symbolText(symbol))).toEqual(symbol);
      }),
    );
  });

  it('counts from 1, with the inputs as layer 0', () => {
    expect(symbolText({ quantity: 'W', layer: 0, unit: 2, from: 1 })).toBe('W1.3.2');
    expect(symbolText({ quantity: 'a', layer: -1 })).toBe('a0');
  });

  it.each(['', 'W', 'Q1', 'W1.', 'constructor1', 'alpha1'])('is no symbol where it says %j', (text) => {
    expect(readSymbol(text)).toBeNull();
  });
});

describe('what is lit', () => {
  const W: SymbolRef = { quantity: 'W', layer: 1 };

  it('is the matrix with each of its entries, but no entry with the whole matrix', () => {
    expect(isLit({ ...W, unit: 2, from: 0 }, W)).toBe(true);
    expect(isLit(W, { ...W, unit: 2, from: 0 })).toBe(false);
  });

  it('is an entry with itself and with its row, and none beside', () => {
    const entry = { ...W, unit: 2, from: 0 };
    expect(isLit({ ...W, unit: 2 }, entry)).toBe(true);
    expect(isLit({ ...W, unit: 2, from: 1 }, entry)).toBe(false);
    expect(isLit({ ...W, unit: 1, from: 0 }, entry)).toBe(false);
  });

  it('is everything of a unit or a layer, and nothing of another', () => {
    const unit: SymbolRef = { quantity: 'unit', layer: 1, unit: 2 };
    expect(isLit(unit, { quantity: 'b', layer: 1, unit: 2 })).toBe(true);
    expect(isLit(unit, { quantity: 'b', layer: 1, unit: 3 })).toBe(false);
    expect(isLit(unit, { quantity: 'z', layer: 0 })).toBe(false);
    expect(isLit({ quantity: 'layer', layer: 1 }, { quantity: 'dz', layer: 1 })).toBe(true);
    expect(isLit(null, W)).toBe(false);
  });
});

describe('marked LaTeX', () => {
  const latex = `${marked({ quantity: 'z', layer: 0 }, 'z^{[1]}')} = ${marked({ quantity: 'W', layer: 0 }, 'W^{[1]}')}x`;

  it('gives KaTeX the marks and people the formula', () => {
    expect(attributed(latex)).toBe('\\htmlData{symbol=z1}{z^{[1]}} = \\htmlData{symbol=W1}{W^{[1]}}x');
    expect(plainLatex(latex)).toBe('z^{[1]} = W^{[1]}x');
    expect(symbolsIn(latex + latex)).toEqual(['z1', 'W1']);
  });
});
