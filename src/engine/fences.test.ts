/** Fences that dependency-cruiser cannot see, because they are about names and not about imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..');

/** Source files below a folder of src, tests left out, with comments removed. */
function readSources(folder: string) {
  return readdirSync(join(src, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !/\.test\.tsx?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .map((path) => ({
      path: relative(src, path).replaceAll('\\', '/'),
      code: readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, ''),
    }));
}

test('the engine takes seeds and clocks as arguments', () => {
  const impure = /\bMath\s*\.\s*random\b|\bDate\s*\.\s*now\b|\bnew Date\s*\(\s*\)|\bperformance\s*\.\s*now\b/;
  const sources = readSources('engine');
  expect(sources.length).toBeGreaterThan(0);
  const impurePaths = sources.filter(({ code }) => impure.test(code)).map(({ path }) => path);
  // The glue of the worker hands the engine its clock, and the page's end of it hands the heartbeat one.
  expect(impurePaths.sort()).toEqual(['engine/worker/client.ts', 'engine/worker/worker.ts']);
});

test('only the worker client creates workers, and the reader of large documents one that ends with its answer', () => {
  const creators = readSources('.').filter(({ code }) => /\bnew (Shared)?Worker\s*\(/.test(code));
  expect(creators.map(({ path }) => path).sort()).toEqual([
    'engine/worker/client.ts',
    'persistence/reading.ts',
  ]);
});
