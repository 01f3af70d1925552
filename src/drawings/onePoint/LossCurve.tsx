/** The curve of a term of the loss, small, with the point on it. */

import { classColour } from '../classMarks';
import { digits } from '../figure';
import { type CurveFrame, curvePath, curveSpec, pointOn } from './lossCurve';
import type { ShownTerm } from './lossTerms';
import styles from './OnePoint.module.css';

interface LossCurveProps {
  readonly shown: ShownTerm;
  readonly isProbability: boolean;
  /** How far targets lie from 0. */
  readonly spread: number;
  readonly name: string;
}

const frame: CurveFrame = { widthPx: 150, heightPx: 60 };
/** Room for the point at the ends of the curve, and below for the name of the axis. */
const marginPx = 6;
const axisPx = 18;

export function LossCurve({ shown, isProbability, spread, name }: LossCurveProps) {
  const { term, output, symbol, classIndex } = shown;
  const spec = curveSpec(term, output, isProbability, spread);
  const { kind, target } = spec;
  const at = pointOn(spec, output, term.value, frame);
  const [width, height] = [frame.widthPx + 2 * marginPx, frame.heightPx + marginPx + axisPx];
  const isAtRight = kind === 'logOutput';
  return (
    <svg
      className={styles.curve}
      viewBox={`${-marginPx} ${-marginPx} ${width} ${height}`}
      role="img"
      aria-label={name}
      data-curve={kind}
    >
      <path className={styles.axes} d={`M0 0V${frame.heightPx}H${frame.widthPx}`} />
      <path className={styles.line} d={curvePath(spec, frame)} />
      {at && <circle cx={at.x} cy={at.y} r={4.5} fill={colourOf(classIndex)} />}
      <text
        x={kind === 'error' ? frame.widthPx / 2 : isAtRight ? frame.widthPx : 0}
        y={frame.heightPx + 2}
        dy="1em"
        textAnchor={kind === 'error' ? 'middle' : isAtRight ? 'end' : 'start'}
      >
        {`${symbol} → ${goalText(kind, target)}`}
      </text>
    </svg>
  );
}

/** Where the loss is 0. */
function goalText(kind: ShownTerm['term']['kind'], target: number): string {
  if (kind !== 'error') return kind === 'logOutput' ? '1' : '0';
  return digits(target, Number.isInteger(target) ? 0 : 2);
}

function colourOf(classIndex: number | null): string {
  return classIndex === null ? 'var(--accent)' : classColour(classIndex);
}
