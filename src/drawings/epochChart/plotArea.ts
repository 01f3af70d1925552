/** The part of a chart that curves are drawn in, and the scales of the chart. */
import { useMemo } from 'react';
import { textWidth } from '../textWidth';
import type { Size } from '../useSize';
import { useTheme } from '../useTheme';

/** In the coordinates of the SVG. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of what is written. */
  readonly textPx: number;
}

export interface ChartScales {
  readonly x: (epoch: number) => number;
  /** Never outside the plot area; NaN for a value that is not finite. */
  readonly y: (value: number) => number;
  /** Epoch at a place on the screen. */
  readonly epochAt: (xPx: number) => number;
  /** Values with a line, and a number where there is room. */
  readonly ticks: readonly number[];
  /** Whole epochs to be named under the axis. */
  readonly epochTicks: readonly number[];
}

/** Room for the numbers on the left and for what stands above and below, in heights of the text; beside the longest label, in pixels. */
export interface Margins {
  readonly leftEm: number;
  readonly topEm: number;
  readonly bottomEm: number;
  readonly rightPx: number;
}

/** `labels` stand at the right ends of the curves. Keep `margins` the same while they are. */
export function usePlotArea(
  { widthPx, heightPx }: Size,
  labels: readonly string[],
  margins: Margins,
): PlotArea {
  const { textPx } = useTheme();
  const labelPx = Math.max(0, ...labels.map((label) => textWidth(label, textPx)));
  return useMemo(() => {
    const left = margins.leftEm * textPx;
    return {
      left,
      right: Math.max(left + 10, widthPx - labelPx - margins.rightPx),
      top: margins.topEm * textPx,
      bottom: Math.max(24, heightPx - margins.bottomEm * textPx),
      textPx,
    };
  }, [widthPx, heightPx, labelPx, textPx, margins]);
}
