/** The mark of a class as SVG, in the colour of its class: for chips, tables and legends. Decorative: the text beside it names it. */
import { classColour, hasInside, type MarkPath, traceMark } from './classMarks';

export interface ClassMarkProps {
  readonly classIndex: number;
  /** Side of the square it is drawn in. */
  readonly sizePx?: number;
  readonly filled?: boolean;
}

export function ClassMark({ classIndex, sizePx = 14, filled = false }: ClassMarkProps) {
  const colour = classColour(classIndex);
  return (
    <svg width={sizePx} height={sizePx} viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      <path
        d={markPath(classIndex, 5.2)}
        fill={filled && hasInside(classIndex) ? colour : 'none'}
        stroke={colour}
        strokeWidth={2}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

function markPath(classIndex: number, radius: number): string {
  const parts: string[] = [];
  const path: MarkPath = {
    moveTo: (x, y) => parts.push(`M${x} ${y}`),
    lineTo: (x, y) => parts.push(`L${x} ${y}`),
    arc: (x, y, r) => parts.push(`A${r} ${r} 0 1 1 ${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}`),
    closePath: () => parts.push('Z'),
  };
  traceMark(path, classIndex, 0, 0, radius);
  return parts.join('');
}
