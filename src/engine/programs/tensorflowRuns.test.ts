/** The TensorFlow.js programs, run by Node beside the engine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildProgram, programText } from './index';
import { testMatrix } from './testMatrix';
import { compareWithEngine, lossTable, matrixPrograms, pointsCsv, printedLosses, sourceOf } from './testRuns';

/** In the project, so that the programs find the packages. */
const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));

/** The greeting of TensorFlow.js in Node is a warning. */
const runPrograms = (count: number) => `
console.warn = () => {};
const print = console.log;
const outputs = [];
for (let i = 0; i < ${count}; i++) {
  const lines = [];
  console.log = (...items) => lines.push(items.join(' '));
  await import(\`./\${i}.mjs\`);
  outputs.push(lines.join('\\n'));
}
print(JSON.stringify(outputs));
`;

/** Runs all programs in one process, in a folder with these files; answers what each printed. */
function run(programs: readonly string[], files: Readonly<Record<string, string>> = {}): string[] {
  mkdirSync(cache, { recursive: true });
  const cwd = mkdtempSync(join(cache, 'programs-'));
  try {
    const numbered = Object.fromEntries(programs.map((text, i) => [`${i}.mjs`, text]));
    const all = { ...files, ...numbered, 'all.mjs': runPrograms(programs.length) };
    for (const [name, text] of Object.entries(all)) writeFileSync(join(cwd, name), text);
    const { stdout, stderr } = spawnSync('node', ['all.mjs'], { cwd, encoding: 'utf8' });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as string[];
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/**
 * Both train in float32, each with its own order of sums: a few 1e-7 after some 50 updates. Adam of TensorFlow.js keeps βᵗ in float32,
 * where 1 − β₂ᵗ of the first updates is off by 5e-5 and the size of the step by half of that.
 */
const [tolerance, adamTolerance] = [5e-6, 5e-5];
const patient = 60_000;

it(
  'TensorFlow.js programs arrive at the losses of the engine, epoch by epoch',
  async () => {
    const comparisons = await compareWithEngine(run(matrixPrograms('tensorflowJs')));
    if (process.env.LOSS_TABLE) console.log(lossTable('TensorFlow.js', comparisons));
    for (const { title, error } of comparisons) {
      const isAdam = testMatrix[title]?.training.optimizer.id === 'adam';
      expect.soft(error, title).toBeLessThan(isAdam ? adamTolerance : tolerance);
    }
  },
  patient,
);

it(
  'without data inlined they read the points that the page exports',
  () => {
    const source = sourceOf(testMatrix['softmax network of four classes, Adam, mini-batches']!);
    const program = programText(buildProgram('tensorflowJs', source, { locale: 'zh', inlined: false }));
    const [output = ''] = run([program], { 'points.csv': pointsCsv(source) });
    const losses = printedLosses(output);
    expect(losses.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(losses.at(-1)!.train).toBeLessThan(0.7 * losses[0]!.train);
  },
  patient,
);
