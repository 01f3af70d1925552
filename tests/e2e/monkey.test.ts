/**
 * The monkey, for a short while in `npm test`; `npm run soak -- monkey` lets it go on for thousands of actions, with the same code.
 * MONKEY_SEED and MONKEY_COUNT choose the draw.
 */
import { runMonkey } from './monkey';
import { expect, test } from './page';

const seed = Number(process.env.MONKEY_SEED ?? 1);
const count = Number(process.env.MONKEY_COUNT ?? (process.env.CORE ? 20 : 40));
/** A person would have as long for each action. */
const longestMs = 60_000 + count * 1000;

for (const lang of ['en', 'zh'] as const) {
  test(`whatever is done in whatever order: no fault, undo leads back to the first document, and Play works, ${lang}`, {
    tag: '@core',
  }, async ({ page, context }) => {
    test.setTimeout(longestMs);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { actions, kinds, visits, undone, refusals, failures } = await runMonkey(page, {
      lang,
      seed,
      count,
    });
    const shares = [...kinds].map(([kind, times]) => `${kind} ${times}`).join(', ');
    console.log(
      `monkey, ${lang}, seed ${seed}: ${actions} actions (${shares}), ${visits} visits, ${undone} with something to undo`,
    );
    for (const sentence of refusals) console.log(`  Play was answered: ${sentence}`);
    // Each has been printed.
    expect(failures.length, 'visits that failed').toBe(0);
  });
}
