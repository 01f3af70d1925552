/**
 * The monkey, for a short while in `npm test`; `npm run soak -- monkey` lets it go on for thousands of actions, with the same code.
 * MONKEY_SEED and MONKEY_COUNT choose the draw. Each stretch is a visit and a test of its own, with the next seed, so that a count of 200
 * with the seed that failed repeats it.
 */
import { runMonkey, stretch } from './monkey';
import { test } from './page';

const firstSeed = Number(process.env.MONKEY_SEED ?? 1);
const allActions = Number(process.env.MONKEY_COUNT ?? (process.env.CORE ? 20 : 40));
/** A person would have as long for each action. */
const longestMs = (actions: number) => 60_000 + actions * 1000;

test.describe.configure({ mode: 'parallel' });

for (const lang of ['en', 'zh'] as const) {
  for (let done = 0; done < allActions; done += stretch) {
    const seed = firstSeed + done / stretch;
    const count = Math.min(allActions - done, stretch);
    test(`whatever is done in whatever order: no fault, undo leads back to the first document, and Play works, ${lang}, seed ${seed}, ${count} actions`, {
      tag: '@core',
    }, async ({ page, context }) => {
      test.setTimeout(longestMs(count));
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const { kinds, undone, refusals } = await runMonkey(page, { lang, seed, count });
      const shares = [...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ');
      console.log(`${lang}, seed ${seed}: ${shares}; ${undone ? 'undone' : 'nothing to undo'}`);
      for (const sentence of refusals) console.log(`  Play was answered: ${sentence}`);
    });
  }
}
