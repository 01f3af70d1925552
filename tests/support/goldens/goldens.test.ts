/** The goldens themselves: each picture tells the whole drawing from one that is empty, cut off or in another place. */
import { describe, expect, it } from 'vitest';
import { goldenPictures } from './goldenFiles';
import { markupDifference, markupOf } from './markup';
import { isInk, type Picture, paperColour, pictureDifference } from './picture';

/** Nothing is drawn where a layer says the same of every point, and one colour where a cost is the same everywhere. */
const flatOnPurpose = ['hiddenSpace/space-silent.png', 'surfaces/cost-flat.png'];

const pictures = [...goldenPictures()].filter(([name]) => !flatOnPurpose.includes(name));

type Place = readonly [x: number, y: number];

/** The same picture with each pixel taken from elsewhere, or paper where `from` names no place of it. */
function redrawn(picture: Picture, from: (x: number, y: number) => Place | null): Picture {
  const { width, height } = picture;
  const paper = paperColour(picture);
  const data = picture.data.map((value, i) => {
    const [pixel, channel] = [Math.floor(i / 4), i % 4];
    const [x, y] = from(pixel % width, Math.floor(pixel / width)) ?? [-1, -1];
    if (channel === 3) return value;
    return x < 0 || y < 0 ? paper[channel]! : picture.data[4 * (y * width + x) + channel]!;
  });
  return { width, height, data };
}

/** Where the ink begins and ends, across and down. */
function inkBox(picture: Picture) {
  const paper = paperColour(picture);
  const { width, height } = picture;
  const ink = Array.from({ length: width * height }, (_, pixel) => pixel).filter((pixel) =>
    isInk(picture, pixel, paper),
  );
  const [xs, ys] = [ink.map((pixel) => pixel % width), ink.map((pixel) => Math.floor(pixel / width))];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

describe('a picture is unlike its golden', () => {
  const shiftPx = 6;
  const defects: Record<string, (picture: Picture) => Picture> = {
    'when it is empty': (picture) => redrawn(picture, () => null),
    'when its right part is missing': (picture) => {
      const { left, right } = inkBox(picture);
      return redrawn(picture, (x, y) => (x > left + 0.6 * (right - left) ? null : [x, y]));
    },
    'when its lower part is missing': (picture) => {
      const { top, bottom } = inkBox(picture);
      return redrawn(picture, (x, y) => (y > top + 0.6 * (bottom - top) ? null : [x, y]));
    },
    'when it is moved to the right': (picture) => redrawn(picture, (x, y) => [x - shiftPx, y]),
    'when it is moved down': (picture) => redrawn(picture, (x, y) => [x, y - shiftPx]),
  };
  it.each(Object.entries(defects))(
    '%s',
    (_, spoil) => {
      expect(pictures.length).toBeGreaterThan(100);
      const missed = pictures.filter(([, golden]) => pictureDifference(spoil(golden), golden) === null);
      expect(missed.map(([name]) => name)).toEqual([]);
    },
    60_000,
  );
});

it('is like its golden when every colour is a little off', () => {
  for (const [name, golden] of pictures) {
    const noisy = golden.data.map((value, i) =>
      i % 4 === 3 ? value : Math.max(0, Math.min(255, value + ((i * 31) % 7) - 3)),
    );
    expect(pictureDifference({ ...golden, data: noisy }, golden), name).toBeNull();
  }
}, 60_000);

describe('markup', () => {
  const line = (x1: string, attributes = {}) =>
    markupOf([['svg', { class: '_chart_1ab2c_9', id: '_r_5f_', ...attributes }, [['line', { x1 }, []]]]]);

  it('has names without what a build adds, and places to a decimal', () => {
    expect(line('42.0421')).toBe('<svg class="chart" id="id1">\n <line x1="42">\n');
    expect(line('0.4567')).toContain('<line x1="0.46">');
  });

  it('may be a pixel off, and nothing else', () => {
    expect(markupDifference(line('42.6'), line('42'))).toBeNull();
    expect(markupDifference(line('45'), line('42'))).toContain('line 2');
    expect(
      markupDifference(line('42', { 'aria-label': 'epoch 2' }), line('42', { 'aria-label': 'epoch 1' })),
    ).toContain('line 1');
    expect(markupDifference(`${line('42')}<p>\n`, line('42'))).not.toBeNull();
    expect(markupDifference(line('42'), `${line('42')}<p>\n`)).not.toBeNull();
  });
});
