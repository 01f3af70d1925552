/**
 * Rows in which every allowed pair of levels of any two factors occurs. Each row begins with a pair that is missing,
 * and takes, factor by factor, the level with which most missing pairs come in. The same factors give the same rows.
 */

type Factors<Row> = { readonly [Key in keyof Row]: readonly Row[Key][] };

/** `isAllowed` judges rows that may lack some factors. What it refuses must be refused already for some two of the levels. */
export function allPairs<Row extends object>(
  factors: Factors<Row>,
  isAllowed: (row: Partial<Row>) => boolean,
): Row[] {
  const keys = Object.keys(factors) as (keyof Row)[];
  const nameOf = (a: number, x: number, b: number, y: number) =>
    a < b ? `${a}.${x} ${b}.${y}` : `${b}.${y} ${a}.${x}`;
  const level = (a: number, x: number) =>
    ({ [keys[a] as keyof Row]: factors[keys[a] as keyof Row][x] }) as Partial<Row>;
  const sizes = keys.map((key) => factors[key].length);
  const missing = new Set<string>();
  for (const [a, size] of sizes.entries()) {
    for (let b = a + 1; b < sizes.length; b++) {
      for (let x = 0; x < size; x++) {
        for (let y = 0; y < (sizes[b] ?? 0); y++) {
          if (isAllowed({ ...level(a, x), ...level(b, y) })) missing.add(nameOf(a, x, b, y));
        }
      }
    }
  }
  const rows: Row[] = [];
  for (let first = missing.values().next(); !first.done; first = missing.values().next()) {
    const chosen = new Map<number, number>();
    for (const place of first.value.split(' ')) {
      const [a = 0, x = 0] = place.split('.').map(Number);
      chosen.set(a, x);
    }
    let row: Partial<Row> = {};
    for (const [a, x] of chosen) row = { ...row, ...level(a, x) };
    for (const [a, size] of sizes.entries()) {
      if (chosen.has(a)) continue;
      const gains = Array.from({ length: size }, (_, i) => {
        // Ties go to another level each time.
        const x = (i + rows.length) % size;
        const gain = [...chosen].filter(([b, y]) => missing.has(nameOf(a, x, b, y))).length;
        return isAllowed({ ...row, ...level(a, x) }) ? { x, gain } : { x, gain: -1 };
      });
      const best = gains.reduce((most, each) => (each.gain > most.gain ? each : most));
      if (best.gain < 0)
        throw new RangeError(`no level of ${String(keys[a])} is allowed with ${JSON.stringify(row)}`);
      chosen.set(a, best.x);
      row = { ...row, ...level(a, best.x) };
    }
    for (const [a, x] of chosen) for (const [b, y] of chosen) if (a < b) missing.delete(nameOf(a, x, b, y));
    rows.push(row as Row);
  }
  return rows;
}
