// @ts-check
/**
 * npm run check:names, second part: names what the style sheets have and nothing takes, what is taken and no sheet has, and numbers that stand outside
 * of theme.css. A class is taken as `styles.name`, or as `styles[name]` by every string that the type of `name` holds; a property as
 * `var(--name)` or as a string of the source. Colours, sizes of type and distances are properties of theme.css; a hairline of 1 px, what
 * is measured in the size of the text (em), and lengths of the layout from 100 px on may stand where they are used.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { checker, pathOf, program, stringsOf } from './program.js';

/** Set by React Aria. */
const foreign = ['--trigger-width'];
const colour = /#[\da-f]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\(/i;
const typeSize = /^[\d.]+(rem|px)$/;
const distance = /(?<![\w.-])-?(?:[2-9]|\d\d)px/;

/**
 * @param {string} property
 * @param {string} value
 */
function isRaw(property, value) {
  if (colour.test(value)) return true;
  if (property === 'font-size') return typeSize.test(value.trim());
  return /^(gap|row-gap|column-gap|(padding|margin)(-[a-z-]+)?)$/.test(property) && distance.test(value);
}

/** @param {string} path */
function readSheet(path) {
  const text = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].map(([, selector]) => selector ?? '');
  const own = selectors.filter((selector) => !selector.trim().startsWith('@')).join(' ');
  const classes = own.replaceAll(/:global\((?:[^()]|\([^()]*\))*\)/g, '').matchAll(/\.([a-z_][\w-]*)/gi);
  return {
    classes: new Set([...classes].map(([, name]) => name ?? '')),
    composed: [...text.matchAll(/composes:([^;]*?)from global/g)].flatMap(([, names]) =>
      (names ?? '').trim().split(/\s+/),
    ),
    declared: [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? ''),
    raw: [...text.matchAll(/([\w-]+)\s*:\s*([^;{}]*)[;}]/g)]
      .filter(([, property, value]) => isRaw(property ?? '', value ?? ''))
      .map(([, property, value]) => `${property}: ${value}`),
    read: [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name ?? ''),
  };
}

/** @type {Map<string, ReturnType<typeof readSheet> & { taken: Set<string> }>} by path of the sheet */
const sheets = new Map();
/** Words of the sources, for classes of the whole page and custom properties. @type {Set<string>} */
const words = new Set();
/** Beginnings of names that sources complete, `--run-`. @type {Set<string>} */
const beginnings = new Set();
/** @type {string[]} */
const faults = [];

/** @param {string} path */
function sheetOf(path) {
  const known = sheets.get(path);
  if (known) return known;
  const sheet = { ...readSheet(path), taken: new Set() };
  sheets.set(path, sheet);
  return sheet;
}

/**
 * Style sheets by the name that a file gives them.
 * @param {ts.SourceFile} file
 */
function importedSheets(file) {
  /** @type {Map<string, { sheet: ReturnType<typeof sheetOf>, path: string }>} */
  const names = new Map();
  for (const node of file.statements) {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) continue;
    const path = join(dirname(file.fileName), node.moduleSpecifier.text);
    if (!path.endsWith('.css') || !existsSync(path)) continue;
    const sheet = sheetOf(path);
    const name = node.importClause?.name?.text;
    if (name) names.set(name, { sheet, path });
  }
  return names;
}

/**
 * @param {ts.Node} node
 * @returns {node is (ts.PropertyAccessExpression | ts.ElementAccessExpression) & { expression: ts.Identifier }}
 */
function isClassAccess(node) {
  return (
    (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
    ts.isIdentifier(node.expression)
  );
}

/** @param {ts.SourceFile} file */
function readSource(file) {
  const styles = importedSheets(file);
  /**
   * @param {ts.Node} node
   * @returns {void}
   */
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      /** @type {string[]} */
      const parts = node.text.split(/[^\w-]+/);
      const last = parts[parts.length - 1] ?? '';
      for (const part of parts) words.add(part);
      if (!ts.isStringLiteralLike(node) && last.startsWith('--')) beginnings.add(last);
    }
    const isDot = ts.isPropertyAccessExpression(node);
    if (isClassAccess(node)) {
      const known = styles.get(node.expression.text);
      const said = ts.isPropertyAccessExpression(node)
        ? [node.name.text]
        : stringsOf(checker.getTypeAtLocation(node.argumentExpression));
      if (known && !said) faults.push(`${pathOf(file.fileName)}: ${node.getText()} may be any class`);
      for (const name of said ?? []) {
        if (!known) break;
        known.sheet.taken.add(name);
        if (isDot && !known.sheet.classes.has(name))
          faults.push(`${pathOf(known.path)} has no .${name}, which ${pathOf(file.fileName)} takes`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

for (const file of program.getSourceFiles()) {
  if (/^src\//.test(pathOf(file.fileName)) && !file.isDeclarationFile) readSource(file);
}
const all = [...sheets.values()];
const read = new Set(all.flatMap((sheet) => sheet.read));
const composed = new Set(all.flatMap((sheet) => sheet.composed));
const declared = new Set(all.flatMap((sheet) => sheet.declared));
const isNamed = (/** @type {string} */ name) =>
  words.has(name) || [...beginnings].some((beginning) => name.startsWith(beginning));

for (const [path, sheet] of sheets) {
  const isModule = path.endsWith('.module.css');
  const isTaken = (/** @type {string} */ name) =>
    isModule ? sheet.taken.has(name) : words.has(name) || composed.has(name);
  const say = (/** @type {string} */ fault) => faults.push(`${pathOf(path)}: ${fault}`);
  for (const name of sheet.classes) if (!isTaken(name)) say(`nothing takes .${name}`);
  for (const name of new Set(sheet.declared))
    if (!read.has(name) && !isNamed(name)) say(`nothing reads ${name}`);
  for (const name of new Set(sheet.read)) {
    if (!declared.has(name) && !words.has(name) && !foreign.includes(name)) say(`nothing sets ${name}`);
  }
  if (isModule) for (const line of sheet.raw) say(`a property of theme.css instead of ${line}`);
}
for (const name of composed) {
  if (!all.some(({ classes }) => classes.has(name))) faults.push(`composed, but in no sheet: .${name}`);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
