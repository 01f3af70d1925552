// @ts-check
/**
 * npm run soak -- <name> [options]: long tests that are no part of `npm test`, one of those below. Each prints how much it has tried, from
 * which seeds, and what has failed.
 */
import { kernelPlugin } from './kernelPlugin.js';
import { ensureDependencies, root, stop } from './setup.js';

/** @type {Record<string, string>} */
const soaks = {
  mutations: 'tests/support/mutations/soak.ts',
};

const [name = '', ...given] = process.argv.slice(2);
const program = Object.hasOwn(soaks, name) ? soaks[name] : undefined;
if (!program) stop(`npm run soak -- <name> [options]; known are ${Object.keys(soaks).join(', ')}`);

ensureDependencies();
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

/**
 * @typedef {object} Program
 * @property {(given: string[]) => Promise<number>} main
 */
const { main } = /** @type {Program} */ (await server.ssrLoadModule(`/${program}`));
process.exitCode = await main(given);
await server.close();
