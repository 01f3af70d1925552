/** A program as it is shown: long tables and long lines are cut short, so that 100,000 points are as quick to show as ten. */
import type { Piece } from './code';

export interface ShownLine {
  /** In the whole program, from 1. */
  readonly number: number;
  /** Of code; empty for a gap. */
  readonly text: string;
  /** Lines of a table that are not shown here; 0 for a line of code. */
  readonly left: number;
}

/** Tables of more rows show their first few. */
const mostRows = 12;
const firstRows = 4;
const mostCharacters = 240;

export function shownLines(pieces: readonly Piece[]): ShownLine[] {
  const shown: ShownLine[] = [];
  let number = 1;
  const show = (line: string) => {
    const text = line.length > mostCharacters ? `${line.slice(0, mostCharacters)} …` : line;
    shown.push({ number, text, left: 0 });
    number += 1;
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      show(piece);
      continue;
    }
    const count = piece.count > mostRows ? firstRows : piece.count;
    for (let i = 0; i < count; i++) show(piece.row(i));
    const left = piece.count - count;
    if (left > 0) shown.push({ number, text: '', left });
    number += left;
  }
  return shown;
}

/** Lines of the whole program, and about how many characters they have, judged by the first rows of each table. */
export function sizeOf(pieces: readonly Piece[]): { readonly lines: number; readonly characters: number } {
  let lines = 0;
  let characters = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      lines += 1;
      characters += piece.length + 1;
      continue;
    }
    const asked = Math.min(piece.count, 20);
    let sum = 0;
    for (let i = 0; i < asked; i++) sum += piece.row(i).length + 1;
    lines += piece.count;
    if (asked > 0) characters += Math.round((sum / asked) * piece.count);
  }
  return { lines, characters };
}
