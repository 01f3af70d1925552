/** A number an optimiser or a schedule declares, so that menus, links and code export need to know nothing about it. */
import type { Localized } from '../../i18n/localized';

export interface Hyperparameter {
  readonly id: string;
  readonly name: Localized;
  /** LaTeX. */
  readonly symbol: string;
  /** Plain text for small labels. */
  readonly label: string;
  /** Smallest and largest value, both allowed. */
  readonly range: readonly [number, number];
  readonly default: number;
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
}

export type HyperparameterValues = Readonly<Record<string, number>>;

/** The defaults of a list of hyper-parameters, as the document stores them. */
export function defaultValues(parameters: readonly Hyperparameter[]): HyperparameterValues {
  return Object.fromEntries(parameters.map((parameter) => [parameter.id, parameter.default]));
}
