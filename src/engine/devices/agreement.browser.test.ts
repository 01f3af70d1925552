/**
 * Agreement in a real Chromium: the wasm and the webgl device against float64, the reference and each other, over few shapes. Each
 * combination costs shaders, slowly on software GL: hence each hidden activation with one loss and each loss with some activations.
 * `npm test -- --full` adds all pairs, and what is frozen in wide layers. With VITE_AGREEMENT=print it prints the worst errors as a table.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { compareInChaos, compareRelay, compareSteadily } from '../../../tests/support/agreement/comparison';
import { type Entry, tableOf } from '../../../tests/support/agreement/errorTable';
import {
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
import { isFull } from '../../../tests/support/agreement/pairwise';
import { chaoticProblem, steadyProblem } from '../../../tests/support/agreement/problems';

const ledger: Entry[] = [];
const isAsked = ({ hidden, loss }: Kind) =>
  isFull || (hiddenIds.indexOf(hidden) + lossIds.indexOf(loss)) % lossIds.length === 0;
const kinds = fewKinds().filter(isAsked);
const devices = ['reference', 'wasm', 'webgl'] as const;

afterAll(() => {
  if (import.meta.env.VITE_AGREEMENT === 'print') console.log(tableOf(ledger));
});

async function tooLarge(kinds: readonly Kind[]): Promise<Record<string, number>> {
  const errors: Record<string, number> = {};
  for (const kind of kinds)
    Object.assign(errors, await compareSteadily(steadyProblem(kind), devices, ledger));
  return errors;
}

describe('the devices of a browser agree with float64 and each other, update after update,', () => {
  it.each(hiddenIds)(
    'with hidden layers of %s under the losses',
    async (hidden) => {
      const own = kinds.filter((kind) => kind.hidden === hidden);
      expect(own.length).toBeGreaterThan(0);
      expect(await tooLarge(own)).toEqual({});
    },
    60_000,
  );

  it('under every loss', () => {
    expect(new Set(kinds.map(({ loss }) => loss)).size).toBe(lossIds.length);
  });

  it('with layers of 64 and 128 units', async () => {
    expect(await tooLarge(wideKinds().slice(0, 3))).toEqual({});
  }, 60_000);

  it('with something frozen, which keeps its bits', async () => {
    const kinds = isFull ? frozenKinds() : frozenKinds().slice(0, optimizerIds.length);
    expect(new Set(kinds.map(({ optimizer }) => optimizer)).size).toBe(optimizerIds.length);
    expect(await tooLarge(kinds)).toEqual({});
  }, 60_000);

  it('when a run goes from one to the other and back', async () => {
    for (const optimizer of optimizerIds) {
      const kind = { ...fewKinds()[0]!, optimizer };
      expect(await compareRelay(steadyProblem(kind), devices), optimizer).toBeLessThanOrEqual(1e-4);
    }
  }, 60_000);

  it('without hidden layers under every output', async () => {
    const outputs = flatKinds().filter(
      (_, i) => i % lossIds.length === Math.floor(i / lossIds.length) % lossIds.length,
    );
    expect(new Set(outputs.map(({ output }) => output)).size).toBe(outputs.length);
    expect(await tooLarge(outputs)).toEqual({});
  }, 60_000);

  it.each(['wasm', 'webgl'] as const)(
    'in single steps at least where float64 is chaotic: %s',
    async (id) => {
      const { together, singly, compared } = await compareInChaos(chaoticProblem(wildKinds()[0]!), id);
      expect(together).toBeLessThanOrEqual(1e-3);
      expect(singly).toBeLessThanOrEqual(1e-4);
      expect(compared).toBeGreaterThan(90);
    },
    60_000,
  );
});
