// @ts-check
/**
 * What every command needs before it can start: a Node that is new enough and the packages of the lock file.
 * Uses Node's own modules only, because it runs in a fresh clone; all that it prints goes to stderr.
 */
import { spawn, spawnSync } from 'node:child_process';
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
 * The program and the arguments that run npm.
 * @param {readonly string[]} npmArguments
 * @returns {{ program: string, programArguments: string[], shell: boolean }}
 */
function npmCommand(npmArguments) {
  const npmScript = process.env.npm_execpath ?? '';
  return npmScript.endsWith('npm-cli.js')
    ? { program: process.execPath, programArguments: [npmScript, ...npmArguments], shell: false }
    : { program: 'npm', programArguments: [...npmArguments], shell: process.platform === 'win32' };
}

/**
 * Runs npm in the project's folder and answers its exit code.
 * @param {readonly string[]} npmArguments
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export function runNpm(npmArguments, stdio = 'inherit') {
  const { program, programArguments, shell } = npmCommand(npmArguments);
  return spawnSync(program, programArguments, { cwd: root, stdio, shell }).status ?? 1;
}

/**
 * @typedef {object} RunningScript
 * @property {Promise<{ exitCode: number, output: string }>} ended what it printed is in `output`, unless it was shown at once
 * @property {() => void} kill
 */

/**
 * Starts npm in the project's folder.
 * @param {readonly string[]} npmArguments
 * @param {boolean} shows whether its output is shown at once
 * @returns {RunningScript}
 */
export function startNpm(npmArguments, shows) {
  const { program, programArguments, shell } = npmCommand(npmArguments);
  const child = spawn(program, programArguments, { cwd: root, stdio: shows ? 'inherit' : 'pipe', shell });
  let output = '';
  const keep = (/** @type {Buffer} */ text) => {
    output += text.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  /** @type {RunningScript['ended']} */
  const ended = new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ exitCode: 1, output: message }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
  return { ended, kill: () => child.kill() };
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
