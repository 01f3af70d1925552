import { describe, expect, it } from 'vitest';
import { judge, type Results } from './bars';
import type { Row } from './parts/table';
import type { SubjectId } from './subject';
import { works } from './works';

const work = works[0]!;
const row = (subject: SubjectId, epochsPerSecond: number, loss = 0.1): Row => ({
  work,
  batch: 'all',
  subject,
  epochsPerSecond,
  repeats: [epochsPerSecond],
  startLoss: 1,
  loss,
  extrapolated: false,
  note: '',
});

const judged = (parts: Partial<Results>) =>
  judge({ rows: [], absences: [], peak: null, scaling: [], page: null, ...parts });

describe('judge', () => {
  it('compares the wasm device with the fastest other subject, webgl of our own left out', () => {
    const rows = [
      row('quadrant wasm', 90),
      row('quadrant webgl', 80),
      row('plain js', 10),
      row('tfjs cpu', 1),
    ];
    const [bar] = judged({ rows });
    expect(bar).toMatchObject({ measured: '9.00×', holds: true });
    expect(bar!.name).toContain('plain js');
  });

  it('gives nothing for speed without learning', () => {
    const rows = [row('quadrant wasm', 50, 2), row('plain js', 40, Number.NaN), row('tfjs cpu', 1)];
    const [bar] = judged({ rows });
    expect(bar!.name).toContain('tfjs cpu');
    expect(bar!.holds).toBe(false);
  });

  it('counts a device that could not run as a missed bar', () => {
    const absences = [{ work, batch: 'all', subject: 'quadrant wasm', reason: 'fell back' }] as const;
    expect(judged({ rows: [row('plain js', 1)], absences })).toMatchObject([
      { measured: 'not available', holds: false },
    ]);
  });
});
