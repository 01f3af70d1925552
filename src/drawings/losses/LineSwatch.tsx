/** A piece of a line as it is drawn in the loss chart, for legends and lists. */
import { dashes, lineColour } from './overlay';

const widthPx = 30;
const heightPx = 8;

export function LineSwatch({ line }: { line: number }) {
  return (
    <svg width={widthPx} height={heightPx} aria-hidden="true">
      <line
        x1={2}
        x2={widthPx - 2}
        y1={heightPx / 2}
        y2={heightPx / 2}
        stroke={lineColour(line)}
        strokeWidth={2}
        strokeLinecap="round"
        strokeDasharray={dashes[line]}
      />
    </svg>
  );
}
