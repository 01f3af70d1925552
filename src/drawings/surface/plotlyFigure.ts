/** A figure as Plotly wants to be told: its traces, its layout, its settings. Pure. */
import type { Config, Data, Layout } from 'plotly.js/lib/core';
import { cssColour, mix } from '../colours';
import type { Theme } from '../theme';
import type { AxisLook, Figure3d, Marks } from './figure3d';

export const config: Partial<Config> = {
  displayModeBar: false,
  displaylogo: false,
  showSendToCloud: false,
  doubleClick: false,
  responsive: false,
};

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export interface Eye {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** How much farther than in a wide, high frame the eye must be, so that the box and its numbers fit. */
export function farther({ width, height }: PixelSize): number {
  // In a low one the numbers along the edges take a larger part.
  return Math.max(1.08, (1.7 * height) / width, 1.08 + (220 - height) / 350);
}

/** From above and to the side. */
export function firstEye(size: PixelSize): Eye {
  const far = farther(size);
  return { x: -0.92 * far, y: -1.18 * far, z: 0.74 * far };
}

/** A frame lower than this shows short names alone. */
const roomyPx = 200;
const shortTitle = 3;

const plainLight = { ambient: 0.82, diffuse: 0.35, specular: 0.04, roughness: 0.9, fresnel: 0.05 };
const noLines = { show: false, highlight: false };

export function tracesOf(figure: Figure3d, marks: readonly Marks[], theme: Theme): Data[] {
  const { grid, colours, colourRange, lines, opacity } = figure;
  const last = colours.length - 1;
  return [
    {
      type: 'surface',
      x: [...grid.x],
      y: [...grid.y],
      z: grid.z.map((row) => [...row]) as number[][],
      cmin: colourRange[0],
      cmax: colourRange[1],
      colorscale: colours.map((colour, i) => [i / last, cssColour(colour)] as [number, string]),
      showscale: false,
      opacity,
      connectgaps: false,
      lighting: plainLight,
      contours: {
        x: noLines,
        y: noLines,
        z: lines
          ? {
              show: true,
              highlight: false,
              start: lines.from,
              end: lines.to,
              size: lines.step,
              width: 1,
              color: cssColour(mix(theme.plane, theme.ink, 0.45)),
            }
          : noLines,
      },
    },
    ...parked(marks, figure).map(markTrace),
  ];
}

function markTrace({ x, y, z, symbol, colour, sizePx, linePx, edge }: Marks): Data {
  return {
    type: 'scatter3d',
    mode: linePx > 0 ? 'lines' : 'markers',
    x: [...x],
    y: [...y],
    z: [...z],
    line: { color: cssColour(colour), width: linePx },
    marker: {
      symbol: symbol,
      size: sizePx,
      color: cssColour(colour),
      opacity: 1,
      line: edge ? { color: cssColour(edge), width: 1 } : { width: 0 },
    },
  };
}

/** Plotly forgets marks that are nowhere: those wait beyond the box, where they are clipped away. */
export function parked(marks: readonly Marks[], { axes }: Figure3d): readonly Marks[] {
  const beyond = ({ range: [low, high] }: AxisLook) => low - 0.1 * (high - low);
  return marks.map((mark) =>
    mark.x.length > 0 ? mark : { ...mark, x: [beyond(axes.x)], y: [beyond(axes.y)], z: [beyond(axes.z)] },
  );
}

/** Only where the marks lie: everything else about them stays. */
export function placesOf(marks: readonly Marks[]): { x: number[][]; y: number[][]; z: number[][] } {
  return {
    x: marks.map(({ x }) => [...x]),
    y: marks.map(({ y }) => [...y]),
    z: marks.map(({ z }) => [...z]),
  };
}

export function layoutOf({ axes }: Figure3d, theme: Theme, size: PixelSize, eye: Eye): Partial<Layout> {
  const ground = 'rgba(0,0,0,0)';
  return {
    ...size,
    autosize: false,
    showlegend: false,
    paper_bgcolor: ground,
    font: { family: theme.font, size: theme.textPx, color: cssColour(theme.soft) },
    margin: { l: 0, r: 0, t: 0, b: 0 },
    scene: {
      bgcolor: ground,
      hovermode: false,
      dragmode: 'orbit',
      aspectmode: 'manual',
      aspectratio: { x: 1, y: 1, z: 0.62 },
      camera: { eye: { ...eye }, center: { x: 0, y: 0, z: -0.1 }, up: { x: 0, y: 0, z: 1 } },
      xaxis: axis(axes.x, theme, size),
      yaxis: axis(axes.y, theme, size),
      zaxis: axis(axes.z, theme, size),
    },
  };
}

/** Where there is no room for a long name along an edge, none is better than half of one. */
export function titleIn({ height }: PixelSize, { title }: AxisLook): string {
  return height < roomyPx && title.length > shortTitle ? '' : title;
}

function axis(look: AxisLook, theme: Theme, size: PixelSize) {
  const { range, ticks } = look;
  return {
    title: { text: titleIn(size, look), font: { size: theme.textPx, color: cssColour(theme.soft) } },
    range: [...range] as [number, number],
    nticks: 5,
    ...(ticks ? { tickmode: 'array' as const, tickvals: [...ticks.at], ticktext: [...ticks.text] } : {}),
    tickfont: { size: theme.textPx, color: cssColour(theme.soft) },
    gridcolor: cssColour(theme.line),
    zerolinecolor: cssColour(theme.line),
    linecolor: cssColour(theme.line),
    showbackground: false,
    showspikes: false,
  };
}
