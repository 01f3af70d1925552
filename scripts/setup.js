// @ts-check
/**
 * What every command needs before it can start: a Node that is new enough and the packages of the lock file.
 * Uses Node's own modules only, because it runs in a fresh clone; whatever it prints goes to stderr.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export { ensureBrowser } from './browser.js';
export { ensureNumpy } from './python.js';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Says why the command cannot go on, and ends it.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Quadrant needs Node 20.19 or newer (nodejs.org), but this is Node ${process.versions.node}.`);
}

/**
 * Runs npm in the project's folder and answers its exit code.
 * @param {readonly string[]} npmArguments
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export function runNpm(npmArguments, stdio = 'inherit') {
  const npmScript = process.env.npm_execpath ?? '';
  const result = npmScript.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npmScript, ...npmArguments], { cwd: root, stdio })
    : spawnSync('npm', npmArguments, { cwd: root, stdio, shell: process.platform === 'win32' });
  return result.status ?? 1;
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined} the packages of a lock file by folder
 */
function readLockedPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Compares versions, not file times: a checkout gives every file a new time without changing a package. */
function dependenciesAreInstalled() {
  const wanted = readLockedPackages('package-lock.json');
  const installed = readLockedPackages('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) => folder === '' || optional || installed[folder]?.version === version,
  );
}

/** Installs the packages of the lock file when some are missing or of another version. */
export function ensureDependencies() {
  checkNode();
  if (dependenciesAreInstalled()) return;
  console.error('Installing the packages of package-lock.json …');
  if (runNpm(['ci', '--include=dev'], ['ignore', 2, 2]) !== 0) {
    stop('The packages could not be installed; npm says why above.');
  }
}
