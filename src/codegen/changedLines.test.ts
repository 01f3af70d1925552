import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../tests/support/programs/testRuns';
import { defaultExperiment, type Experiment } from '../engine/experiment';
import { changedLines } from './changedLines';
import { buildProgram, programPieces, type TargetId, targets } from './index';
import { shownLines, sizeOf } from './shownLines';

describe('changedLines', () => {
  it.each<[string, string[], string[], number[]]>([
    ['nothing', ['a', 'b'], ['a', 'b'], []],
    ['a line in place of another', ['a', 'b', 'c'], ['a', 'x', 'c'], [1]],
    ['a line that came', ['a', 'c'], ['a', 'b', 'c'], [1]],
    ['a line that went', ['a', 'b', 'c'], ['a', 'c'], []],
    ['two places, with what is between them', ['a', 'b', 'c', 'd'], ['x', 'b', 'c', 'y'], [0, 3]],
    ['the second of equal lines', ['a', 'a'], ['a', 'b', 'a'], [1]],
    ['everything, but no empty line', [], ['a', '', 'b'], [0, 2]],
  ])('finds %s', (_, before, now, changed) => {
    expect(changedLines(before, now)).toEqual(changed);
  });

  it.each(Object.keys(targets) as TargetId[])('finds the one line of the learning rate in %s', (id) => {
    const linesOf = (experiment: Experiment) =>
      shownLines(programPieces(buildProgram(id, sourceOf(experiment), { locale: 'en', inlined: false }))).map(
        ({ text }) => text,
      );
    const training = { ...defaultExperiment.training, learningRate: 0.03 };
    const now = linesOf({ ...defaultExperiment, training });
    const changed = changedLines(linesOf(defaultExperiment), now);
    expect(changed.map((i) => now[i])).toEqual([expect.stringContaining('0.03')]);
  });
});

describe('shownLines', () => {
  const rows = { count: 100, row: (i: number) => `row ${i}` };

  it('shows the first rows of a long table and numbers lines as the whole program does', () => {
    const shown = shownLines(['first', rows, 'last']);
    expect(shown.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 102]);
    expect(shown.map(({ left }) => left)).toEqual([0, 0, 0, 0, 0, 96, 0]);
    expect(shown.at(-1)?.text).toBe('last');
  });

  it('shows short tables whole, and the beginning of endless lines', () => {
    const shown = shownLines([{ ...rows, count: 12 }, 'x'.repeat(1000)]);
    expect(shown).toHaveLength(13);
    expect(shown.at(-1)?.text).toHaveLength(242);
  });

  it('knows the size of what it does not show', () => {
    expect(sizeOf(['first', rows])).toEqual({ lines: 101, characters: 6 + 650 });
  });
});
