/**
 * The committed goldens of the gallery: `tests/goldens/<section>/<case>.html` is the markup of a case, `.png` its canvases. A golden that
 * agrees within the tolerances is never written again, so that a diff shows nothing but changes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { markupDifference } from './markup';
import { decodePicture, encodePicture, type Picture, pictureDifference } from './picture';

const folder = join(import.meta.dirname, '../../goldens');

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
  return differencesOf(drawn).map(({ name, difference }) => `${name} ${difference}`);
}

/** Writes the goldens that this case is unlike. */
export function writeGoldens(drawn: DrawnCase): void {
  for (const { name, now } of differencesOf(drawn)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, now);
  }
}

interface Difference {
  readonly name: string;
  readonly difference: string;
  /** What the file should hold. */
  readonly now: Uint8Array;
}

function differencesOf(drawn: DrawnCase): Difference[] {
  const [markupFile = '', pictureFile = ''] = filesOf(drawn);
  const { markup, picture } = drawn;
  const found: Difference[] = [];
  const compare = (name: string, now: Uint8Array, differenceFrom: (golden: Buffer) => string | null) => {
    const path = join(folder, name);
    const difference = existsSync(path) ? differenceFrom(readFileSync(path)) : 'has no golden';
    if (difference !== null) found.push({ name, difference, now });
  };
  compare(markupFile, Buffer.from(markup), (golden) => markupDifference(markup, golden.toString()));
  if (picture) {
    const differenceFrom = (golden: Buffer) => pictureDifference(picture, decodePicture(golden));
    compare(pictureFile, encodePicture(picture), differenceFrom);
  }
  return found;
}

/** Names of goldens that belong to none of these cases. */
export function orphanedGoldens(drawn: readonly DrawnCase[]): string[] {
  const wanted = new Set(drawn.flatMap(filesOf));
  return goldenNames().filter((name) => !wanted.has(name));
}

export function removeGolden(name: string): void {
  rmSync(join(folder, name));
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
