/**
 * Surfaces between the turns of training, with a clock made of a variable: a value of J is pretended to take 1 ms, a turn of training 12.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lineExperiment } from '../../../tests/support/testExperiment';
import { clock, Page } from '../../../tests/support/testPage';
import { MeanCost } from '../training/costSurface/meanCost';
import type { SurfaceQuestion } from '../training/costSurface/surfaceQuestion';
import { settingsOf } from '../training/planChange';
import { Trainer } from '../training/trainer';

// oxlint-disable-next-line typescript/unbound-method -- called with the trainer it is taken from
const { run } = Trainer.prototype;
/** What was done, in order: c for a value of J, t for training. */
let done = '';

beforeEach(() => {
  clock.nowMs = 0;
  done = '';
  vi.spyOn(MeanCost.prototype, 'at').mockImplementation(async (parameters) => {
    clock.nowMs += 1;
    done += 'c';
    return (parameters[0] ?? 0) ** 2;
  });
  vi.spyOn(Trainer.prototype, 'run').mockImplementation(function (this: Trainer, count) {
    clock.nowMs += 12;
    done += 't';
    return run.call(this, count);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const question: SurfaceQuestion = {
  directions: { kind: 'pair', first: 0, second: 1 },
  loss: { id: 'squaredError' },
  regularised: false,
  zoom: 0,
  centre: 'path',
};

function answers(page: Page) {
  return page.heard.flatMap((message) => (message.type === 'surface' ? [message] : []));
}

it('answers a question at rest, telling how far it is, and not again while nothing moves', async () => {
  const page = new Page();
  await page.start(lineExperiment());
  page.send({ type: 'surface', question });
  await page.pass(5000);
  expect(answers(page)).toHaveLength(1);
  expect(answers(page)[0]).toMatchObject({ runId: 1, surface: { question, points: 30, of: 30 } });
  const shares = page.heard.flatMap((message) => (message.type === 'surfaceProgress' ? [message.share] : []));
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(done).toHaveLength(4096);
});

it('works in slices of at most ten milliseconds while training goes on', async () => {
  const page = new Page();
  await page.start(lineExperiment(), { playing: true });
  page.send({ type: 'surface', question });
  done = '';
  await page.pass(3000);
  const slices = done.split('t').map((slice) => slice.length);
  expect(Math.max(...slices)).toBe(8);
  expect(slices.length).toBeGreaterThan(50);
});

it('answers the latest question only', async () => {
  const page = new Page();
  await page.start(lineExperiment());
  page.send({ type: 'surface', question });
  await page.pass(1000);
  const second = { ...question, zoom: 2 };
  page.send({ type: 'surface', question: second });
  await page.pass(6000);
  expect(answers(page).map(({ surface }) => typeof surface !== 'string' && surface.question.zoom)).toEqual([
    2,
  ]);
});

it('stops when nobody looks any more and frees what it computed with', async () => {
  const dispose = vi.spyOn(MeanCost.prototype, 'dispose');
  const page = new Page();
  await page.start(lineExperiment());
  page.send({ type: 'surface', question });
  await page.pass(1000);
  page.send({ type: 'surface', question: null });
  await page.pass(100);
  const before = done.length;
  await page.pass(5000);
  expect(done).toHaveLength(before);
  expect(answers(page)).toEqual([]);
  expect(dispose).toHaveBeenCalledTimes(1);
});

it('leaves a surface that holds all parameters as it is while training goes on', async () => {
  const page = new Page();
  await page.start(lineExperiment());
  page.send({ type: 'surface', question });
  await page.pass(5000);
  page.send({ type: 'setWeights', changes: [{ index: 0, value: 1.5 }] });
  await page.pass(5000);
  page.send({ type: 'step', unit: 'epoch', times: 1 });
  await page.pass(5000);
  expect(answers(page)).toHaveLength(1);
});

it('computes another when the run moves out of the range, and one for a new run', async () => {
  const page = new Page();
  await page.start(lineExperiment());
  page.send({ type: 'surface', question });
  await page.pass(5000);
  page.send({ type: 'setWeights', changes: [{ index: 0, value: 50 }] });
  await page.pass(6000);
  expect(answers(page)).toHaveLength(2);
  await page.start(lineExperiment(), { runId: 2 });
  await page.pass(6000);
  expect(answers(page).map(({ runId }) => runId)).toEqual([1, 1, 2]);
});

it('computes another where weights are frozen at rest: random directions leave them alone', async () => {
  const page = new Page();
  const experiment = lineExperiment();
  await page.start(experiment);
  page.send({ type: 'surface', question: { ...question, directions: { kind: 'random', seed: 1 } } });
  await page.pass(5000);
  const frozen = { layers: [0], parameters: [] };
  const training = { ...experiment.training, frozen };
  page.send({ type: 'retune', settings: settingsOf({ ...experiment, training }) });
  await page.pass(6000);
  expect(answers(page).map(({ surface }) => typeof surface)).toEqual(['object', 'string']);
});

it('says why there is no surface and lets the run go on', async () => {
  vi.spyOn(MeanCost.prototype, 'at').mockRejectedValue(new Error('lost'));
  const page = new Page();
  await page.start(lineExperiment(), { playing: true });
  page.send({ type: 'surface', question });
  await page.pass(500);
  expect(answers(page)[0]).toMatchObject({ surface: 'failed' });
  expect(page.heard.some(({ type }) => type === 'failed')).toBe(false);
  page.send({ type: 'surface', question: { ...question, directions: { kind: 'principal' } } });
  await page.pass(500);
  expect(page.lastSnapshot().updates).toBeGreaterThan(10);
});
