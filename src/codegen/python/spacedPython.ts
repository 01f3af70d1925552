/** Empty lines as PEP 8 has them: two around functions and classes at the top level, elsewhere one at most. */
import type { Piece } from '../code';

const isDefinition = (line: string) => /^(def|class|@)\b/.test(line);

export function spacedPython(pieces: readonly Piece[]): Piece[] {
  const spaced: Piece[] = [];
  let blank = false;
  let inDefinition = false;
  for (const piece of pieces) {
    if (piece === '') {
      blank = true;
      continue;
    }
    const starts = typeof piece === 'string' && isDefinition(piece);
    const leaves = inDefinition && typeof piece === 'string' && !piece.startsWith(' ');
    if (spaced.length > 0) {
      if (starts || leaves) spaced.push('', '');
      else if (blank) spaced.push('');
    }
    if (starts || leaves) inDefinition = starts;
    blank = false;
    spaced.push(piece);
  }
  return spaced;
}
