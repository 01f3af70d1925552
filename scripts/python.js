// @ts-check
/** The NumPy that the tests ask: Debian's is installed where no python3 has one. */
import { spawnSync } from 'node:child_process';
import { installWithApt } from './apt.js';

function hasNumpy() {
  return ['python3', '/usr/bin/python3'].some(
    (program) => spawnSync(program, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0,
  );
}

/** Finds a NumPy or installs one. Without one the tests that need it say that they are skipped; in CI they fail. */
export function ensureNumpy() {
  if (hasNumpy()) return;
  console.error('No python3 with NumPy was found; installing python3-numpy for the tests …');
  installWithApt('python3-numpy');
}
