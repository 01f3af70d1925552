/**
 * Code as a list of lines. Long tables (points, weights) are rows that are written only when somebody wants them, so that a program
 * over 100,000 points costs nothing until it is copied. Knows no language.
 */

/** Lines of a table, made when they are asked for. */
export interface Rows {
  readonly count: number;
  row(index: number): string;
}

/** One line, or many. */
export type Piece = string | Rows;

/** What `code` takes: lines (a string may hold several), rows, lists of both; what is false is left out. */
export type Part = Piece | false | readonly Part[];

export function code(...parts: readonly Part[]): Piece[] {
  return parts.flatMap((part) => {
    if (part === false) return [];
    if (typeof part === 'string') return part.split('\n');
    return isList(part) ? code(...part) : [part];
  });
}

function isList(part: Rows | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

/** Moves everything but empty lines to the right. */
export function indented(by: number, ...parts: readonly Part[]): Piece[] {
  const space = ' '.repeat(by);
  const move = (line: string) => (line === '' ? '' : space + line);
  return code(...parts).map((piece) =>
    typeof piece === 'string' ? move(piece) : { count: piece.count, row: (i) => move(piece.row(i)) },
  );
}

/** A line that holds all items, or, where that is longer than `width`, one item a line between `open` and `close`. */
export function listed(open: string, items: readonly string[], close: string, width = 88): string {
  const line = `${open}${items.join(', ')}${close}`;
  if (line.length <= width) return line;
  return [open, ...items.map((item) => `    ${item},`), close].join('\n');
}

const wide = /[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/;
/** What may not begin a line in Chinese. */
const closing = /[，。、；：！？）》”]/;

/** Words behind `mark` ("# ", "// "), broken before the line grows longer than 79 columns; Chinese characters take two. */
export function comment(mark: string, words: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.match(
    /[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]|[^\s\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]+\s*|\s+/gu,
  ) ?? []) {
    if (columns(mark + line + word.trimEnd()) > 79 && !closing.test(word)) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line].map((text) => (mark + text).trimEnd()).join('\n');
}

function columns(text: string): number {
  return text.length + (text.match(new RegExp(wide, 'g'))?.length ?? 0);
}

/** All lines, tables included. */
export function allLines(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) =>
    typeof piece === 'string' ? [piece] : Array.from({ length: piece.count }, (_, i) => piece.row(i)),
  );
}
