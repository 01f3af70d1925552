// @ts-check
/**
 * npm start: from a fresh clone to an open page. Installs what is missing, builds when a source is newer than dist,
 * serves dist until Ctrl-C. Options: --port N, --host [address], --no-open.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newestChangeMs } from './freshness.js';
import { ensureDependencies, root, stop } from './setup.js';

const sources = [
  'src',
  'public',
  'index.html',
  'gallery.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** @param {string[]} given */
function readOptions(given) {
  // --host alone means every address of this machine.
  const args = given.map((arg, i) =>
    arg === '--host' && (given[i + 1] ?? '--').startsWith('--') ? '--host=0.0.0.0' : arg,
  );
  try {
    return parseArgs({
      args,
      options: { port: { type: 'string' }, host: { type: 'string' }, 'no-open': { type: 'boolean' } },
    }).values;
  } catch (error) {
    return stop(`${/** @type {Error} */ (error).message} Known: --port N, --host [address], --no-open.`);
  }
}

/** @param {string | undefined} text */
function readPort(text = '4173') {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65536
    ? port
    : stop(`--port takes 1 to 65535, not "${text}".`);
}

function canOpenBrowser() {
  const { env, platform } = process;
  return !env.CI && (platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY));
}

async function buildIfStale() {
  if (
    newestChangeMs([join(root, 'dist/index.html')]) > newestChangeMs(sources.map((path) => join(root, path)))
  )
    return;
  console.log('Building …');
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
}

const options = readOptions(process.argv.slice(2));
const port = readPort(options.port);
ensureDependencies();
await buildIfStale();

const { preview } = await import('vite');
const open = !options['no-open'] && canOpenBrowser();
const server = await preview({
  root,
  logLevel: 'warn',
  preview: { port, strictPort: false, open, ...(options.host ? { host: options.host } : {}) },
});
for (const address of [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])]) {
  console.log(`Quadrant is at ${address}`);
}
console.log('Ctrl-C ends it.');

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => void server.close().finally(() => process.exit(0)));
}
