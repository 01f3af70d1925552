/** The names at the ends of curves: where they go so that they do not lie on each other, and which have room. */

interface Block {
  /** Indices into the places, from top to bottom. */
  readonly members: number[];
  readonly sum: number;
}

/**
 * Moves label baselines apart to at least `gap`, within [low, high], keeping their order and as near as can be. Where there is no
 * room for that, they stand closer, evenly.
 */
export function spreadLabels(
  places: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const count = places.length;
  const step = count > 1 ? Math.min(gap, (high - low) / (count - 1)) : gap;
  const middle = ({ members, sum }: Block) => {
    const half = ((members.length - 1) * step) / 2;
    return Math.min(Math.max(sum / members.length, low + half), high - half);
  };
  const blocks: Block[] = [];
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
  for (const index of order) {
    let block: Block = { members: [index], sum: places[index]! };
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      const distance = middle(block) - middle(above);
      if (distance >= ((above.members.length + block.members.length) * step) / 2 - 1e-9) break;
      blocks.pop();
      block = { members: [...above.members, ...block.members], sum: above.sum + block.sum };
    }
    blocks.push(block);
  }
  const spread = new Array<number>(count).fill(0);
  for (const block of blocks) {
    block.members.forEach((index, i) => {
      spread[index] = middle(block) + (i - (block.members.length - 1) / 2) * step;
    });
  }
  return spread;
}

/** Which of `count` lines are named where only so many names fit: the first and the last, and some evenly between. */
export function namedLines(count: number, fit: number): Set<number> {
  const named = Math.max(1, Math.min(count, Math.floor(fit)));
  if (named === 1) return new Set([count - 1]);
  return new Set(Array.from({ length: named }, (_, i) => Math.round((i * (count - 1)) / (named - 1))));
}
