/** The NumPy programs, run by Python beside the engine. */
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { epochs } from '../../tests/support/programs/testMatrix';
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
import { python, withNumpy } from '../../tests/support/testPython';

/** Prints to a console that knows ASCII only. */
const runPrograms = `
import contextlib, io, json, traceback
with open("programs.json", encoding="utf8") as file:
    programs = json.load(file)
outputs = []
for program in programs:
    with open("points.csv", "w", encoding="utf8", newline="") as file:
        file.write(program["csv"])
    output = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(program["text"], "program", "exec"), {"__name__": "__main__"})
        except Exception:
            output.write(ascii(traceback.format_exc()))
    output.seek(0)
    outputs.append(output.read())
print(json.dumps(outputs))
`;

/** Runs all programs in one process, each beside its points.csv; answers what each printed. A warning of NumPy is an error. */
function run(trials: readonly Trial[]): string[] {
  const programs = trials.map((trial) => runnable('numpy', trial));
  const files = { 'programs.json': JSON.stringify(programs) };
  return outputsOf(python ?? '', ['-W', 'error', '-c', runPrograms], files, tmpdir());
}

/**
 * The engine trains in float32 and the programs in float64. Each update rounds by 6e-8; after some 50 updates that is a few 1e-7
 * of the loss here.
 */
const tolerance = 2e-5;
const patient = 120_000;

describe(withNumpy('NumPy programs'), () => {
  it.runIf(python)(
    'of every pair of options arrive at the losses of the engine, epoch by epoch',
    async () => {
      const trials = [...namedTrials, ...pairTrials(true)];
      const outputs = run(trials);
      const comparisons = await compareWithEngine(trials, outputs);
      if (process.env.LOSS_TABLE) console.log(lossTable('NumPy', comparisons));
      for (const [i, { title, error }] of comparisons.entries())
        expect.soft(error, `${title}\n${outputs[i]}`).toBeLessThan(toleranceOf(trials[i]!, tolerance));
      const atLoss = comparisons.find(({ title }) => title === 'l2_stop_at_loss');
      expect(atLoss?.printed.at(-1)).toMatchObject({ epoch: 11, train: expect.closeTo(0.2997, 4) as number });
      const stopped = comparisons.filter(({ title }) => title.startsWith('a stop'));
      expect(stopped.map(({ expected }) => expected.length > 1 && expected.length < epochs)).toEqual([
        true,
        true,
      ]);
    },
    patient,
  );

  it.runIf(python)(
    'without data inlined read the points that the page exports, and train',
    async () => {
      const trials = pairTrials(false);
      const outputs = run(trials);
      for (const [i, trial] of trials.entries())
        expect.soft(faultOf(trial, outputs[i] ?? ''), `${trial.title}\n${outputs[i]}`).toBe('');
      // Where nothing is drawn, they repeat the run of the page all the same.
      const isDrawn = ({ source: { experiment, data, run: atStart } }: Trial) => {
        const { batchSize } = experiment.training;
        const wholeBatch = batchSize === 'all' || batchSize >= data.split.train.length;
        return experiment.model.initializer !== 'zeros' || !wholeBatch || atStart !== undefined;
      };
      const repeats = trials.flatMap((trial, i) =>
        isDrawn(trial) ? [] : [[trial, outputs[i] ?? ''] as const],
      );
      const comparisons = await compareWithEngine(
        repeats.map(([trial]) => trial),
        repeats.map(([, output]) => output),
      );
      expect(comparisons.length).toBeGreaterThan(2);
      for (const { title, error } of comparisons) expect.soft(error, title).toBeLessThan(tolerance);
    },
    patient,
  );
});
