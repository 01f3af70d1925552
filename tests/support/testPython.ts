/**
 * For tests only: a Python that has NumPy. `npm test` installs Debian's where it may; elsewhere tests that need it are skipped with
 * `notice`, except in continuous integration, where a missing NumPy is a failure.
 */
import { spawnSync } from 'node:child_process';

const hasNumpy = (program: string) =>
  spawnSync(program, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0;

export const python = ['python3', '/usr/bin/python3'].find(hasNumpy) ?? null;

const notice = 'is not asked: no python3 here has it (Debian: apt-get install python3-numpy)';

/** `title` where NumPy can be asked, else a notice in its place. */
export function withNumpy(title: string): string {
  if (python !== null) return title;
  if (process.env.CI) throw new Error(`NumPy ${notice}`);
  console.warn(`NumPy ${notice}`);
  return `NumPy ${notice}`;
}
