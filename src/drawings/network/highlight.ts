/** What stands out in the diagram because something elsewhere speaks of it: units with a ring, edges drawn strongly, numbers beside them. */
import { type NetworkPlan, type UnitRef, unitsIn } from '../../engine/model/network';
import { isOfLayer, type SymbolRef } from '../../engine/model/symbolRef';

/** The edges into a layer; only those into one unit, or from one. */
export interface EdgeSet {
  readonly layer: number;
  readonly to?: number | undefined;
  readonly from?: number | undefined;
}

export interface HighlightedUnit extends UnitRef {
  /** Written at the unit; none where there is nothing to write. */
  readonly text?: string;
  /** Its bias is written at it, as it is trained. */
  readonly hasBias?: boolean;
}

export interface Highlight {
  readonly units: readonly HighlightedUnit[];
  readonly edges: readonly EdgeSet[];
  /** What the edges show, in the layout of the parameters: a gradient, a change. null for the present weights. */
  readonly numbers: ArrayLike<number> | null;
}

/** What a symbol of the equations stands for; null for one that is nowhere in the diagram. */
export function highlightOf(plan: NetworkPlan, symbol: SymbolRef): Highlight | null {
  const last = plan.layers.length - 1;
  if (!isOfLayer(symbol)) {
    const isAboutOutputs = symbol.quantity === 'y' || symbol.quantity === 'L' || symbol.quantity === 'J';
    return isAboutOutputs ? { units: allUnits(plan, last), edges: [], numbers: null } : null;
  }
  const { quantity, layer, unit, from } = symbol;
  if (layer < -1 || layer > last) return null;
  const units = unit === undefined ? allUnits(plan, layer) : [{ layer, unit }];
  const edges = layer < 0 ? [] : [{ layer, to: unit, from }];
  switch (quantity) {
    case 'W':
    case 'dW':
      return { units: unit === undefined ? [] : units, edges, numbers: null };
    case 'layer':
    case 'unit':
      return { units, edges, numbers: null };
    case 'b':
      return { units: units.map((one) => ({ ...one, hasBias: true })), edges: [], numbers: null };
    default:
      return { units, edges: [], numbers: null };
  }
}

function allUnits(plan: NetworkPlan, layer: number): UnitRef[] {
  return Array.from({ length: unitsIn(plan, layer) }, (_, unit) => ({ layer, unit }));
}
