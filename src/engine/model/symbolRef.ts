/**
 * What a symbol of the equations stands for in the network, so that formulas and diagram can light each other. As text it is short
 * enough for an attribute: "W1" is the kernel of the first layer, "W1.3.2" its weight into unit 3 from unit 2, "a0" the inputs. Text
 * counts from 1 as the formulas do, the fields count from 0 as `NetworkPlan` does.
 */

/** Kernel, bias, z, a, and dJ/d… of each; `layer` and `unit` mean everything of one. */
export const layerQuantities = ['W', 'b', 'z', 'a', 'dW', 'db', 'dz', 'layer', 'unit'] as const;
/** Target, loss of a point, cost, gradient and learning rate. */
export const plainQuantities = ['y', 'L', 'J', 'g', 'alpha'] as const;

export interface LayerSymbol {
  readonly quantity: (typeof layerQuantities)[number];
  /** Index into `NetworkPlan.layers`; −1 for the inputs. */
  readonly layer: number;
  /** One unit of the layer, or the row of a matrix; without it the whole. */
  readonly unit?: number;
  /** The unit of the layer before that a weight comes from. */
  readonly from?: number;
}

export interface PlainSymbol {
  readonly quantity: (typeof plainQuantities)[number];
}

export type SymbolRef = LayerSymbol | PlainSymbol;

export function isOfLayer(symbol: SymbolRef): symbol is LayerSymbol {
  return 'layer' in symbol;
}

export function symbolText(symbol: SymbolRef): string {
  if (!isOfLayer(symbol)) return symbol.quantity;
  const { quantity, layer, unit, from } = symbol;
  const places = [unit, from].flatMap((place) => (place === undefined ? [] : `.${place + 1}`));
  return `${quantity}${layer + 1}${places.join('')}`;
}

/** null for text that is no symbol. */
export function readSymbol(text: string): SymbolRef | null {
  const plain = plainQuantities.find((quantity) => quantity === text);
  if (plain) return { quantity: plain };
  const [, name, layer, unit, from] = /^([A-Za-z]+)(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(text) ?? [];
  const quantity = layerQuantities.find((known) => known === name);
  if (!quantity) return null;
  return {
    quantity,
    layer: Number(layer) - 1,
    ...(unit === undefined ? {} : { unit: Number(unit) - 1 }),
    ...(from === undefined ? {} : { from: Number(from) - 1 }),
  };
}

/**
 * Whether `symbol` is lit while `focus` is looked at. A matrix is lit with each of its entries; an entry is not lit with the whole
 * matrix, but with its row, its unit and itself.
 */
export function isLit(focus: SymbolRef | null, symbol: SymbolRef): boolean {
  if (!focus) return false;
  if (!isOfLayer(focus) || !isOfLayer(symbol)) return focus.quantity === symbol.quantity;
  const isSame = focus.quantity === symbol.quantity;
  if (focus.layer !== symbol.layer) return false;
  if (!isSame && focus.quantity !== 'layer' && focus.quantity !== 'unit') return false;
  if (symbol.unit === undefined) return true;
  if (focus.unit !== symbol.unit) return false;
  return focus.from === undefined || symbol.from === undefined || focus.from === symbol.from;
}
