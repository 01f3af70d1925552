/**
 * The still layer: grid lines, points and tick numbers. It lies on its own canvas above the moving one and is painted again only
 * when a point, its look, the size or the theme changes.
 */
import type { Source } from '../source';
import type { Paint } from '../stage';
import type { BoundaryFrame } from './frame';
import { paintGridLines, paintTickNumbers } from './paintAxes';
import { paintDots } from './paintDots';
import { paintLegend } from './paintLegend';
import { paintCircles, paintMarks } from './paintMarks';
import { type Placement, placePoints } from './placePoints';
import { planeScale } from './planeScale';
import { HIDDEN, MOST_MARKS, type PointMarks, updatePointCodes } from './pointCodes';

export interface PointsPicture extends PointMarks, Placement {
  readonly frame: Source<BoundaryFrame>;
}

export function createPointsPaint(picture: PointsPicture): Paint {
  const codes = new Uint8Array(picture.points.y.length).fill(HIDDEN);
  return (surface) => {
    const changed = updatePointCodes(codes, picture, picture.frame.get().predictions);
    if (!changed && !surface.isFresh) return;
    const { context, widthPx, heightPx } = surface;
    const scale = planeScale(picture.plane, widthPx, heightPx);
    context.clearRect(0, 0, widthPx, heightPx);
    paintGridLines(surface, picture.plane, scale);
    const placed = placePoints(picture, codes, scale, surface.theme);
    if (codes.length > MOST_MARKS) paintDots(surface, placed, picture.task === 'classification');
    else if (picture.task === 'classification') paintMarks(surface, placed);
    else paintCircles(surface, placed);
    paintTickNumbers(surface, picture.plane, scale);
    if (picture.levels) paintLegend(surface, picture.levels);
  };
}
