/**
 * An activation and its derivative over z, with the flat stretches shaded, a histogram of z below, and one z that is read off. A
 * pointer drags that z, arrow keys move it; for assistive technology the picture is a slider whose text is the reading.
 */
import { useId, useMemo } from 'react';
import type { FlatStretch } from '../../engine/model/activations/flatness';
import type { Histogram } from '../../engine/training/snapshot';
import { figure } from '../figure';
import { useInteraction } from '../interaction/useInteraction';
import { useSize } from '../useSize';
import { useTheme } from '../useTheme';
import styles from './ActivationPlot.module.css';
import { type ActivationScale, activationScale, type Curve, curvePath, zRange } from './activationScale';

export interface ActivationPlotProps {
  readonly at: Curve;
  readonly derivative: Curve;
  readonly flat: readonly FlatStretch[];
  /** Of z in the network; null where there is none. */
  readonly histogram: Histogram | null;
  /** What is read off. */
  readonly z: number;
  readonly onZ: (z: number) => void;
  /** Accessible name. */
  readonly label: string;
}

/** Height of the fullest bar of the histogram, as a share of the picture. */
const histogramShare = 0.34;
/** Least height of a bar with counts, so that it is seen. */
const leastBarPx = 1.5;

/** Arrow keys; with Shift, Page Up and Page Down ten times as much. */
const keyStep = 0.1;

export function ActivationPlot(props: ActivationPlotProps) {
  const { at, derivative, z, onZ, label } = props;
  const [sizeRef, size] = useSize();
  const { textPx } = useTheme();
  const scale = useMemo(() => activationScale(at, size, textPx), [at, size, textPx]);
  const { handlers } = useInteraction<number>({
    targetAt: ({ xPx }) => roundTo(scale.zAt(xPx)),
    // What is read off stays where it was put, whatever the pointer passes over.
    pointed: () => null,
    onDrag: onZ,
    step: (_from, steps) => {
      onZ(roundTo(Math.min(Math.max(z + steps * keyStep, zRange[0]), zRange[1])));
      return null;
    },
  });
  return (
    <div
      ref={sizeRef}
      className={styles.plot}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={zRange[0]}
      aria-valuemax={zRange[1]}
      aria-valuenow={z}
      aria-valuetext={`z = ${figure(z)}, g(z) = ${figure(at(z))}, g′(z) = ${figure(derivative(z))}`}
      {...handlers}
    >
      {size.widthPx > 0 && <Picture {...props} scale={scale} />}
    </div>
  );
}

function Picture({
  at,
  derivative,
  flat,
  histogram,
  z,
  scale,
}: ActivationPlotProps & { scale: ActivationScale }) {
  const { x, y, plot, ticks } = scale;
  const clip = useId();
  const still = useMemo(
    () => ({ value: curvePath(at, scale), slope: curvePath(derivative, scale) }),
    [at, derivative, scale],
  );
  return (
    <svg className={styles.picture} aria-hidden="true">
      {flat.map(([from, to]) => (
        <rect
          key={from}
          className={styles.flat}
          x={x(Math.max(from, zRange[0]))}
          width={Math.max(0, x(Math.min(to, zRange[1])) - x(Math.max(from, zRange[0])))}
          y={plot.top}
          height={plot.bottom - plot.top}
        />
      ))}
      {histogram && <path className={styles.histogram} d={histogramPath(histogram, scale)} />}
      <Axes {...{ x, y, plot, ticks }} />
      <clipPath id={clip}>
        <rect
          x={plot.left}
          y={plot.top}
          width={Math.max(0, plot.right - plot.left)}
          height={Math.max(0, plot.bottom - plot.top)}
        />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <path className={styles.slope} d={still.slope} />
        <path className={styles.value} d={still.value} />
      </g>
      <line className={styles.hairline} x1={x(z)} x2={x(z)} y1={plot.top} y2={plot.bottom} />
      <circle className={styles.slopeDot} cx={x(z)} cy={clamped(y(derivative(z)), plot)} r={3} />
      <circle className={styles.valueDot} cx={x(z)} cy={clamped(y(at(z)), plot)} r={4.5} />
    </svg>
  );
}

function Axes({ x, y, plot, ticks }: Pick<ActivationScale, 'x' | 'y' | 'plot' | 'ticks'>) {
  return (
    <g className={styles.axes}>
      <line x1={plot.left} x2={plot.right} y1={y(0)} y2={y(0)} />
      <line x1={x(0)} x2={x(0)} y1={plot.top} y2={plot.bottom} />
      {[...ticks, 0].map((tick) => (
        <text key={tick} x={plot.left - 5} y={y(tick)} dy="0.34em" textAnchor="end">
          {figure(tick)}
        </text>
      ))}
      {[-4, 0, 4].map((tick) => (
        <text key={tick} x={x(tick)} y={plot.bottom} dy="1em" textAnchor="middle">
          {figure(tick)}
        </text>
      ))}
      <text x={plot.right} y={plot.bottom} dy="1em" textAnchor="end" className={styles.axisName}>
        z
      </text>
    </g>
  );
}

/** A dot whose curve has left the picture waits at the edge. */
function clamped(yPx: number, { top, bottom }: ActivationScale['plot']): number {
  return Math.min(Math.max(yPx, top), bottom);
}

function roundTo(z: number): number {
  return Math.round(z * 100) / 100;
}

/** A histogram of z as an SVG path: bars from the bottom of the picture. Bars beyond its ends are left out; empty without counts. */
function histogramPath({ low, high, counts }: Histogram, { x, plot }: ActivationScale): string {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const width = (high - low) / counts.length;
  let path = '';
  counts.forEach((count, bin) => {
    const left = Math.max(x(low + bin * width), plot.left);
    const right = Math.min(x(low + (bin + 1) * width), plot.right);
    if (count === 0 || right <= left) return;
    const height = Math.max(leastBarPx, (histogramShare * (plot.bottom - plot.top) * count) / most);
    path += `M${left.toFixed(1)} ${plot.bottom}v${(-height).toFixed(1)}H${right.toFixed(1)}V${plot.bottom}z`;
  });
  return path;
}
