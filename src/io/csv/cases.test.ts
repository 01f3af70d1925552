/** The files of tests/cases as a careful person reads them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takePoints } from './points';
import { readTableFile } from './read';
import { guessChoice } from './roles';

async function read(name: string) {
  const file = new Blob([readFileSync(`tests/cases/${name}`)]);
  const examined = await readTableFile(file, {}, {});
  if ('kind' in examined) throw new Error(`${name}: ${examined.kind}`);
  const choice = guessChoice(examined.table, examined.columns, examined.layout);
  return { ...examined, choice, points: takePoints(examined, choice) };
}

describe('tmp', () => {
  for (const name of process.env.CASES?.split(' ') ?? []) {
    it(name, async () => {
      const { table, encoding, mark, layout, choice, points, columns } = await read(name);
      console.log(name, JSON.stringify({ sep: table.separator, encoding, mark, header: layout.header, first: layout.first, names: columns.map((c) => c.name), ...choice, n: points.y.length, bad: points.bad, trouble: points.trouble, labels: points.labels, pn: points.names, p0: [points.x1[0], points.x2[0], points.y[0]], x: [Math.min(...points.x1), Math.max(...points.x1)] }));
      expect(1).toBe(1);
    });
  }
});
