// @ts-check
/**
 * npm run headless: bundles headless.entry.ts with the engine for Node and runs it with the given arguments and exit
 * code. The bundle stays in .cache, in a folder named by the latest change of its sources, until one of them changes.
 * stdout belongs to the experiment's JSON: everything else goes to stderr.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newestChangeMs } from './freshness.js';
import { kernelPlugin } from './kernelPlugin.js';
import { ensureDependencies, root } from './setup.js';

const cache = join(root, '.cache/headless');
const entry = join(root, 'scripts/headless.entry.ts');

/** @param {string} outDir */
async function bundle(outDir) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    publicDir: false,
    plugins: [kernelPlugin()],
    logLevel: 'error',
    // The "module" build of each package, as in the page: tfjs must exist once.
    resolve: { mainFields: ['module', 'jsnext:main', 'main'] },
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'headless.js', codeSplitting: false } },
    },
  });
}

/**
 * Moves a finished bundle to its place whole, so that two runs at once never see half of one.
 * @param {string} finished
 * @param {string} current
 */
function replaceBundle(finished, current) {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    if (join(cache, name) !== current) rmSync(join(cache, name), { recursive: true, force: true });
  }
  try {
    renameSync(finished, current);
  } catch {
    rmSync(finished, { recursive: true, force: true });
  }
}

async function ensureBundle() {
  const sources = ['src/engine', 'src/i18n', 'scripts', 'package-lock.json'].map((path) => join(root, path));
  const current = join(cache, String(Math.round(newestChangeMs(sources))));
  if (!existsSync(current)) {
    const unfinished = `${cache}-${process.pid}`;
    await bundle(unfinished);
    replaceBundle(unfinished, current);
  }
  return join(current, 'headless.js');
}

ensureDependencies();
const program = await ensureBundle();
// npm runs scripts in the project's folder, but paths mean the folder where the person typed the command.
const cwd = (process.env.npm_lifecycle_event === 'headless' && process.env.INIT_CWD) || process.cwd();
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd,
});
process.exitCode = status ?? 1;
