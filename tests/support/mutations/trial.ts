/**
 * For tests only: brings something hostile to one of the doors of the page and holds the answer to what the page promises. What a door
 * reads in the worker is timed apart, because nothing waits for it.
 */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'fflate';
import { prepareData } from '../../../src/engine/data/prepareData';
import { type Decoded, decode, decodeText } from '../../../src/engine/document';
import { defaultExperiment, type Experiment } from '../../../src/engine/experiment';
import { createRandom, type Random } from '../../../src/engine/random';
import { takePoints } from '../../../src/io/csv/points';
import { readTableFile } from '../../../src/io/csv/read';
import { guessChoice } from '../../../src/io/csv/roles';
import { readProgress } from '../../../src/lessons/progress';
import { keptOf } from '../../../src/lessons/task/openTask';
import { codeOf, readCodes } from '../../../src/lessons/task/resultCode';
import { packTask, readTask } from '../../../src/lessons/task/taskText';
import { decodeLink, documentOf, encodeLink, type LinkDecoded } from '../../../src/persistence/link';
import { packJson } from '../../../src/persistence/packed';
import { quickBytes } from '../../../src/persistence/readLimits';
import { importPoints } from '../../../src/store/dataEdits';
import { readAddress } from '../../../src/store/screen';
import type { Task } from '../../../src/store/taskState';
import { lineExperiment, networkExperiment } from '../testExperiment';
import { oneOf, withMutations, withSlips } from './hostile';

export interface Trial {
  readonly door: string;
  /**
   * Longest work without a turn for anything else, on the page and in the worker: milliseconds of the processor, so that whatever else the
   * machine is at does not count.
   */
  readonly pageMs: number;
  readonly workerMs: number;
}

function ownExperiment(): Experiment {
  const { data } = networkExperiment;
  const x1 = Array.from({ length: 60 }, (_, i) => 7 * Math.sin(i));
  const names = { x1: '密度', x2: 'b', y: 'c', classes: ['a', 'b'] };
  const y = x1.map((_, i) => i % 4);
  const source = { kind: 'own' as const, x1, x2: x1.map((x) => x / 3), y, names };
  return { ...networkExperiment, data: { ...data, source, standardize: true } };
}

const experiments = [defaultExperiment, networkExperiment, lineExperiment(), ownExperiment()];
const task: Task = {
  words: '请训练到 95 %。',
  goals: [{ kind: 'accuracy', least: 0.95 }, { kind: 'noHidden' }],
  lock: ['data'],
  weights: 'same',
  experiment: 'abcdefg',
};
const tables = [
  'watermelon_gbk.csv',
  'sheets_decimal_comma.csv',
  'quoted_label_first.csv',
  'own/comments.dat',
];

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

class Clock {
  pageMs = 0;
  workerMs = 0;

  page<T>(work: () => T): T {
    const start = processorMs();
    const answer = work();
    this.pageMs = Math.max(this.pageMs, processorMs() - start);
    return answer;
  }

  worker<T>(work: () => T): T {
    const start = processorMs();
    const answer = work();
    this.workerMs = Math.max(this.workerMs, processorMs() - start);
    return answer;
  }

  /** The longest turn of work that gives way in between. */
  async turns<T>(work: () => Promise<T>): Promise<T> {
    let [last, isOver] = [processorMs(), false];
    const tick = () => {
      const now = processorMs();
      this.pageMs = Math.max(this.pageMs, now - last);
      last = now;
      if (!isOver) setImmediate(tick);
    };
    setImmediate(tick);
    try {
      return await work();
    } finally {
      isOver = true;
      tick();
    }
  }
}

/** What every answer promises: an experiment that trains on finite numbers, or problems that fit a sentence. */
function check({ experiment, problems }: Decoded | LinkDecoded): void {
  if (experiment) {
    checkInputs(experiment);
    return;
  }
  if (typeof problems === 'string') return;
  if (problems.length === 0 || problems.length > 100) throw new Error(`${problems.length} problems`);
  for (const { field, value } of problems) {
    if (field.length > 60 || value.length > 60) throw new Error(`a sentence of ${field} and ${value}`);
  }
}

function checkInputs({ data }: Experiment): void {
  const { points, inputMap } = prepareData(data);
  const bad = inputMap.fill(points.x1, points.x2).findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new Error(`input ${bad} of an experiment that was taken is not finite`);
}

