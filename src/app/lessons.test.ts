/**
 * Every card of every lesson, on the real store with real sessions: no check fires before its thing is done, and each fires when its help
 * has done it. The words of a card are short, and the same in every language by their ids.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestWorker } from '../../tests/support/testWorker';
import { pointsOf } from '../engine/data/prepareData';
import { decode } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import { RaceSession } from '../engine/worker/raceSession';
import { nowOf } from '../lessons/facts';
import { cardOf, lessonOf, lessons } from '../lessons/lessons';
import { beginLesson, experimentOf, turnToCard } from '../lessons/openCards';
import { watchLessons } from '../lessons/watchLesson';
import { taughtOn } from '../panels/controls/taughtHint';
import { play, setWeights, step } from '../store/commands';
import { chooseTask } from '../store/dataEdits';
import { answerCard, askHint, leaveLesson } from '../store/lesson';
import {
  chooseLoss,
  chooseOptimizer,
  setHiddenActivation,
  setLayer,
  setOutputActivation,
  setTraining,
} from '../store/modelEdits';
import { leaveQuestion, openQuestion, showPage } from '../store/page';
import { pageIds } from '../store/pages';
import { showRace, startRace } from '../store/race';
import { variantsOf } from '../store/raceVariants';
import { aimAt, edit, look, store, undo } from '../store/store';
import { connectTraining } from './connect';

/** The words of each card in a language, by its id. */
function cardsIn(lesson: string, language: string): Record<string, string> {
  const text = readFileSync(join(import.meta.dirname, '../lessons', lesson, `${language}.mdx`), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/<Card id="([^"]+)">(.*?)<\/Card>/gs)].map(([, id = '', words = '']) => [id, words]),
  );
}

/** What is asked, without choices, hints and what is said afterwards. */
const asked = (words: string) => words.replaceAll(/<(Choice|Hint|Seen).*?<\/\1>/gs, '').trim();
const choicesIn = (words: string) => [...words.matchAll(/<Choice id="([^"]+)">/g)].map(([, id]) => id);

it.each(Object.entries(taughtOn))('%s leads to a card that there is: %s', (_, taught) => {
  const [lesson = '', card = ''] = taught.split('/');
  expect(cardOf(lessonOf(lesson)!, card)?.id).toBe(card);
});

