import { beforeEach, describe, expect, it } from 'vitest';
import { experimentWith, networkExperiment } from '../../tests/support/testExperiment';
import { setTraining } from './modelEdits';
import { leaveQuestion, openQuestion, ownExperiment, showPage } from './page';
import { startRace } from './race';
import { variantsOf } from './raceVariants';
import { edit, look, play, redo, startRun, store, undo } from './store';

const own = networkExperiment;
const asked = experimentWith({ data: { classes: 2 }, model: { hidden: [] } });
const state = () => store.getState();
const steps = () => store.temporal.getState();
const rate = (learningRate: number) => edit((experiment) => setTraining(experiment, { learningRate }));

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  edit(() => own);
  store.temporal.getState().clear();
});

it('another page begins with no symbol lit', () => {
  look({ symbol: { quantity: 'L' } });
  showPage('formula');
  expect(state().view).toMatchObject({ page: 'formula', symbol: null });
});

describe('a question of Why', () => {
  it('has its own experiment at rest, and gives everything of the learner’s back as it was', () => {
    rate(0.3);
    rate(0.4);
    undo();
    look({ page: 'why', selection: new Set([3]), speed: 'slow', probe: { kind: 'point', index: 2 } });
    play();
    const before = state();
    const { pastStates, futureStates } = steps();

    openQuestion('softmax-of-two', asked);
    expect(state()).toMatchObject({ experiment: asked, race: null, latest: { snapshot: null } });
    expect(state().run).toMatchObject({ playing: false });
    expect(state().run.runId).not.toBe(before.run.runId);
    expect(state().view).toMatchObject({ selection: new Set(), probe: null, speed: 'slow' });
    startRun(true);
    rate(0.7);
    look({ speed: 'once', selection: new Set([1]) });

    leaveQuestion();
    expect(state().question).toBeNull();
    expect(state().experiment).toBe(before.experiment);
    expect(state().run).toEqual({ ...before.run, playing: false });
    expect(state().latest).toBe(before.latest);
    // How fast training is watched is about no experiment.
    expect(state().view).toEqual({ ...before.view, speed: 'once' });
    expect(steps().pastStates).toEqual(pastStates);
    expect(steps().futureStates).toEqual(futureStates);
  });

  it('has steps of undo of its own, which do not lead out of it', () => {
    rate(0.3);
    openQuestion('linear-layers', asked);
    undo();
    expect(state().experiment).toBe(asked);
    rate(0.7);
    rate(0.8);
    undo();
    expect(state().experiment.training.learningRate).toBe(0.7);
    leaveQuestion();
    expect(state().experiment.training.learningRate).toBe(0.3);
    redo();
    expect(state().experiment.training.learningRate).toBe(0.3);
    undo();
    expect(state().experiment).toBe(own);
    rate(0.5);
    expect(steps().pastStates).toHaveLength(1);
  });

  it('is left with its page, and its race with it', () => {
    openQuestion('sigmoid-or-relu', asked);
    startRace('learningRate', variantsOf('learningRate', ['0.1', '0.2'], asked));
    expect(state().view.page).toBe('why');
    showPage('how-well');
    expect(state()).toMatchObject({ experiment: own, question: null, race: null });
    expect(state().view.page).toBe('how-well');
  });

  it('lets a race of the learner’s begin again afterwards', () => {
    startRace('learningRate', variantsOf('learningRate', ['0.1', '0.2'], own));
    expect(state().view.page).toBe('runs');
    const { raceId } = state().race!;
    openQuestion('activations', asked);
    expect(state().race).toBeNull();
    leaveQuestion();
    expect(state().race).toMatchObject({ raceId: raceId + 1, playing: false });
    expect(state().race?.lanes).toHaveLength(2);
  });

  it('makes way for the next one; the learner’s own experiment is what is kept between visits', () => {
    expect(ownExperiment(state())).toBe(own);
    openQuestion('activations', asked);
    openQuestion('linear-layers', own);
    expect(ownExperiment(state())).toBe(own);
    expect(state().question).toMatchObject({ id: 'linear-layers', aside: { experiment: own } });
    leaveQuestion();
    expect(state().experiment).toBe(own);
  });
});
