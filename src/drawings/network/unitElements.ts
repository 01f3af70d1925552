/** The buttons of units in the document: they carry which unit they are, so that one listener serves them all. */
import type { UnitRef } from '../../engine/model/network';

/** The attributes of a unit's button. */
export function unitAttributes({ layer, unit }: UnitRef) {
  return { 'data-layer': layer, 'data-unit': unit } as const;
}

/** The button that an event happened on; null beside the units. */
export function unitElement(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-unit]') : null;
}

export function unitOf({ dataset }: HTMLElement): UnitRef {
  return { layer: Number(dataset.layer), unit: Number(dataset.unit) };
}

/** The button of a unit inside an element. */
export function findUnit(within: ParentNode, { layer, unit }: UnitRef): HTMLElement | null {
  return within.querySelector<HTMLElement>(`[data-layer="${layer}"][data-unit="${unit}"]`);
}