describe.each(lessons)('the words of lesson $id', (lesson) => {
  it.each(['en', 'zh'])('are there for each card in %s, with its choices, and short', (language) => {
    const words = cardsIn(lesson.id, language);
    expect(Object.keys(words)).toEqual(lesson.cards.map(({ id }) => id));
    for (const { id, choices = [], help } of lesson.cards) {
      const text = words[id] ?? '';
      expect([id, choicesIn(text)]).toEqual([id, choices]);
      expect(text).toContain('<Seen>');
      // The second hint comes after a first one.
      if (help) expect([id, text.includes('<Hint>')]).toEqual([id, true]);
      const plain = asked(text).replaceAll(/\$[^$]*\$|[*`]/g, '');
      const length = language === 'zh' ? plain.replaceAll(/\s/g, '').length : plain.split(/\s+/).length;
      expect([id, length <= (language === 'zh' ? 75 : 40)]).toEqual([id, true]);
    }
  });
});

const workers: TestWorker[] = [];
let close: () => void;

/** Races on a session of their own, as `app/connectRaces` has them in a worker. */
function connectTestRaces(): () => void {
  let nowMs = 0;
  let started: number | null = null;
  const session = new RaceSession({
    post: (message) => {
      if (message.type === 'failed') throw new Error(message.message);
      showRace(message.raceId, message.picture);
      session.receive({ type: 'acknowledge' });
    },
    nowMs: () => (nowMs += 0.02),
    pause: (ms) => {
      nowMs += ms;
      return new Promise((wake) => setImmediate(wake));
    },
  });
  const stop = store.subscribe(({ race }) => {
    if (race && race.raceId !== started) {
      started = race.raceId;
      const experiments = race.lanes.map(({ experiment }) => experiment);
      session.receive({ type: 'start', raceId: race.raceId, experiments, playing: race.playing });
    }
    if (!race) session.receive({ type: 'pause' });
  });
  return () => {
    stop();
    session.receive({ type: 'pause' });
  };
}

beforeEach(() => {
  // Nothing is timed, so that a run takes as long as its updates.
  look({ device: 'wasm' });
  const connection = connectTraining({
    open: (listener) => {
      const worker = new TestWorker(listener);
      workers.push(worker);
      return worker;
    },
    afterDrawn: (work) => work(),
  });
  connection.begin();
  const stop = watchLessons();
  const stopRaces = connectTestRaces();
  close = () => {
    leaveLesson();
    stop();
    stopRaces();
    connection.close();
    workers.length = 0;
  };
});
afterEach(() => close());

/** Until the card is done, or so much time of the worker has passed. */
async function settle(mostMs: number): Promise<void> {
  for (let ms = 0; ms < mostMs; ms += 40) {
    const worker = workers.findLast(({ isClosed }) => !isClosed);
    worker?.receive();
    await worker?.work(40);
    worker?.deliver();
    if (store.getState().lesson?.isDone) return;
  }
}

const isDone = () => store.getState().lesson?.isDone;

/** What somebody does who only looks around: turns the pages, points at a sample and at a symbol, asks for a hint. */
async function lookAround(): Promise<void> {
  const { page } = store.getState().view;
  for (const other of pageIds) showPage(other);
  aimAt({ kind: 'point', index: 0 });
  look({ symbol: { quantity: 'J' } });
  askHint();
  showPage(page);
  await settle(40);
}

describe.each(lessons)('lesson $id', (lesson) => {
  it('sets up valid experiments', () => {
    for (const { id } of lesson.cards) {
      expect([id, decode(JSON.parse(JSON.stringify(experimentOf(lesson, id)))).problems]).toEqual([id, []]);
    }
  });

  it.each(lesson.cards)(
    'has $id done by its help, and not before',
    async (card) => {
      const own = store.getState().experiment;
      beginLesson(lesson, card.id);
      await settle(400);
      expect(isDone()).toBe(false);
      await lookAround();
      expect(isDone()).toBe(false);
      const choice = card.right ?? card.choices?.[0];
      if (choice !== undefined) {
        answerCard(choice);
        await settle(200);
        // A guess is no proof that anything was done; what was read off rightly is.
        expect(isDone()).toBe(card.kind === 'explain' && !card.help);
      }
      card.help?.(nowOf(store.getState()));
      await settle(9000);
      expect(isDone()).toBe(true);
      leaveLesson();
      expect(store.getState().experiment).toBe(own);
    },
    20_000,
  );
});

/** A lesson, a card of it, and the next one, which begins with an experiment of its own. */
const pairs = lessons.flatMap(({ id, cards }) =>
  cards.flatMap((card, i) => (i > 0 && card.setUp ? [[id, cards[i - 1]!.id, card.id] as const] : [])),
);

it.each(pairs)(
  '%s: however far the run of card %s came, card %s is not done by it',
  async (lesson, before, id) => {
    beginLesson(lessonOf(lesson)!, before);
    await settle(400);
    const train = { loss: 1e-6, accuracy: 1, confusion: null };
    store.setState(({ latest }) => {
      const snapshot = latest.snapshot && {
        ...latest.snapshot,
        updates: 1e5,
        epoch: 5000,
        progress: 5000,
        train,
      };
      const row = { epoch: 5000, trainLoss: 1e-6, testLoss: null, trainAccuracy: 1, testAccuracy: null };
      return {
        latest: { ...latest, snapshot, history: { ...latest.history, rows: [...latest.history.rows, row] } },
      };
    });
    expect(nowOf(store.getState()).bestAccuracy).toBe(1);
    turnToCard(id);
    expect(isDone()).toBe(false);
    await settle(200);
    expect(isDone()).toBe(false);
    expect(store.getState().run.playing).toBe(false);
  },
);

const otherHidden = (hidden: Experiment['model']['hidden']) => (experiment: Experiment) => ({
  ...experiment,
  model: { ...experiment.model, hidden },
});

/** What cards ask for, done otherwise than by their help. */
const otherWays: Readonly<Record<string, () => void>> = {
  'three-steps/by-hand': () => {
    // One after the other, as they are typed.
    for (const index of [0, 1]) setWeights([{ index, value: 2 }]);
  },
  'three-steps/descend': () => step('epoch', 200),
  'three-steps/too-large': () => {
    // While it trains, and from where it is.
    play();
    edit((experiment) => setTraining(experiment, { learningRate: 10 }));
  },
  'keras/accuracy': () => {
    edit((experiment) => setTraining(chooseOptimizer(experiment, 'adam'), { learningRate: 0.03 }));
    play();
  },
  'keras/regression': () => edit((experiment) => chooseTask(experiment, 'regression2')),
  'outputs/yes-no': () => {
    edit((experiment) => setOutputActivation(experiment, 'sigmoid'));
    play();
    edit((experiment) => chooseLoss(experiment, 'binaryCrossentropy'));
  },
  'outputs/fits-real': () => {
    edit((experiment) => setHiddenActivation(setOutputActivation(experiment, 'linear'), 'tanh'));
    step('epoch', 600);
  },
  'why-relu/race': () => {
    const { experiment } = store.getState();
    openQuestion('sigmoid-or-relu', experiment);
    startRace('activation', variantsOf('activation', ['tanh', 'relu', 'sigmoid'], experiment));
  },
  'why-relu/through-relu': () => {
    edit((experiment) => setLayer(experiment, 1, { activation: 'tanh' }));
    edit((experiment) => setHiddenActivation(experiment, 'leakyRelu'));
    play();
  },
  'why-relu/flat-cost': () => {
    setWeights([{ index: 2, value: -30 }]);
    setWeights([{ index: 0, value: -1.6 }]);
    setWeights([
      { index: 1, value: -1.6 },
      { index: 2, value: 0 },
    ]);
    play();
  },
  'why-relu/dead': () => {
    for (const index of [0, 1, 4, 5, 8, 9]) setWeights([{ index, value: index < 8 ? 0 : -1 }]);
    play();
  },
  'softmax/win': () => {
    look({ probe: { kind: 'point', index: 0 } });
    const { x1 } = pointsOf(store.getState().experiment.data);
    // A weight of △ in place of its bias.
    setWeights([{ index: 2, value: Math.sign(x1[0] ?? 1) }]);
  },
  'softmax-of-two/shift': () => {
    setWeights([{ index: 5, value: 7 }]);
    setWeights([{ index: 4, value: 7 }]);
  },
  'softmax-of-two/one-unit': () => {
    edit((experiment) => setOutputActivation(experiment, 'sigmoid'));
    edit((experiment) => chooseLoss(experiment, 'binaryCrossentropy'));
    step('epoch', 100);
  },
  'linear-collapse/bend': () => {
    edit((experiment) => setLayer(experiment, 0, { activation: 'relu' }));
    play();
  },
  'minus-log/slide': () => {
    edit((experiment) => setTraining(experiment, { learningRate: 1 }));
    undo();
    play();
  },
  'spiral/layer': () => {
    const relu = { units: 8, activation: 'relu' } as const;
    edit(otherHidden([relu, relu]));
    play();
  },
  'spiral/best': () => {
    const tanh = { units: 5, activation: 'tanh' } as const;
    edit(otherHidden([tanh, tanh]));
    play();
  },
};

describe('the same, done in another way', () => {
  it.each(Object.entries(otherWays))(
    '%s',
    async (path, way) => {
      const [id = '', card = ''] = path.split('/');
      const lesson = lessonOf(id);
      expect(lesson && cardOf(lesson, card)).not.toBeNull();
      if (!lesson) return;
      beginLesson(lesson, card);
      await settle(400);
      const { choices, right } = cardOf(lesson, card) ?? {};
      const choice = right ?? choices?.[0];
      if (choice !== undefined) answerCard(choice);
      way();
      await settle(9000);
      expect(isDone()).toBe(true);
    },
    20_000,
  );
});

describe('what a card does not ask for', () => {
  it('is training in the experiment of a question', async () => {
    const lesson = lessonOf('three-steps');
    if (!lesson) throw new Error('no lesson');
    beginLesson(lesson, 'descend');
    await settle(200);
    openQuestion('linear-layers', store.getState().experiment);
    play();
    await settle(4000);
    expect([isDone(), (store.getState().latest.snapshot?.train?.loss ?? 1) < 0.1]).toEqual([false, true]);
    leaveQuestion();
    await settle(200);
    expect(isDone()).toBe(false);
    play();
    await settle(4000);
    expect(isDone()).toBe(true);
  });

  it('is a high place on the cost surface that is left again', async () => {
    const lesson = lessonOf('why-relu');
    if (!lesson) throw new Error('no lesson');
    beginLesson(lesson, 'flat-cost');
    step('update', 30);
    await settle(200);
    setWeights([
      { index: 0, value: -1.8 },
      { index: 1, value: -1.8 },
    ]);
    await settle(200);
    expect(isDone()).toBe(false);
    step('update', 20);
    await settle(200);
    expect(isDone()).toBe(true);
  });
});
