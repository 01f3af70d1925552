/** What the axes of a hidden space are called: a unit by its activation, a₃, a principal axis by its number. */
import type { TFunction } from 'i18next';
import { subscript } from '../../../../drawings/figure';
import type { SpaceView } from '../../../../drawings/hiddenSpace/spacePicture';

export function axisNames(view: SpaceView, t: TFunction): readonly [string, string] {
  if (view.kind === 'units') return [unitName(view.across), unitName(view.up)];
  return [t('hiddenSpace.axis', { n: 1 }), t('hiddenSpace.axis', { n: 2 })];
}

/** The activation of a unit, counted from 0: a₁ is that of the first. */
export function unitName(unit: number): string {
  return `a${subscript(unit)}`;
}
