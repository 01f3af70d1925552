/** What the equations speak of, as the diagram shows it, and the other way round: the edge that the pointer is on. */

import { type Highlight, highlightOf } from '../../../drawings/network/highlight';
import type { NetworkPlan, WeightRef } from '../../../engine/model/network';
import type { SymbolRef } from '../../../engine/model/symbolRef';
import { network } from '../../../store/derived';
import { look, sourceOf, store } from '../../../store/store';

/** The same object for the same symbol and network, so that nothing is drawn twice. */
const known = new WeakMap<SymbolRef, { readonly plan: NetworkPlan; readonly highlight: Highlight | null }>();

/** A symbol goes before the stage of an update, which goes on when it is left; its slopes are those of the stage. */
export const highlight = sourceOf(({ experiment, view: { symbol, stage } }) => {
  if (!symbol) return stage;
  const plan = network(experiment);
  const before = known.get(symbol);
  if (before?.plan === plan) return before.highlight;
  const plain = highlightOf(plan, symbol);
  const fresh = plain && symbol.quantity === 'dW' ? { ...plain, numbers: stage?.numbers ?? null } : plain;
  known.set(symbol, { plan, highlight: fresh });
  return fresh;
});

/** Looking at something in the diagram is told to the equations while they are open. */
function lookAt(symbol: SymbolRef | null): void {
  const { page, symbol: before } = store.getState().view;
  if (page === 'formula' || before) look({ symbol });
}

export function lookAtEdge(weight: WeightRef | null): void {
  lookAt(weight && { quantity: 'W', layer: weight.layer, unit: weight.to, from: weight.from });
}

/** For what stands above a column: its layer is looked at while the pointer or the focus is on it. */
export function lookingAtLayer(layer: number) {
  const enter = () => lookAt({ quantity: 'layer', layer });
  const leave = () => lookAt(null);
  return { onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave };
}
