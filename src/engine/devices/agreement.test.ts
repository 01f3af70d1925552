/**
 * The agreement matrix in Node: the reference and the wasm device against float64 and against each other, after each of 50 updates,
 * for every pair of hidden activation, loss and optimiser, and with `npm test -- --full` after each of 100 for every hidden
 * activation × loss × optimiser. With VITE_AGREEMENT=print it prints the worst errors as a table.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { compareInChaos, compareRelay, compareSteadily } from '../../../tests/support/agreement/comparison';
import { type Entry, tableOf } from '../../../tests/support/agreement/errorTable';
import {
  everyKind,
  fewKinds,
  flatKinds,
  frozenKinds,
  hiddenIds,
  type Kind,
  lossIds,
  optimizerIds,
  wideKinds,
  wildKinds,
} from '../../../tests/support/agreement/kinds';
import { isFull, pairwise } from '../../../tests/support/agreement/pairwise';
import { chaoticProblem, steadyProblem } from '../../../tests/support/agreement/problems';

const ledger: Entry[] = [];
const kinds = isFull ? everyKind() : pairwise(everyKind());
const devices = ['reference', 'wasm'] as const;

afterAll(() => {
  if (import.meta.env.VITE_AGREEMENT === 'print') console.log(tableOf(ledger));
});

async function tooLarge(kinds: readonly Kind[]): Promise<Record<string, number>> {
  const errors: Record<string, number> = {};
  for (const kind of kinds)
    Object.assign(errors, await compareSteadily(steadyProblem(kind), devices, ledger));
  return errors;
}

describe('the devices agree with float64 and each other, update after update,', () => {
  it.each(hiddenIds)(
    'with hidden layers of %s under every loss and optimiser',
    async (hidden) => {
      const own = kinds.filter((kind) => kind.hidden === hidden);
      expect(new Set(own.map(({ optimizer }) => optimizer)).size).toBe(optimizerIds.length);
      expect(new Set(own.map(({ loss }) => loss)).size).toBe(lossIds.length);
      expect(await tooLarge(own)).toEqual({});
    },
    120_000,
  );

  it('with layers of 64 and 128 units', async () => {
    expect(await tooLarge(wideKinds())).toEqual({});
  }, 60_000);

  it.each(wildKinds())(
    'in single steps at least where float64 is chaotic: $hidden with $optimizer',
    async (kind) => {
      const { together, singly, compared } = await compareInChaos(chaoticProblem(kind), 'wasm');
      expect(together).toBeLessThanOrEqual(1e-3);
      expect(singly).toBeLessThanOrEqual(1e-4);
      expect(compared).toBeGreaterThan(90);
    },
    60_000,
  );

  it('with something frozen, which keeps its bits', async () => {
    const frozen = frozenKinds();
    expect(new Set(frozen.map(({ optimizer }) => optimizer)).size).toBe(optimizerIds.length);
    expect(await tooLarge(frozen)).toEqual({});
  }, 60_000);

  it('when a run goes from one to the other and back', async () => {
    for (const optimizer of optimizerIds) {
      const kind = { ...fewKinds()[0]!, optimizer };
      expect(await compareRelay(steadyProblem(kind), devices), optimizer).toBeLessThanOrEqual(1e-4);
    }
  }, 60_000);

  it('without hidden layers under every output and loss', async () => {
    expect(await tooLarge(flatKinds())).toEqual({});
  }, 60_000);
});
