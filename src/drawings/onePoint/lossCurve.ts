/** The curve of one term of a loss over what the output answers, as an SVG path, and where the point lies on it. */

import { curvesOf } from '../lossPoints/lossShape';
import { niceCeiling } from '../niceCeiling';
import type { LossTerm } from './chain';

export interface CurveFrame {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface CurveSpec extends Pick<LossTerm, 'kind' | 'target' | 'error'> {
  /** Ends of what the output answers. */
  readonly low: number;
  readonly high: number;
  readonly top: number;
  /** Outputs lie between 0 and 1; others are kept there before a logarithm is taken. */
  readonly isProbability: boolean;
}

/** −log a is drawn at least this high, so that the curve stands still as long as the loss is moderate. */
const leastTop = 4;
const samples = 64;

/** `spread`: how far targets lie from 0, which an error is measured by as long as it is smaller. */
export function curveSpec(
  { kind, target, value, error }: LossTerm,
  output: number,
  isProbability: boolean,
  spread: number,
): CurveSpec {
  if (!error) {
    const top = Math.max(leastTop, niceCeiling(value));
    const low = isProbability || !(output < 0) ? 0 : -niceCeiling(-output);
    const high = isProbability || !(output > 1) ? 1 : niceCeiling(output);
    return { kind, target, error, low, high, top, isProbability };
  }
  const { at } = error.curve;
  if (isProbability) return { kind, target, error, low: 0, high: 1, top: at(1), isProbability };
  const far = Math.max(niceCeiling(Math.abs(output - target)), niceCeiling(spread));
  return { kind, target, error, low: target - far, high: target + far, top: at(far), isProbability };
}

export function curvePath(spec: CurveSpec, frame: CurveFrame): string {
  const loss = lossAt(spec);
  const parts: string[] = [];
  for (let i = 0; i <= samples; i++) {
    // Denser at both ends, where logarithms are steep.
    const share = (1 - Math.cos((Math.PI * i) / samples)) / 2;
    const value = loss(spec.low + share * (spec.high - spec.low));
    if (value > 1.2 * spec.top) continue;
    parts.push(`${(share * frame.widthPx).toFixed(1)} ${heightOf(value, spec, frame).toFixed(1)}`);
  }
  return `M${parts.join('L')}`;
}

/** null for what is no number. */
export function pointOn(spec: CurveSpec, output: number, value: number, frame: CurveFrame) {
  if (!Number.isFinite(output) || !Number.isFinite(value)) return null;
  const share = Math.min(Math.max((output - spec.low) / (spec.high - spec.low), 0), 1);
  return { x: share * frame.widthPx, y: heightOf(Math.min(value, spec.top), spec, frame) };
}

function lossAt({ kind, target, error, isProbability }: CurveSpec): (output: number) => number {
  if (error) return (output) => error.curve.at(output - target);
  const shape = {
    kind: 'binary',
    error: null,
    task: 'classification',
    isSingle: true,
    isProbability,
    offCurve: false,
  } as const;
  const curve = curvesOf(shape).find((each) => each.target === (kind === 'logOutput' ? 1 : 0));
  return curve ? curve.at : () => Number.NaN;
}

function heightOf(value: number, { top }: CurveSpec, { heightPx }: CurveFrame): number {
  return heightPx * (1 - value / top);
}
