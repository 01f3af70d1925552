// @ts-check
/** The types of src, worked out once for all scripts that read names: a program of TypeScript takes longer than what they look for. */
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

/** @param {string} fileName */
export const pathOf = (fileName) => relative(root, fileName).replaceAll('\\', '/');

function createProgram() {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (!config) throw new Error('tsconfig.json cannot be read');
  const files = config.fileNames.filter((name) => /^src\/.*(?<!\.test)\.tsx?$/.test(pathOf(name)));
  return ts.createProgram(files, config.options);
}

export const program = createProgram();
export const checker = program.getTypeChecker();

/**
 * Strings that an expression can be, where it has a value; null if that may be any.
 * @param {ts.Type} type
 * @returns {string[] | null}
 */
export function stringsOf(type) {
  const members = type.isUnion() ? type.types : [type];
  const strings = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  const others = members.filter(
    (member) => !member.isStringLiteral() && !(member.flags & ts.TypeFlags.Undefined),
  );
  return others.length === 0 ? strings : null;
}
