/** What a figure is made of. */
import type { ComponentType } from 'react';
import type { Experiment } from '../engine/experiment';
import type { Localized } from '../i18n/localized';

export interface FigureProps {
  /** Whether it is to move: it is in sight, and nobody has stopped it. */
  readonly moves: boolean;
}

export interface Figure {
  readonly title: Localized;
  /** Whether epoch and cost of the run say something of it. */
  readonly hasRun: boolean;
  readonly experiment: Experiment;
  readonly lesson: string;
  readonly card: string;
  readonly load: () => Promise<ComponentType<FigureProps>>;
}
