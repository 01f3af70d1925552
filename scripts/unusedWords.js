// @ts-check
/**
 * Names the keys of the English words that no source says, and fails if there are any. A key is said where it stands as a string;
 * a template such as `page.tabs.${id}` says the keys that its type holds, no more. A template whose type is any string fails too:
 * nobody can tell what it says. Words, tests and the gallery say nothing.
 */
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

/** Rooms that show words; the engine and persistence carry codes. */
const speaking = /^src\/(app|drawings|figures|lessons|panels|store)\//;
const silent = /\.(test|gallery)\.|\/gallery\//;

/** @param {string} fileName */
const pathOf = (fileName) => relative(root, fileName).replaceAll('\\', '/');

function createProgram() {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (!config) throw new Error('tsconfig.json cannot be read');
  const files = config.fileNames.filter((name) => speaking.test(pathOf(name)) && !silent.test(name));
  return ts.createProgram([...files, join(root, 'src/i18n/i18next.d.ts')], config.options);
}

/**
 * Paths of all sentences, e.g. `app.undo`; the forms of a plural count as one.
 * @param {ts.Program} program
 */
function keysOf(program) {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(root, 'src/i18n/en.ts'));
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

/**
 * Strings that an expression can be, null if that may be any.
 * @param {ts.Type} type
 * @returns {string[] | null}
 */
function stringsOf(type) {
  const members = type.isUnion() ? type.types : [type];
  const strings = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  return strings.length === members.length ? strings : null;
}

const program = createProgram();
const checker = program.getTypeChecker();
const keys = keysOf(program);
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
  if (speaking.test(pathOf(file.fileName))) listen(file);
}
for (const key of unsaid) console.error(`Unused: ${key}`);
for (const template of vague) console.error(`Not known which keys this says: ${template}`);
if (unsaid.size + vague.length > 0) process.exitCode = 1;
