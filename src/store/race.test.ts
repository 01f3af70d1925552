import { beforeEach, describe, expect, it } from 'vitest';
import { networkExperiment } from '../../tests/support/testExperiment';
import { decode } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import type { LanePicture } from '../engine/training/racePicture';
import { chooseTask } from './dataEdits';
import { differences } from './differences';
import { chooseKind } from './modelEdits';
import { adoptLane, closeRace, pauseRace, playRace, resetRace, showRace, startRace } from './race';
import { choicesOf, firstChoices, raceFactors, variantsOf } from './raceVariants';
import { play, store, undo } from './store';

const regression = chooseTask(networkExperiment, 'regression1');
const race = () => store.getState().race;

function pictureAt(epoch: number, parts: Partial<LanePicture> = {}): LanePicture {
  const outputs = { columns: 1, rows: 1, units: 1, values: new Float32Array(1) };
  const train = { loss: 1 / (1 + epoch), accuracy: 0.5, confusion: null };
  const predictions = new Float32Array(0);
  return { epoch, halt: null, train, test: null, earlier: [], outputs, predictions, ...parts };
}

beforeEach(() => {
  store.setState({ ...store.getInitialState(), experiment: networkExperiment }, true);
  store.temporal.getState().clear();
});

describe('variants', () => {
  it('differ in the one thing and in nothing else, and are documents that decode accepts', () => {
    for (const experiment of [networkExperiment, regression]) {
      for (const thing of raceFactors) {
        const values =
          thing === 'learningRate' ? ['0.001', '0.5'] : choicesOf(thing, experiment).map(({ id }) => id);
        for (const { experiment: variant } of variantsOf(thing, values, experiment)) {
          const found = differences(variant, experiment).map(({ setting }) => setting);
          expect(found.filter((setting) => setting !== thing)).toEqual([]);
          expect(variant.data).toBe(experiment.data);
          expect(variant.model.seed).toBe(experiment.model.seed);
          expect(decode(variant).problems).toEqual([]);
        }
      }
    }
  });

  it('put an activation into every hidden layer', () => {
    const [sigmoid] = variantsOf('activation', ['sigmoid'], networkExperiment);
    expect(sigmoid?.experiment.model.hidden.map(({ activation }) => activation)).toEqual([
      'sigmoid',
      'sigmoid',
    ]);
    expect(sigmoid?.value).toEqual({ kind: 'name', name: { en: 'sigmoid', zh: 'sigmoid' } });
  });

  it('of a loss are those that suit the task', () => {
    expect(choicesOf('loss', regression).map(({ id }) => id)).toEqual(['squaredError']);
    expect(choicesOf('loss', networkExperiment).length).toBeGreaterThan(2);
  });

  it('at first are two to four that differ, where there are so many', () => {
    for (const thing of raceFactors) {
      const first = firstChoices(thing, networkExperiment);
      expect(first.length).toBeGreaterThanOrEqual(2);
      expect(variantsOf(thing, first, networkExperiment)).toHaveLength(first.length);
      expect(new Set(first).size).toBe(first.length);
    }
    const steep: Experiment = {
      ...networkExperiment,
      training: { ...networkExperiment.training, learningRate: 10 },
    };
    expect(firstChoices('learningRate', steep)).toEqual(['1', '10']);
    expect(variantsOf('activation', ['relu', 'nonsense'], chooseKind(steep, 'network'))).toHaveLength(1);
  });
});

describe('a race', () => {
  const start = () =>
    startRace('activation', variantsOf('activation', ['sigmoid', 'relu'], networkExperiment));

  it('starts playing, opens its page and holds the run of the page', () => {
    play();
    start();
    expect(race()).toMatchObject({ playing: true, thing: 'activation', isOver: false });
    expect(store.getState().run.playing).toBe(false);
    expect(store.getState().view).toMatchObject({ page: 'runs' });
    play();
    playRace();
    expect(store.getState().run.playing).toBe(false);
  });

  it('takes pictures in, a row of the curve each, and leaves a lane that stopped as it was', () => {
    start();
    const { raceId } = race()!;
    showRace(raceId, { epoch: 0, lanes: [pictureAt(0), pictureAt(0)], isOver: false });
    showRace(raceId, { epoch: 3, lanes: [pictureAt(2, { halt: 'diverged' }), pictureAt(3)], isOver: false });
    showRace(raceId, { epoch: 6, lanes: [null, pictureAt(6)], isOver: true });
    const [stopped, other] = race()!.lanes;
    expect(stopped?.picture).toMatchObject({ epoch: 2, halt: 'diverged' });
    expect(stopped?.history.rows.map(({ epoch }) => epoch)).toEqual([0, 2]);
    expect(other?.history.rows.map(({ epoch }) => epoch)).toEqual([0, 3, 6]);
    expect(race()).toMatchObject({ isOver: true, playing: false });
  });

  it('drops pictures from before its reset', () => {
    start();
    const { raceId } = race()!;
    showRace(raceId, { epoch: 5, lanes: [pictureAt(5), pictureAt(5)], isOver: false });
    resetRace();
    showRace(raceId, { epoch: 6, lanes: [pictureAt(6), pictureAt(6)], isOver: false });
    expect(race()?.lanes.map(({ history }) => history.rows.length)).toEqual([0, 0]);
    expect(race()?.playing).toBe(false);
  });

  it('gives a lane to the page as one step of undo', () => {
    start();
    adoptLane(0);
    expect(store.getState().experiment.model.hidden[0]?.activation).toBe('sigmoid');
    undo();
    expect(store.getState().experiment).toBe(networkExperiment);
    adoptLane(1);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  it('is gone when it is closed, and nothing minds', () => {
    start();
    closeRace();
    pauseRace();
    showRace(1, { epoch: 1, lanes: [pictureAt(1), null], isOver: false });
    expect(race()).toBeNull();
  });
});
