/** The plane with four classes, learned by softmax regression. */
import { FigurePlane } from './FigurePlane';
import type { FigureProps } from './figure';
import { useFilmLoop } from './useFilmLoop';

export function FourClasses({ moves }: FigureProps) {
  useFilmLoop(moves);
  return <FigurePlane />;
}
