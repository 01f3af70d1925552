/** What is looked at: a symbol of the equations, or what the pointer is on in the network diagram. */
import { useMemo } from 'react';
import type { SymbolRef } from '../../../engine/model/symbolRef';
import { look, useStore } from '../../../store/store';

export function useFocusedSymbol(): SymbolRef | null {
  const symbol = useStore(({ view }) => view.symbol);
  const shownUnit = useStore(({ view }) => view.shownUnit);
  return useMemo(() => symbol ?? (shownUnit && { quantity: 'unit', ...shownUnit }), [symbol, shownUnit]);
}

export function lookAtSymbol(symbol: SymbolRef | null): void {
  look({ symbol });
}
