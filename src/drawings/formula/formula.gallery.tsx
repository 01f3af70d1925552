/** Formulas in every state: in a line, aligned over several lines, with a symbol lit, an entry of one, a whole unit, and wide. */

import type { SymbolRef } from '../../engine/model/symbolRef';
import type { GalleryCase } from '../gallery/galleryCase';
import { Formula } from './Formula';
import { FormulaLines } from './FormulaLines';
import { marked } from './markedLatex';

const [z, W, a, b] = [
  marked({ quantity: 'z', layer: 1 }, 'z^{[2]}'),
  marked({ quantity: 'W', layer: 1 }, 'W^{[2]}'),
  marked({ quantity: 'a', layer: 0 }, 'a^{[1]}'),
  marked({ quantity: 'b', layer: 1 }, 'b^{[2]}'),
];
const layer = [
  `${z} &= ${W} ${a} + ${b}`,
  `${marked({ quantity: 'a', layer: 1 }, 'a^{[2]}')} &= g^{[2]}(${z})`,
  'g^{[2]}(z) &= \\tfrac{z}{2}\\left(1 + \\tanh\\left[\\sqrt{2/\\pi}\\,(z + 0.044715 z^3)\\right]\\right)',
];
const cost = [
  `${marked({ quantity: 'J' }, 'J')}(W, b) &= \\frac{1}{m} \\sum_{i=1}^{m} ${marked({ quantity: 'L' }, 'L')}^{(i)}`,
];

function lines(of: readonly string[], lit: SymbolRef | null = null, widthPx = 420) {
  return (
    <div style={{ width: widthPx, overflowX: 'auto', padding: 4 }}>
      <FormulaLines lines={of} lit={lit} onSymbol={() => {}} label="Formula" />
    </div>
  );
}

export const cases: readonly GalleryCase[] = [
  { id: 'formula-lines', title: 'A layer', element: lines(layer) },
  { id: 'formula-lit', title: 'A symbol lit', element: lines(layer, { quantity: 'W', layer: 1 }) },
  {
    id: 'formula-entry',
    title: 'Lit by one of its entries',
    element: lines(layer, { quantity: 'W', layer: 1, unit: 2, from: 0 }),
  },
  {
    id: 'formula-unit',
    title: 'A unit of the layer is looked at',
    element: lines(layer, { quantity: 'unit', layer: 1, unit: 2 }),
  },
  { id: 'formula-display', title: 'Large operators', element: lines(cost, { quantity: 'L' }) },
  { id: 'formula-narrow', title: 'Wider than its place', element: lines(layer, null, 180) },
  {
    id: 'formula-inline',
    title: 'In a line of text',
    element: (
      <p role="note">
        The rate is <Formula latex={marked({ quantity: 'alpha' }, '\\alpha_\\tau')} /> and the decay{' '}
        <Formula latex="\beta_1" />.
      </p>
    ),
  },
];
