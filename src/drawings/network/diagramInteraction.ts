/** What a learner can do with the network diagram, and the words for it. Without one the diagram is only a picture. */
import type { UnitRef, WeightRef } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import type { Highlight } from './highlight';

export type Means = 'mouse' | 'touch' | 'keys';

/** A unit that is to be opened, and which of its weights it is about. */
export interface ChosenUnit extends UnitRef {
  /** The unit of the layer before that the weight comes from; null for the unit as a whole. */
  readonly from: number | null;
}

export interface DiagramInteraction {
  /** The unit that is looked at; it stands out with its weights. */
  readonly shown: ReadableStore<UnitRef | null>;
  /** The unit that is being changed; it stands out while none is looked at. */
  readonly edited: ReadableStore<UnitRef | null>;
  /** What is spoken of elsewhere; it stands out while nothing here is looked at. */
  readonly highlight?: ReadableStore<Highlight | null>;
  /** An edge is looked at, or none any more. */
  readonly onEdge?: (weight: WeightRef | null) => void;
  readonly onEnter: (unit: UnitRef, by: Means) => void;
  readonly onLeave: () => void;
  /** `anchor` is the button of the unit. */
  readonly onOpen: (chosen: ChosenUnit, anchor: HTMLElement) => void;
  readonly words: DiagramWords;
}

export interface DiagramWords {
  /** The name of a unit, say "Hidden layer 1, unit 3, ReLU". */
  readonly unit: (unit: UnitRef) => string;
  /** What there is to say about it now: its bias, its strongest weight. */
  readonly unitNow: (unit: UnitRef, parameters: Float32Array) => string;
  /** A weight with its ends, say "w = −0.42, from x₁ to hidden 1, unit 3". */
  readonly weight: (weight: WeightRef, value: string) => string;
  /** What the button of a folded layer does. */
  readonly openLayer: (layer: number, folded: number) => string;
  /** Title of a layer that shows all its units. */
  readonly layer: (layer: number, units: number) => string;
  readonly close: string;
}

export function sameUnit(a: UnitRef | null, b: UnitRef | null): boolean {
  return a?.layer === b?.layer && a?.unit === b?.unit;
}
