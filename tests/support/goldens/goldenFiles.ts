/**
 * The committed goldens of the gallery: `tests/goldens/<section>/<case>.html` is its markup, `.png` its canvases. With GOLDENS=write in
 * the environment a case that differs is written instead of reported; one that agrees within the tolerances keeps its file as it is.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { markupDifference } from './markup';
import { decodePicture, encodePicture, type Picture, pictureDifference } from './picture';

const folder = join(import.meta.dirname, '../../goldens');
const writes = process.env.GOLDENS === 'write';

export interface DrawnCase {
  readonly section: string;
  readonly id: string;
  readonly markup: string;
  readonly picture: Picture | null;
}

/** Relative to the folder of goldens, with slashes. */
function filesOf({ section, id, picture }: DrawnCase): string[] {
  return [`${section}/${id}.html`, ...(picture ? [`${section}/${id}.png`] : [])];
}

/** What is unlike the goldens of this case, a sentence each. */
export function caseDifferences(drawn: DrawnCase): string[] {
  const [markupFile = '', pictureFile] = filesOf(drawn);
  const differences = [
    compareFile(markupFile, Buffer.from(drawn.markup), (golden) =>
      markupDifference(drawn.markup, golden.toString()),
    ),
  ];
  const { picture } = drawn;
  if (picture && pictureFile) {
    const compare = (golden: Buffer) => pictureDifference(picture, decodePicture(golden));
    differences.push(compareFile(pictureFile, encodePicture(picture), compare));
  }
  return differences.filter((each) => each !== null);
}

function compareFile(name: string, now: Buffer, compare: (golden: Buffer) => string | null): string | null {
  const path = join(folder, name);
  const difference = existsSync(path) ? compare(readFileSync(path)) : 'has no golden';
  if (difference === null || !writes) return difference && `${name} ${difference}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, now);
  return null;
}

/** Goldens that no case has, a sentence each; gone when goldens are written. */
export function orphanedGoldens(drawn: readonly DrawnCase[]): string[] {
  const wanted = new Set(drawn.flatMap(filesOf));
  const orphans = goldenNames().filter((name) => !wanted.has(name));
  if (!writes) return orphans.map((name) => `${name} belongs to no case`);
  for (const name of orphans) rmSync(join(folder, name));
  return [];
}

function goldenNames(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.\w+$/.test(name));
}

/** All pictures, by name. */
export function goldenPictures(): ReadonlyMap<string, Picture> {
  const names = goldenNames().filter((name) => name.endsWith('.png'));
  return new Map(names.map((name) => [name, decodePicture(readFileSync(join(folder, name)))]));
}
