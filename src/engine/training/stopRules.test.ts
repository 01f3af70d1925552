import { describe, expect, it } from 'vitest';
import type { StopRules } from '../experiment';
import { epochsReached, judge, noProgress, type StopReason, watchesLoss } from './stopRules';

const none: StopRules = { epochs: null, trainLoss: null, plateau: null };

/** Judges the losses of epochs 1, 2, …; answers the epoch that stopped and why. */
function judgeAll(rules: StopRules, losses: readonly number[]): [number, StopReason] | null {
  let progress = noProgress;
  for (const [index, loss] of losses.entries()) {
    const verdict = judge(rules, progress, index + 1, loss);
    if (verdict.stop) return [index + 1, verdict.stop];
    progress = verdict.progress;
  }
  return null;
}

describe('the stop rules', () => {
  it('look at the loss only where a rule needs it', () => {
    expect(watchesLoss({ ...none, epochs: 5 })).toBe(false);
    expect(watchesLoss({ ...none, trainLoss: 0 })).toBe(true);
    expect(watchesLoss({ ...none, plateau: { epochs: 1, minImprovement: 0 } })).toBe(true);
  });

  it('reach the last epoch at its number, not before', () => {
    expect([4, 5, 6].map((epoch) => epochsReached({ ...none, epochs: 5 }, epoch))).toEqual([
      false,
      true,
      true,
    ]);
    expect(epochsReached(none, 1e9)).toBe(false);
  });

  it('stop at the target loss, itself included', () => {
    expect(judgeAll({ ...none, trainLoss: 0.5 }, [0.9, 0.51, 0.5, 0.1])).toEqual([3, 'trainLoss']);
    expect(judgeAll({ ...none, trainLoss: 0.5 }, [0.9, 0.6])).toBeNull();
  });

  const plateau = { ...none, plateau: { epochs: 3, minImprovement: 0.1 } };

  it('stop when the loss has not improved enough for so many epochs', () => {
    expect(judgeAll(plateau, [1, 0.95, 0.95, 0.95])).toEqual([4, 'plateau']);
  });

  it('count improvement from the best loss, however slowly it adds up', () => {
    expect(judgeAll(plateau, [1, 0.95, 0.92, 0.85, 0.8, 0.77, 0.74, 0.7])).toBeNull();
    expect(judgeAll(plateau, [1, 0.97, 0.94, 0.91])).toEqual([4, 'plateau']);
  });

  it('take no improvement for one when none is demanded', () => {
    const any = { ...none, plateau: { epochs: 2, minImprovement: 0 } };
    expect(judgeAll(any, [1, 1, 1])).toEqual([3, 'plateau']);
    expect(judgeAll(any, [1, 1, 0.999999, 1, 0.99999])).toBeNull();
  });

  it('name the target first when both hold', () => {
    expect(judgeAll({ ...plateau, trainLoss: 0.95 }, [1, 1, 1, 0.95])).toEqual([4, 'trainLoss']);
  });
});