type Door = (random: Random, clock: Clock) => Promise<void> | void;

const mutated = (random: Random) => withMutations(random, oneOf(random, experiments));

const doors: Readonly<Record<string, Door>> = {
  link: (random, clock) => {
    const whole = oneOf(random, experiments);
    const packed = () => packJson(withMutations(random, documentOf(whole)));
    const first = () => Buffer.from(deflateSync(Buffer.from(withSlips(random, JSON.stringify(whole)))));
    const hash = oneOf(random, [
      () => withSlips(random, encodeLink(whole)),
      () => `#e=${packed()}`,
      () => `#e=${first().toString('base64url')}`,
    ])();
    check(clock.page(() => decodeLink(hash, quickBytes)) ?? { experiment: null, problems: 'unreadableLink' });
    check(clock.worker(() => decodeLink(hash)) ?? { experiment: null, problems: 'unreadableLink' });
  },
  file: (random, clock) => {
    const text = JSON.stringify(mutated(random));
    const slipped = random.integer(2) === 0 ? text : withSlips(random, text);
    check(clock[slipped.length <= quickBytes ? 'page' : 'worker'](() => decodeText(slipped)));
  },
  table: async (random, clock) => {
    const bytes = readFileSync(`tests/cases/${oneOf(random, tables)}`);
    const text = withSlips(random, bytes.toString('latin1'));
    await readTable(Buffer.from(text, 'latin1'), clock);
  },
  task: (random, clock) => {
    const text = oneOf(random, [
      () => withSlips(random, packTask(task)),
      () => packJson(withMutations(random, task)),
    ])();
    clock.page(() => readTask(text));
  },
  code: async (random, clock) => {
    const reached = { experiment: oneOf(random, experiments), runId: 1, byHand: false, unlocked: false };
    const code = codeOf('林', 'abcdefg', task.goals, { ...reached, accuracy: 1, cost: 0.1, epoch: 3 });
    const content = { name: 'x', task: 'x', goals: task.goals, document: mutated(random), epoch: 1 };
    const pasted = oneOf(random, [() => code, () => `Q1.${packJson(withMutations(random, content))}`])();
    await clock.turns(() => readCodes(withSlips(random, `${pasted}\n${code}`)));
  },
  kept: (random, clock) => {
    const record = mutated(random);
    check(clock.page(() => decode(record)));
    const reached = { experiment: record, accuracy: 1, cost: 1, epoch: 1, byHand: false, unlocked: false };
    const tab = withSlips(random, JSON.stringify({ id: 'abcdefg', reached }));
    clock.page(() => keptOf('abcdefg', tab));
    const done = withMutations(random, { linear: { done: ['a', 'b'], at: 'a', best: { a: 3 } } });
    const progress = withSlips(random, JSON.stringify(done));
    clock.page(() => readProgress(progress));
    const address = withSlips(random, '?mode=learn&show=plane,film&lock=data&point=3&epoch=20');
    clock.page(() => readAddress(address));
  },
};

async function readTable(bytes: Buffer, clock: Clock): Promise<void> {
  const examined = await clock.turns(() => readTableFile(new Blob([new Uint8Array(bytes)]), {}, {}));
  if ('kind' in examined) return;
  const choice = clock.page(() => guessChoice(examined.table, examined.columns, examined.layout));
  const points = clock.page(() => takePoints(examined, choice));
  if (points.trouble) return;
  const { x1, x2, y, isTest, names } = points;
  const inputs = choice.roles.includes('x2') ? 2 : 1;
  const imported = {
    task: choice.task,
    inputs,
    plane: defaultExperiment.data.plane,
    x1,
    x2,
    y,
    isTest,
    names,
  };
  const experiment = importPoints(defaultExperiment, { ...imported, standardize: true } as never);
  const { problems } = decode(JSON.parse(JSON.stringify(experiment)));
  if (problems.length > 0) throw new Error(`imported points are refused: ${JSON.stringify(problems)}`);
  checkInputs(experiment);
}

/** Tries the mutation of a seed. Throws what the page would have thrown, or what it promised in vain. */
export async function tryMutation(seed: number): Promise<Trial> {
  const random = createRandom(seed);
  const door = oneOf(random, Object.keys(doors));
  const clock = new Clock();
  await doors[door]?.(random, clock);
  return { door, pageMs: clock.pageMs, workerMs: clock.workerMs };
}
