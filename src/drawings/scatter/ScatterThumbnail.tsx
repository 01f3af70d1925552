/** A dataset as a picture of some 50 px, for a tile: dots in the colours of the classes or the targets. Decorative: the tile names it. */
import { useMemo } from 'react';
import type { PlaneRange, Points, Task } from '../../engine/data/dataset';
import { levelsOf } from '../boundary/levels';
import { planeScale } from '../boundary/planeScale';
import type { Paint } from '../canvasRenderer';
import { createPalette, cssOfPacked, mix, packColour } from '../colours';
import { colourField } from '../field';
import type { Theme } from '../theme';
import { useCanvas } from '../useCanvas';
import styles from './ScatterThumbnail.module.css';
import { sampleEvenly } from './sampleEvenly';

export interface ScatterThumbnailProps {
  readonly points: Points;
  readonly task: Task;
  readonly inputs: 1 | 2;
  readonly plane: PlaneRange;
  readonly sizePx: number;
}

const MOST_DOTS = 140;

export function ScatterThumbnail({ points, task, inputs, plane, sizePx }: ScatterThumbnailProps) {
  const paint = useMemo(
    () => createScatterPaint({ points, task, inputs, plane, sizePx }),
    [points, task, inputs, plane, sizePx],
  );
  const canvas = useCanvas(paint);
  return <canvas ref={canvas} className={styles.thumbnail} style={{ width: sizePx, height: sizePx }} />;
}

function createScatterPaint({ points, task, inputs, plane }: ScatterThumbnailProps): Paint {
  return ({ context, widthPx, heightPx, theme }) => {
    context.clearRect(0, 0, widthPx, heightPx);
    const scale = planeScale(plane, widthPx, heightPx);
    const colours = dotColours(points, task, inputs, theme);
    const heights = inputs === 1 ? points.y : points.x2;
    const radius = Math.max(1.1, widthPx * 0.03);
    for (const i of sampleEvenly(points.y.length, MOST_DOTS)) {
      context.fillStyle = cssOfPacked(colours[i]!);
      context.beginPath();
      context.arc(scale.toX(points.x1[i]!), scale.toY(heights[i]!), radius, 0, 2 * Math.PI);
      context.fill();
    }
  };
}

/** Packed. [point] */
function dotColours({ y }: Points, task: Task, inputs: 1 | 2, theme: Theme): Uint32Array {
  const colours = new Uint32Array(y.length);
  if (task === 'classification') {
    const classes = theme.classes.map(packColour);
    for (let i = 0; i < y.length; i++) colours[i] = classes[y[i]! % classes.length]!;
  } else if (inputs === 1) colours.fill(packColour(theme.accent));
  else {
    // Not the palette of the plane, whose zero is paper and would not show as a dot.
    const middle = mix(theme.plane, theme.soft, 0.45);
    colourField(y, levelsOf(y), createPalette([theme.negative, middle, theme.positive]), colours);
  }
  return colours;
}
