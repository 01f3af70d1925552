/**
 * The markup of a case as text, one element a line, without what differs from build to build and from machine to machine: ids that React
 * gives, hashes of CSS modules, places after the first decimal. Icons and formulas are named by what they say.
 */
import { createHash } from 'node:crypto';
import type { Tree } from './inPage';

type Element = Exclude<Tree, string>;

/** Numbers in these are places and sizes. */
const geometry = new Set(
  'cx cy d dx dy height points r rx ry style transform viewBox width x x1 x2 y y1 y2'.split(' '),
);
/** Given by React or by its libraries, counted through the page. */
const givenId = /(?:react-aria[\w-]*?)?_r_\w+_|react-aria[\w-]+/g;
/** Elements whose children share their line. */
const oneLine = new Set('a button dd dt h3 h4 i label option p strong sub sup td text th title'.split(' '));
/** What libraries and HTML add to every button. */
const said = /^(?:data-rac|data-react-aria-pressable|xmlns)$|^type=button$/;
/** A table of more rows or cells shows only so many from either end. */
const shownCells = 8;
const numbers = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/g;

export function markupOf(trees: readonly Tree[]): string {
  const ids = new Map<string, string>();
  const idOf = (given: string) => {
    if (!ids.has(given)) ids.set(given, `id${ids.size + 1}`);
    return ids.get(given)!;
  };
  const lines = trees.flatMap((tree) => linesOf(named(tree, idOf), 0));
  return `${lines.join('\n')}\n`;
}

/** The same tree with the names that stay. */
function named(tree: Tree, idOf: (given: string) => string): Tree {
  if (typeof tree === 'string') return tree;
  const [name, attributes, children] = tree;
  if (/\blucide\b/.test(attributes.class ?? '')) return ['icon', { class: iconOf(attributes.class!) }, []];
  if (attributes.class === 'katex') return formulaOf(tree);
  const kept: Record<string, string> = {};
  for (const [attribute, value] of Object.entries(attributes)) {
    if (said.test(attribute) || said.test(`${attribute}=${value}`)) continue;
    const text = attribute === 'class' ? classesOf(value) : value.replace(givenId, idOf);
    kept[attribute] = geometry.has(attribute) ? rounded(text) : text;
  }
  if (kept.class === '') delete kept.class;
  return [name, kept, children.map((child) => named(child, idOf))];
}

const iconOf = (classes: string) => /lucide-([\w-]+)/.exec(classes)?.[1] ?? classes;

/** `_name_hash_line` of a CSS module becomes `name`. */
const classesOf = (classes: string) =>
  classes
    .split(/\s+/)
    .map((each) => each.replace(/^_(.+)_[\w-]+_\d+$/, '$1'))
    .join(' ')
    .trim();

/** One decimal, two of what is less than 10, and never −0. */
const rounded = (text: string) =>
  text.replace(numbers, (number) => {
    const scale = Math.abs(Number(number)) < 10 ? 100 : 10;
    return String(Math.round(scale * Number(number)) / scale + 0);
  });

/** The LaTeX of a formula, and what the page marks in it; how it is set is KaTeX's. */
function formulaOf(tree: Tree): Tree {
  const marks: Tree[] = [];
  let latex = '';
  const look = (node: Tree) => {
    if (typeof node === 'string') return;
    const [name, attributes, children] = node;
    if (name === 'annotation') latex = children.filter((child) => typeof child === 'string').join('');
    const data = Object.entries(attributes).filter(([attribute]) => attribute.startsWith('data-'));
    if (data.length > 0) marks.push(['mark', Object.fromEntries(data), []]);
    children.forEach(look);
  };
  look(tree);
  return ['formula', { latex }, marks];
}

function linesOf(tree: Tree, depth: number): string[] {
  const indent = ' '.repeat(depth);
  if (typeof tree === 'string') return tree === '' ? [] : [indent + tree];
  const [name, , children] = tree;
  if (oneLine.has(name) || children.every((child) => typeof child === 'string'))
    return [indent + inLine(tree)];
  if (name === 'tr') return [indent + [startOf(tree), ...ends(children.map(inLine))].join(' ')];
  const lines = children.map((child) => linesOf(child, depth + 1));
  const shown = name === 'tbody' ? ends(lines.map((each) => each.join('\n'))) : lines.flat();
  return [indent + startOf(tree), ...shown];
}

/** The first and the last of many, and a digest of those between. */
function ends(lines: readonly string[]): readonly string[] {
  if (lines.length <= 2 * shownCells) return lines;
  const between = lines.slice(shownCells, -shownCells);
  const digest = createHash('sha256').update(between.join('\n')).digest('hex').slice(0, 12);
  return [
    ...lines.slice(0, shownCells),
    `<!-- ${between.length} more: ${digest} -->`,
    ...lines.slice(-shownCells),
  ];
}

function inLine(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  const [name, , children] = tree;
  return children.length === 0 ? startOf(tree) : `${startOf(tree)}${children.map(inLine).join('')}</${name}>`;
}

function startOf([name, { class: className, ...others }]: Element): string {
  const sorted = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = className === undefined ? sorted : [['class', className], ...sorted];
  return `<${[name, ...all.map(([attribute, value]) => `${attribute}="${value}"`)].join(' ')}>`;
}

const places = new RegExp(` (?:${[...geometry].join('|')})="[^"]*"`, 'g');

/** Both are the same but for places that differ by a pixel, or by a tenth where they are small. */
function sameLine(now: string, golden: string): boolean {
  const [ours, theirs] = [now, golden].map((line) => {
    const found: number[] = [];
    const rest = line.replace(places, (attribute) =>
      attribute.replace(/(?<=").*/, (value) =>
        value.replace(numbers, (number) => {
          found.push(Number(number));
          return '#';
        }),
      ),
    );
    return { rest, found };
  });
  return (
    ours!.rest === theirs!.rest &&
    ours!.found.every((value, i) => {
      const wanted = theirs!.found[i]!;
      return Math.abs(value - wanted) <= Math.min(1, 0.05 + 0.1 * Math.abs(wanted));
    })
  );
}

/** The first lines that differ, as in a diff; null when both are the same. */
export function markupDifference(now: string, golden: string): string | null {
  const [ours, theirs] = [now.split('\n'), golden.split('\n')];
  const first = ours.findIndex((line, i) => !sameLine(line, theirs[i] ?? ''));
  if (first < 0)
    return ours.length === theirs.length ? null : `has ${ours.length} lines instead of ${theirs.length}`;
  return `differs in line ${first + 1}\n  - ${theirs[first]?.trim()}\n  + ${ours[first]?.trim()}`;
}
