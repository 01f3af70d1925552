/** What keys mean in everything that is gone through by keyboard: along a line, or about a plane. */

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Steps to the right and upwards, each −1, 0 or 1. */
export type Direction = readonly [right: number, up: number];

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where an arrow key points to; null for other keys. */
export function directionOf(key: string): Direction | null {
  return directions[key] ?? null;
}

/**
 * How many steps a key goes along a line: arrows 1, up and right being forwards; with Shift, and by Page Up and Page Down, `page`; Home
 * and End −∞ and ∞. 0 for other keys.
 */
export function stepsOf({ key, shiftKey }: PressedKey, page: number): number {
  if (key === 'Home') return Number.NEGATIVE_INFINITY;
  if (key === 'End') return Number.POSITIVE_INFINITY;
  if (key === 'PageUp') return page;
  if (key === 'PageDown') return -page;
  const [right, up] = directionOf(key) ?? [0, 0];
  return (right + up) * (shiftKey ? page : 1);
}

interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** A key with Ctrl, Cmd or Alt belongs to the browser or to the page. */
export function hasModifier({ ctrlKey, metaKey, altKey }: Modifiers): boolean {
  return ctrlKey || metaKey || altKey;
}
