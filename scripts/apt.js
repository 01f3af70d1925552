// @ts-check
/** Debian's packages, for what the tests need and Node's packages do not bring. Uses Node's own modules only. */
import { spawnSync } from 'node:child_process';

/**
 * Installs a package where that can be done without a question: as root on a system with apt-get.
 * @param {string} name
 */
export function installWithApt(name) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
  const { status } = spawnSync('apt-get', ['update'], options);
  if (status === 0) spawnSync('apt-get', ['install', '-y', name], options);
}
