import { allLines } from '../../../src/codegen/code';
import { programPieces } from '../../../src/codegen/index';
import type { Program } from '../../../src/codegen/program';

/** The whole text of a program, every line of it written out. */
export function programText(program: Program): string {
  return `${allLines(programPieces(program)).join('\n')}\n`;
}
