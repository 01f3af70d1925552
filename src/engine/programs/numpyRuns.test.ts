/** The NumPy programs, run by Python beside the engine. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { python, withNumpy } from '../testPython';
import { buildProgram, programText } from './index';
import { epochs, testMatrix } from './testMatrix';
import { compareWithEngine, lossTable, matrixPrograms, pointsCsv, printedLosses, sourceOf } from './testRuns';

const runPrograms = `
import contextlib, io, json
with open("programs.json", encoding="utf8") as file:
    programs = json.load(file)
outputs = []
for text in programs:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(text, "program", "exec"), {"__name__": "__main__"})
    outputs.append(output.getvalue())
print(json.dumps(outputs))
`;

/** Runs all programs in one process, in a folder with these files; answers what each printed. A warning of NumPy is an error. */
function run(programs: readonly string[], files: Readonly<Record<string, string>> = {}): string[] {
  const cwd = mkdtempSync(join(tmpdir(), 'quadrant-programs-'));
  try {
    const all = { ...files, 'programs.json': JSON.stringify(programs) };
    for (const [name, text] of Object.entries(all)) writeFileSync(join(cwd, name), text);
    const { stdout, stderr } = spawnSync(python ?? '', ['-W', 'error', '-c', runPrograms], {
      cwd,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as string[];
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/**
 * The engine trains in float32 and the programs in float64. Each update rounds by 6e-8; after some 50 updates that is a few 1e-7
 * of the loss here. Where an output is clipped, gradients are large and it is ten times as much.
 */
const tolerance = 2e-5;

describe(withNumpy('NumPy programs'), () => {
  it.runIf(python)('arrive at the losses of the engine, epoch by epoch', async () => {
    const comparisons = await compareWithEngine(run(matrixPrograms('numpy')));
    if (process.env.LOSS_TABLE) console.log(lossTable('NumPy', comparisons));
    for (const { title, error } of comparisons) expect.soft(error, title).toBeLessThan(tolerance);
    const stopped = comparisons.filter(({ title }) => title.startsWith('a stop'));
    expect(stopped.map(({ expected }) => expected.length > 1 && expected.length < epochs)).toEqual([
      true,
      true,
    ]);
  });

  it.runIf(python)('without data inlined read the points that the page exports', () => {
    const source = sourceOf(testMatrix['softmax network of four classes, Adam, mini-batches']!);
    const program = programText(buildProgram('numpy', source, { locale: 'zh', inlined: false }));
    const [output = ''] = run([program], { 'points.csv': pointsCsv(source) });
    const losses = printedLosses(output);
    expect(losses.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(losses.at(-1)!.train).toBeLessThan(0.7 * losses[0]!.train);
    expect(losses.at(-1)!.test).toBeLessThan(losses[0]!.test!);
  });
});
