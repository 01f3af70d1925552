/** The goldens themselves: every picture tells a whole drawing from one that is empty, cut off or in another place. */
import { expect, test } from 'vitest';
import { goldenPictures } from './goldenFiles';
import { markupDifference, markupOf } from './markup';
import { inkShare, type Picture, paperColour, pictureDifference } from './picture';

/** Nothing is drawn where a layer says the same of every point. */
const emptyOnPurpose = ['hiddenSpace/space-silent.png'];

const pictures = [...goldenPictures()].filter(([name]) => !emptyOnPurpose.includes(name));

/** The same picture with each pixel taken from another place, or paper where there is none. */
function moved(picture: Picture, from: (x: number, y: number) => readonly [number, number] | null): Picture {
  const { width, height } = picture;
  const paper = paperColour(picture);
  const data = picture.data.map((_, i) => {
    const [pixel, channel] = [Math.floor(i / 4), i % 4];
    if (channel === 3) return 255;
    const place = from(pixel % width, Math.floor(pixel / width));
    if (!place || place[0] < 0 || place[1] < 0) return paper[channel]!;
    return picture.data[4 * (place[1] * width + place[0]) + channel]!;
  });
  return { width, height, data };
}

/** Where the first and the last ink of a picture are, along x. */
function inkEdges(picture: Picture): readonly [number, number] {
  const { width, height } = picture;
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => inkShare(moved({ ...picture }, (x, y) => (x === column ? [x, y] : null))) > 0,
  );
  expect(height).toBeGreaterThan(0);
  return [columns[0]!, columns.at(-1)!];
}

test('there are pictures of every section with canvases', () => {
  const sections = new Set(pictures.map(([name]) => name.split('/')[0]));
  expect([...sections].sort()).toEqual([
    'boundary',
    'hiddenSpace',
    'lossPoints',
    'network',
    'runs',
    'scatter',
    'surfaces',
  ]);
});
