/** A sample of what `npm run soak -- mutations` tries by the thousand. */
import { expect, it } from 'vitest';
import { isFull } from '../agreement/pairwise';
import { tryMutation } from './trial';

const count = isFull ? 300 : 150;

it(`${count} mutations of links, files, tables, tasks, codes and kept state are taken or refused, and none throws`, async () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    await tryMutation(seed).catch((error: unknown) => faults.push(`seed ${seed}: ${String(error)}`));
  }
  expect(faults).toEqual([]);
});
