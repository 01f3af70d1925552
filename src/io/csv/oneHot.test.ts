import { expect, it } from 'vitest';
import { createRandom } from '../../engine/random';
import { readTableText } from './read';
import { guessChoice } from './roles';

/** Reads a table; answers the roles and how many of its cells were looked at to find them. */
async function guessed(text: string) {
  const examined = await readTableText(text);
  if ('kind' in examined) throw new Error(examined.kind);
  const { table, columns, layout } = examined;
  let looks = 0;
  const rows = table.rows.map(
    (row) =>
      new Proxy(row, {
        get(cells, name) {
          looks += 1;
          return Reflect.get(cells, name) as unknown;
        },
      }),
  );
  return { roles: guessChoice({ ...table, rows }, columns, layout).roles, looks };
}

it('a group is found among thousands of rows of which some are mistaken', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => {
    const hot = [0, 1, 2].map((at) => Number(i % 3 === at || (i % 40 === 0 && at === 2)));
    return `${Math.sin(i)},${Math.cos(i)},${hot.join()}`;
  });
  const { roles } = await guessed(['a,b,c=1,c=2,c=3', ...lines].join('\n'));
  expect(roles).toEqual(['x1', 'x2', 'oneHot', 'oneHot', 'oneHot']);
});

it('a table that repeats itself is looked at in all of its rows, at whatever distance', async () => {
  // Seen at every second row, or at every third, two columns look like a group; in fact half or two thirds of the rows have two ones.
  for (const [period, rows] of [
    [2, 4000],
    [3, 6000],
    [2, 8362],
    [2, 5168],
  ] as const) {
    const lines = Array.from({ length: rows }, (_, i) => {
      const hot = i % period > 0 ? [1, 1] : [i % 4 < 2, i % 4 >= 2].map(Number);
      return `${Math.sin(i)},${Math.cos(i)},${hot.join()}`;
    });
    const { roles } = await guessed(['a,b,c,d', ...lines].join('\n'));
    expect(roles).not.toContain('oneHot');
  }
});

it('each cell of 250 columns of zeros and ones is looked at a few times, not once for each group of neighbours', async () => {
  const random = createRandom(1);
  const line = () =>
    `${random.normal()},${random.normal()},${Array.from({ length: 248 }, () => random.integer(2)).join()}`;
  const { roles, looks } = await guessed(Array.from({ length: 60 }, line).join('\n'));
  expect(roles).not.toContain('oneHot');
  expect(looks).toBeLessThan(10 * 60 * 250);
});
