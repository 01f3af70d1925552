/**
 * A change, which is as often negative as positive: what a linear output is for. x₁ is the time in weeks from today,
 * the target the day's change in per cent, a slow swing with a faster ripple; clean targets lie between −1.5 and 1.5.
 */
import type { Dataset } from '../dataset';
import { drawCurve } from './drawTargets';

const change = (weeks: number): number => Math.sin(0.9 * weeks) + 0.5 * Math.sin(2.1 * weeks + 0.6);

export const dailyChange = {
  id: 'dailyChange',
  name: { en: 'Daily change', zh: '日涨跌' },
  phrase: { en: 'daily changes', zh: '日涨跌' },
  task: 'regression',
  inputs: 1,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-3, 3] },
  defaultNoise: 0.25,
  defaultPoints: 160,
  generate: (options, random) => drawCurve(options, random, [-5.5, 5.5], change),
} satisfies Dataset;
