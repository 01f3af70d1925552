// @ts-check
/**
 * Counts the words of a language: of all short texts and sentences that are English, the share that it has. They are literals of the
 * source: the sentences in src/i18n, one file or several a language (`de.ts`, `deHints.ts`), and names beside their code,
 * `{ en: …, de: … }`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const silent = /\.(test|gallery)\.|\/gallery\//;
/** Languages have different forms of a number; all of them have `_other`. */
const numberForm = /_(zero|one|two|few|many)$/;

/** @typedef {{ readonly path: string, readonly text: string }} Source path from the root, with slashes */

/**
 * How many texts of each language the sources hold.
 * @param {readonly Source[]} sources
 * @param {readonly string[]} ids of languages
 * @returns {Map<string, number>}
 */
export function countTexts(sources, ids) {
  const counts = new Map(ids.map((id) => [id, 0]));
  const add = (/** @type {string} */ id) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { path, text } of sources) {
    const inWords = /^src\/i18n\//.test(path);
    const own = /^src\/i18n\/([a-z]+)(?:[A-Z]\w*)?\.ts$/.exec(path)?.[1] ?? '';
    if (inWords && !counts.has(own)) continue;
    const visit = (/** @type {ts.Node} */ node) => {
      if (ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))) {
        const name = node.name.text;
        if (!inWords && counts.has(name)) add(name);
        if (inWords && ts.isStringLiteralLike(node.initializer) && !numberForm.test(name)) add(own);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  }
  return counts;
}

/**
 * The share of the English texts that each language has, 0 … 1.
 * @param {readonly string[]} ids
 * @param {readonly Source[]} sources
 * @returns {Record<string, number>}
 */
export function wordShares(ids, sources = ids.length > 0 ? readSources() : []) {
  const counts = countTexts(sources, ['en', ...ids]);
  return Object.fromEntries(ids.map((id) => [id, (counts.get(id) ?? 0) / (counts.get('en') ?? 0)]));
}

/** @returns {Source[]} */
export function readSources() {
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return paths
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !silent.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
