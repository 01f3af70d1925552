// @ts-check
/**
 * npm run soak -- <name> [options]: long tests that are no part of `npm test`, one of those below. Each prints how much it has tried, from
 * which seeds, and what has failed.
 */
import { parseArgs } from 'node:util';
import { kernelPlugin } from './kernelPlugin.js';
import { ensureBrowser, ensureDependencies, root, runNpm, stop } from './setup.js';

/** Programs with a function `main` that answers the exit code. @type {Record<string, string>} */
const programs = {
  mutations: 'tests/support/mutations/soak.ts',
};

/**
 * Tests of the built page, with their options, which they read from the environment: --count of monkey is MONKEY_COUNT.
 * @type {Record<string, { test: string, defaults: Record<string, string> }>}
 */
const pageTests = {
  monkey: { test: 'tests/e2e/monkey.test.ts', defaults: { count: '10000', seed: '1' } },
  heap: { test: 'tests/e2e/heap.test.ts', defaults: { minutes: '10' } },
};

const [name = '', ...given] = process.argv.slice(2);
const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
const pageTest = Object.hasOwn(pageTests, name) ? pageTests[name] : undefined;
if (!program && !pageTest) {
  stop(
    `npm run soak -- <name> [options]; known are ${Object.keys({ ...programs, ...pageTests }).join(', ')}`,
  );
}

ensureDependencies();
process.exitCode = pageTest ? testPage(pageTest) : await runProgram(program ?? '');

/**
 * Builds the page and tests it; answers the exit code of what failed first, 0 where nothing did.
 * @param {{ test: string, defaults: Record<string, string> }} pageTest
 */
function testPage({ test, defaults }) {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([option, value]) => [
      option,
      { type: /** @type {const} */ ('string'), default: value },
    ]),
  );
  const { values } = parseArgs({ args: given, options });
  for (const [option, value] of Object.entries(values))
    process.env[`${name}_${option}`.toUpperCase()] = value;
  process.env.SOAK = '1';
  ensureBrowser();
  const buildCode = runNpm(['run', '--silent', 'build']);
  return buildCode === 0 ? runNpm(['run', 'e2e', '--', test]) : buildCode;
}

/**
 * @typedef {object} Program
 * @property {(given: string[]) => Promise<number>} main
 */

/**
 * Answers the exit code of a program in TypeScript.
 * @param {string} path
 */
async function runProgram(path) {
  const { createServer } = await import('vite');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null },
    plugins: [kernelPlugin()],
  });
  process.chdir(root);
  const { main } = /** @type {Program} */ (await server.ssrLoadModule(`/${path}`));
  const exitCode = await main(given);
  await server.close();
  return exitCode;
}
