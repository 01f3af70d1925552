// @ts-check
/** Debian's packages, for what the tests need and Node's packages do not bring. Uses Node's own modules only. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Installed versions win over newer ones. `--no-upgrade` alone protects only the packages that are named. */
const keepInstalled = 'Package: *\nPin: release a=now\nPin-Priority: 1001\n';

/**
 * Installs packages and what they depend on where that can be done without a question: as root on a system with apt-get. What is
 * installed keeps its version; where that is impossible, apt-get says why and nothing changes.
 * @param {...string} names
 */
export function installWithApt(...names) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
  if (spawnSync('apt-get', ['update'], options).status !== 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'quadrant-apt-'));
  const preferences = join(folder, 'preferences');
  writeFileSync(preferences, keepInstalled);
  const careful = ['--yes', '--no-install-recommends', '--no-upgrade', '--no-remove'];
  const pinned = ['-o', `Dir::Etc::preferences=${preferences}`];
  spawnSync('apt-get', ['install', ...careful, ...pinned, ...names], options);
  rmSync(folder, { recursive: true });
}
