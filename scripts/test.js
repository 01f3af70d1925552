// @ts-check
/**
 * npm test: what must hold, from the quickest check to the slowest. Stops at the first that fails. Checks that need one core run beside
 * each other. `--full`, which continuous integration runs, asks for all of it: otherwise the agreement of the devices holds every pair
 * instead of every case, e2e runs what is marked `@core`: of each part of the page what it is there for, where no test of the part alone
 * shows it; and of the tests of the reference and the WebGL device the agreement alone.
 */
import { ensureBrowser, ensureDependencies, ensureNumpy, startNpm, stop } from './setup.js';

/**
 * Scripts of package.json with their options: one stage after another, in a stage the lists beside each other, and of a list one script
 * after another. Tests in a browser wait for pictures, in which time those of Node use the cores. e2e drives what build left in dist.
 */
const stages = [
  [
    ['check:lint'],
    ['check:format', 'check:types', 'check:fences', 'check:dead', 'check:names', 'build', 'size'],
  ],
  [['unit --project=browser'], ['unit --project=node --project=alone']],
  [['e2e']],
];

const options = process.argv.slice(2);
const unknown = options.filter((option) => option !== '--full');
if (unknown.length > 0) stop(`npm test knows no ${unknown.join(', ')}: only --full.`);
process.env[options.includes('--full') ? 'VITE_FULL' : 'CORE'] = '1';

ensureDependencies();
ensureBrowser();
ensureNumpy();

let passed = 0;
/** @type {Set<import('./setup.js').RunningScript>} */
const running = new Set();

/**
 * Prints what a script says: at once where nothing runs beside it, else when it has ended.
 * @param {string} name
 * @param {boolean} isAlone
 */
async function check(name, isAlone) {
  if (isAlone) console.log(`\n── ${name}`);
  const startMs = performance.now();
  const [script = '', ...scriptOptions] = name.split(' ');
  const started = startNpm(['run', '--silent', script, '--', ...scriptOptions], isAlone);
  running.add(started);
  const { exitCode, output } = await started.ended;
  running.delete(started);
  if (!isAlone) console.log(`\n── ${name}\n${output}`.trimEnd());
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  if (exitCode !== 0) {
    for (const other of running) other.kill();
    console.log(`── ${name} failed after ${seconds} s\n${passed} passed, 1 failed`);
    process.exit(exitCode);
  }
  passed += 1;
  console.log(`── ${name} passed in ${seconds} s`);
}

for (const lists of stages) {
  const checkAll = async (/** @type {string[]} */ names) => {
    for (const name of names) await check(name, lists.length === 1);
  };
  await Promise.all(lists.map(checkAll));
}
console.log(`\n${passed} passed, 0 failed`);
