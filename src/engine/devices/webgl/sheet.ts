/**
 * Float textures as the passes use them. A sheet holds `groups` lines of `count` texels, each line folded into rows of a power of
 * two, because a texture is only so wide. One texel is four units (or four weights) of one point.
 */

/** How a line of texels is folded. */
export interface Fold {
  /** log₂ of the width. */
  readonly shift: number;
  /** Rows of one line. */
  readonly rows: number;
}

export interface Sheet extends Fold {
  readonly texture: WebGLTexture;
  readonly width: number;
  readonly height: number;
  /** 0 for a single sheet, else how many lie one upon the other. */
  readonly layers: number;
}

/**
 * Folds `groups` lines of `count` texels into rows that hold whole runs of four texels. Sixteen times as high as wide, because
 * software GL shares a draw out in pairs of rows; a GPU does not mind.
 */
export function foldFor(count: number, groups: number): Fold {
  const side = Math.max(2, Math.ceil(Math.log2(Math.sqrt(count * groups) / 4)));
  const line = Math.ceil(Math.log2(Math.max(1, count)));
  const shift = Math.min(side, line);
  return { shift, rows: Math.max(1, Math.ceil(count / 2 ** shift)) };
}

/** Rows that hold the first `count` texels of a line. */
export function rowsFor(count: number, { shift }: Fold): number {
  return Math.ceil(count / 2 ** shift);
}

/**
 * Adds to a shader: the place of texel `p` of a line, and a / b for 0 <= a < 2^22. Macros, because software GL pays for every call
 * and variable of a loop; in floats, because integers are divided slowly and one by one.
 */
export const placeMacros = `
#define cell(p, shift) ivec2((p) & ((1 << (shift)) - 1), (p) >> (shift))
#define quotient(a, b) int((float(a) + 0.5) / float(b))
`;
