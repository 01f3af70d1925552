/** What an initialiser is: how the kernel of a layer is drawn. Biases start at 0. */
import type { Localized } from '../../../i18n/localized';
import type { Random } from '../../random';

export interface Initializer {
  readonly id: string;
  readonly name: Localized;
  readonly formula: string;
  /** The name in `Dense(units, kernel_initializer=…)`. */
  readonly keras: string;
  /** One kernel entry of a layer with `fanIn` inputs and `fanOut` units. */
  draw(fanIn: number, fanOut: number, random: Random): number;
}
