// @ts-check
/**
 * npm run bench: builds the benchmark page, and the app where it is measured too, into .cache, serves them from this machine and
 * hands over to bench/run.ts. stdout belongs to the results: everything else goes to stderr. `--help` lists the options.
 */
import { join } from 'node:path';
import { kernelPlugin } from './kernelPlugin.js';
import { ensureBrowser, ensureDependencies, root } from './setup.js';

ensureDependencies();
ensureBrowser();
const { build, preview, runnerImport } = await import('vite');

/** @param {string} outDir */
const into = (outDir) => ({ outDir, emptyOutDir: true, reportCompressedSize: false });

/** The page with the peers; like the app it gets one copy of TensorFlow.js' core. */
async function buildBench() {
  const outDir = join(root, '.cache/bench/page');
  await build({
    root: join(root, 'bench'),
    configFile: false,
    publicDir: false,
    base: './',
    logLevel: 'error',
    plugins: [kernelPlugin()],
    resolve: { dedupe: ['@tensorflow/tfjs-core'] },
    worker: { format: 'es', plugins: () => [kernelPlugin()] },
    build: { ...into(outDir), target: 'es2022', assetsInlineLimit: 0 },
  });
  return outDir;
}

async function buildApp() {
  const outDir = join(root, '.cache/bench/app');
  await build({ root, logLevel: 'error', build: into(outDir) });
  return outDir;
}

/**
 * Serves a built folder without the app's configuration and answers its address.
 * @param {string} outDir
 */
async function serve(outDir) {
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 4180, strictPort: false },
  });
  return server.resolvedUrls?.local[0] ?? '';
}

/**
 * @typedef {object} Program
 * @property {(given: string[], root: string, pages: Record<'bench' | 'app', () => Promise<string>>) => Promise<number>} main
 */
const { module } = await runnerImport(join(root, process.env.BENCH_MAIN ?? 'bench/run.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
const { main } = /** @type {Program} */ (module);
// Importing has set it to development, which would make builds with React's slow one.
process.env.NODE_ENV = 'production';
const exitCode = await main(process.argv.slice(2), root, {
  bench: async () => serve(await buildBench()),
  app: async () => serve(await buildApp()),
});
// The two servers would keep the process alive.
process.exit(exitCode);
