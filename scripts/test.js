// @ts-check
/** npm test: everything that must hold, from the quickest check to the slowest. Stops at the first that fails. */
import { ensureBrowser, ensureDependencies, ensureNumpy, runNpm } from './setup.js';

/** Scripts of package.json, in this order; e2e drives what build left in dist. */
const checks = [
  'check:format',
  'check:types',
  'check:lint',
  'check:fences',
  'check:dead',
  'check:words',
  'check:styles',
  'unit',
  'build',
  'size',
  'e2e',
];

/** @param {number} sinceMs */
const secondsSince = (sinceMs) => ((performance.now() - sinceMs) / 1000).toFixed(1);

ensureDependencies();
ensureBrowser();
ensureNumpy();

for (const [passed, name] of checks.entries()) {
  console.log(`\n── ${name}`);
  const startMs = performance.now();
  const exitCode = runNpm(['run', '--silent', name]);
  if (exitCode !== 0) {
    console.log(`── ${name} failed after ${secondsSince(startMs)} s\n${passed} passed, 1 failed`);
    process.exit(exitCode);
  }
  console.log(`── ${name} passed in ${secondsSince(startMs)} s`);
}
console.log(`\n${checks.length} passed, 0 failed`);
