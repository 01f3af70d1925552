// @ts-check
/**
 * npm run check:names, first part: names the keys of the English words that no source says, and fails if there are any. A key is said where it stands as a string;
 * a template such as `page.tabs.${id}` says the keys that its type holds, no more. A template whose type is any string fails too:
 * nobody can tell what it says. Words, tests and the gallery say nothing.
 */
import ts from 'typescript';
import { checker, pathOf, program, stringsOf } from './program.js';

/** Rooms that show words; the engine and persistence carry codes. */
const speaking = /^src\/(app|drawings|figures|lessons|panels|store)\//;
const silent = /\.(test|gallery)\.|\/gallery\//;

/**
 * Paths of all sentences, e.g. `app.undo`; the forms of a plural count as one.
 */
function englishKeys() {
  const file = program.getSourceFiles().find(({ fileName }) => pathOf(fileName) === 'src/i18n/en.ts');
  const alias = file?.statements.find(
    (node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'English',
  );
  if (!alias) throw new Error('src/i18n/en.ts has no type English');
  /** @type {Set<string>} */
  const keys = new Set();
  /** @param {ts.Type} type @param {string} path */
  const collect = (type, path) => {
    for (const property of type.getProperties()) {
      const of = checker.getTypeOfSymbolAtLocation(property, alias);
      const key = path + property.name;
      if (of.isStringLiteral()) keys.add(key.replace(/_(one|other)$/, ''));
      else collect(of, `${key}.`);
    }
  };
  collect(checker.getTypeAtLocation(alias), '');
  return keys;
}

const keys = englishKeys();
const groups = new Set([...keys].map((key) => key.slice(0, key.indexOf('.') + 1)));
const unsaid = new Set(keys);
/** @type {string[]} */
const vague = [];

/** @param {ts.Node} node */
function listen(node) {
  if (ts.isStringLiteralLike(node)) unsaid.delete(node.text);
  else if (ts.isTemplateExpression(node) && groups.has(`${node.head.text.split('.', 1)[0]}.`)) {
    const said = stringsOf(checker.getTypeAtLocation(node));
    if (!said) vague.push(`${pathOf(node.getSourceFile().fileName)}: ${node.getText()}`);
    for (const key of said ?? []) unsaid.delete(key);
  }
  ts.forEachChild(node, listen);
}

for (const file of program.getSourceFiles()) {
  const path = pathOf(file.fileName);
  if (speaking.test(path) && !silent.test(path)) listen(file);
}
for (const key of unsaid) console.error(`Unused: ${key}`);
for (const template of vague) console.error(`Not known which keys this says: ${template}`);
if (unsaid.size + vague.length > 0) process.exitCode = 1;
