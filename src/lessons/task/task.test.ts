/** Tasks and result codes as text: they come back as they were, and what was cut off or typed over does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../../tests/support/experimentArbitrary';
import { defaultExperiment } from '../../engine/experiment';
import { type OutputActivationId, outputActivations } from '../../engine/model/activations';
import { packJson } from '../../persistence/packed';
import { steps } from '../../store/runState';
import type { Goal, Reached, Task } from '../../store/taskState';
import { goalKinds, isMet } from './goals';
import { codeOf, isReached, readCodes } from './resultCode';
import { idOfTask, mostWords, packTask, readTask } from './taskText';

const count = fc.integer({ min: 1, max: 1_000_000 });
const anyGoal: fc.Arbitrary<Goal> = fc.oneof(
  fc.record({ kind: fc.constant('accuracy' as const), least: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('cost' as const), most: fc.double({ min: 0, max: 10, noNaN: true }) }),
  fc.record({ kind: fc.constant('parameters' as const), most: count }),
  fc.record({ kind: fc.constant('noHidden' as const) }),
  fc.record({
    kind: fc.constant('output' as const),
    activation: fc.constantFrom(...(Object.keys(outputActivations) as OutputActivationId[])),
  }),
  fc.record({ kind: fc.constant('epochs' as const), most: count }),
);
const anyTask: fc.Arbitrary<Task> = fc.record({
  words: fc.string({ maxLength: mostWords, unit: 'grapheme' }).filter((words) => words.length <= mostWords),
  goals: fc.uniqueArray(anyGoal, { minLength: 1, maxLength: goalKinds.length, selector: ({ kind }) => kind }),
  lock: fc.subarray([...steps]),
  weights: fc.constantFrom('same' as const, 'own' as const),
  experiment: fc.string({ maxLength: 16 }),
});

const reached: Reached = {
  experiment: defaultExperiment,
  runId: 3,
  byHand: false,
  unlocked: false,
  accuracy: 0.96,
  cost: 0.08,
  epoch: 41,
};
const goals: readonly Goal[] = [
  { kind: 'accuracy', least: 0.95 },
  { kind: 'noHidden' },
  { kind: 'epochs', most: 50 },
];
const code = codeOf('林小雨', 'abcdefg', goals, reached);

describe('a task', () => {
  it('comes back as it was, whatever is asked', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        expect(readTask(packTask(task))).toEqual(JSON.parse(JSON.stringify(task)));
      }),
    );
  });

  it('has an id of its own', () => {
    fc.assert(
      fc.property(anyTask, anyTask, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(idOfTask(packTask(a))).not.toBe(idOfTask(packTask(b)));
      }),
    );
  });

  it('names a goal that this page does not know, and is not read where it is cut off, empty or something else', () => {
    const task = {
      words: '',
      goals: [{ kind: 'speed', least: 3 }],
      lock: [],
      weights: 'same',
      experiment: 'x',
    };
    expect(readTask(packJson(task))).toEqual({
      field: 'goal',
      value: 'speed',
      allowed: 'accuracy, cost, parameters, noHidden, output, epochs',
    });
    const whole = packTask({ words: 'x', goals, lock: [], weights: 'same', experiment: 'x' });
    for (const text of ['', 'e', whole.slice(0, -5), packJson([]), packJson({ ...task, goals: [] })]) {
      expect(readTask(text)).toMatchObject({ field: 'task' });
    }
  });
});

describe('a result code', () => {
  it('comes back as it was, for any experiment', async () => {
    await fc.assert(
      fc.asyncProperty(experimentArbitrary, async (experiment) => {
        const [line] = await readCodes(codeOf('a', 'b', goals, { ...reached, experiment }));
        expect(line).toHaveProperty('result.name', 'a');
        expect(line).toHaveProperty('result.experiment.model', experiment.model);
      }),
      { numRuns: 30 },
    );
  });

  it('is found in a line of words, one a line, with what cannot be read beside it', async () => {
    const half = code.slice(0, code.length / 2);
    const lines = await readCodes(`\n林小雨：${code}\r\n${code}\r\n\nthanks!\n  ${half}  \n`);
    expect(lines.map((line) => line.result?.name ?? line.text)).toEqual(['林小雨', 'thanks!', half]);
  });

  it('does not verify where any of its characters was typed over', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const body = 3;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: body, max: code.length - 2 }), fc.nat(62), async (at, step) => {
        const other = letters[(letters.indexOf(code[at] ?? '') + 1 + step) % letters.length] ?? '';
        const [line] = await readCodes(code.slice(0, at) + other + code.slice(at + 1));
        expect(line).not.toHaveProperty('result');
      }),
      { numRuns: 500 },
    );
  });

  it('says whether the goals hold, the network counted again', async () => {
    const of = async (all: readonly Goal[], change: Partial<Reached> = {}) => {
      const [line] = await readCodes(codeOf('a', 'b', all, { ...reached, ...change }));
      return line?.result && isReached(line.result);
    };
    expect(await of(goals)).toBe(true);
    expect(await of(goals, { epoch: 51 })).toBe(false);
    expect(await of(goals, { accuracy: null })).toBe(false);
    expect(await of([{ kind: 'parameters', most: 12 }])).toBe(true);
    expect(await of([{ kind: 'parameters', most: 11 }])).toBe(false);
    expect(await of([{ kind: 'output', activation: 'softmax' }])).toBe(true);
    expect(await of([{ kind: 'output', activation: 'sigmoid' }])).toBe(false);
    expect(await of([{ kind: 'cost', most: 0.08 }])).toBe(true);
    expect(await of([{ kind: 'cost', most: 0.07 }])).toBe(false);
    const hidden = [{ units: 2, activation: 'relu' as const }];
    const deep = { ...defaultExperiment, model: { ...defaultExperiment.model, hidden } };
    expect(isMet({ kind: 'noHidden' }, deep, reached)).toBe(false);
  });
});
