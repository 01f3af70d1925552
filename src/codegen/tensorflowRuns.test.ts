/** The TensorFlow.js programs, run by Node beside the engine. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isFull } from '../../tests/support/agreement/pairwise';
import {
  compareWithEngine,
  faultOf,
  lossTable,
  namedTrials,
  outputsOf,
  pairTrials,
  runnable,
  type Trial,
  toleranceOf,
} from '../../tests/support/programs/testRuns';

/** In the project, so that the programs find the packages. */
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));

/** The greeting of TensorFlow.js in Node is a warning. */
const runPrograms = (count: number) => `
import { readFileSync, writeFileSync } from 'node:fs';
console.warn = () => {};
const print = console.log;
const csv = JSON.parse(readFileSync('csv.json', 'utf8'));
const outputs = [];
for (let i = 0; i < ${count}; i++) {
  const lines = [];
  console.log = (...items) => lines.push(items.join(' '));
  writeFileSync('points.csv', csv[i]);
  try {
    await import(\`./\${i}.mjs\`);
  } catch (error) {
    lines.push(String(error));
  }
  outputs.push(lines.join('\\n'));
}
print(JSON.stringify(outputs));
`;

/** Runs all programs in one process, each beside its points.csv; answers what each printed. */
function run(trials: readonly Trial[]): string[] {
  const programs = trials.map((trial) => runnable('tensorflowJs', trial));
  const files = {
    ...Object.fromEntries(programs.map(({ text }, i) => [`${i}.mjs`, text])),
    'csv.json': JSON.stringify(programs.map(({ csv }) => csv)),
    'all.mjs': runPrograms(programs.length),
  };
  return outputsOf('node', ['all.mjs'], files, cache);
}

/** Both train in float32, each with its own order of sums: a few 1e-7 after some 50 updates. */
const tolerance = 5e-5;
const patient = 180_000;

it(
  'TensorFlow.js programs of every pair of options arrive at the losses of the engine, epoch by epoch',
  async () => {
    const trials = [...namedTrials, ...pairTrials(true)];
    const outputs = run(trials);
    const comparisons = await compareWithEngine(trials, outputs);
    if (process.env.LOSS_TABLE) console.log(lossTable('TensorFlow.js', comparisons));
    for (const [i, { title, error }] of comparisons.entries())
      expect.soft(error, `${title}\n${outputs[i]}`).toBeLessThan(toleranceOf(trials[i]!, tolerance));
  },
  patient,
);

it.runIf(isFull)(
  'without data inlined they read the points that the page exports, and train',
  () => {
    const trials = pairTrials(false);
    const outputs = run(trials);
    for (const [i, trial] of trials.entries())
      expect.soft(faultOf(trial, outputs[i] ?? ''), `${trial.title}\n${outputs[i]}`).toBe('');
  },
  patient,
);
