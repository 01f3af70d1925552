/** Files as people have them, imported as the dialog does it: what becomes of the document, and that training arrives where it must. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareData } from '../engine/data/prepareData';
import { decodeText } from '../engine/document';
import { defaultExperiment, type Experiment } from '../engine/experiment';
import { Trainer } from '../engine/training/trainer';
import { fitPlane } from '../io/csv/fitPlane';
import { takePoints } from '../io/csv/points';
import { type CsvFileTrouble, type ExaminedTable, readTableFile, readTableText } from '../io/csv/read';
import { guessChoice } from '../io/csv/roles';
import { wantsScaling } from '../io/csv/scale';
import { writeCsv } from '../io/csv/write';
import { coordinateText } from '../panels/page/howWell/table/cellText';
import { placeText } from '../panels/picture/plane/placeText';
import { addPoints, clearPoints, importPoints, removePoints, setSplitSeed } from '../store/dataEdits';

async function imported(name: string, into = defaultExperiment): Promise<Experiment> {
  const examined = await readTableFile(new Blob([readFileSync(`tests/cases/${name}`)]), {}, {});
  return importExamined(examined, into);
}

function importExamined(examined: ExaminedTable | CsvFileTrouble, into: Experiment): Experiment {
  if ('kind' in examined) throw new Error(examined.kind);
  const choice = guessChoice(examined.table, examined.columns, examined.layout);
  const points = takePoints(examined, choice);
  const inputs = choice.roles.includes('x2') ? 2 : 1;
  const { x1, x2, y, isTest, names } = points;
  const plane = fitPlane(into.data.plane, x1, inputs === 1 ? y : x2, inputs === 2);
  const standardize = wantsScaling(points, inputs);
  return importPoints(into, { task: choice.task, inputs, plane, x1, x2, y, isTest, names, standardize });
}

function own(experiment: Experiment) {
  const { source } = experiment.data;
  if (source.kind !== 'own') throw new Error('no points of its own');
  return source;
}

describe('an imported file', () => {
  it('keeps names and split through a file or a link', async () => {
    for (const name of ['own/french_given_split.csv', 'watermelon_gbk.csv', 'own/timestamps_ms.csv']) {
      const experiment = await imported(name);
      expect(decodeText(JSON.stringify(experiment)), name).toEqual({ experiment, problems: [] });
    }
  });

  it('tests with the points that it says, until another split is asked for', async () => {
    const experiment = await imported('own/french_given_split.csv');
    expect([...prepareData(experiment.data).split.test]).toEqual([4, 9, 14, 19, 24]);
    expect(experiment.data.testShare).toBe(0.2);
    const removed = removePoints(experiment, new Set([0, 4]));
    expect([...prepareData(removed.data).split.test]).toEqual([7, 12, 17, 22]);
    const added = addPoints(removed, [{ x1: 1, x2: 2, y: 0 }]);
    expect([...prepareData(added.data).split.test]).toEqual([7, 12, 17, 22]);
    const drawn = setSplitSeed(experiment, 5);
    expect(own(drawn).isTest).toBeUndefined();
    expect(own(drawn).names).toEqual(own(experiment).names);
    expect(own(clearPoints(experiment)).names).toBeUndefined();
  });

  it('is exported with its names, and comes back with the same points, classes and split', async () => {
    const experiment = await imported('own/french_given_split.csv');
    const { points, split } = prepareData(experiment.data);
    const { isTest } = split;
    const { names } = own(experiment);
    const pieces = await writeCsv({
      data: experiment.data,
      points,
      isTest,
      predictions: null,
      losses: null,
      names,
    });
    expect(pieces[0]?.trim()).toBe('x1,x2,class,split,prediction,loss,Température (°C),Durée (s),état');
    const again = importExamined(await readTableText(pieces.join('')), defaultExperiment);
    expect(again.data).toEqual(experiment.data);
  });

  it('of five million metres is taken as it is', async () => {
    const experiment = await imported('utm_metres.csv');
    expect(own(experiment).x2[0]).toBe(5412037.81);
    expect(experiment.data.standardize).toBe(true);
    const { inputMap, points } = prepareData(experiment.data);
    const inputs = inputMap.fill(points.x1, points.x2);
    expect(Math.max(...inputs.map(Math.abs))).toBeLessThan(3);
    expect(new Set(inputs).size).toBe(60);
  });

  it('with differences in the fourth decimal has places that are told apart', async () => {
    const { data } = await imported('longitude_latitude.csv');
    const { x1, x2 } = own({ ...defaultExperiment, data });
    for (const [values, range] of [
      [x1, data.plane.x],
      [x2, data.plane.y],
    ] as const) {
      const rounded = new Set(values.map((value) => value.toFixed(4)));
      expect(new Set(values.map((value) => coordinateText(value, range))).size).toBeGreaterThanOrEqual(
        rounded.size,
      );
      expect(new Set(values.map((value) => placeText(value, data.plane))).size).toBeGreaterThanOrEqual(
        rounded.size,
      );
    }
  });
});

it('house prices end at the optimum of linear regression on standardised inputs', async () => {
  const prices = await imported('house_prices.txt', {
    ...defaultExperiment,
    data: { ...defaultExperiment.data, testShare: 0 },
  });
  expect(prices.data.standardize).toBe(true);
  expect(prices.loss.id).toBe('squaredError');
  const whole = { ...prices, training: { ...prices.training, batchSize: 'all' as const } };
  const trainer = await Trainer.create(whole, { device: 'reference', onFallback: () => {} });
  await trainer.run(600);
  const { train } = await trainer.measure();
  const { parameters } = await trainer.readState();
  trainer.dispose();
  expect((train?.loss ?? 0) / 6.084091e8).toBeCloseTo(1, 5);
  const [w1 = 0, w2 = 0, b = 0] = parameters;
  // float32 has seven digits.
  expect(w1 / 112516.0).toBeCloseTo(1, 5);
  expect(w2 / -11109.8).toBeCloseTo(1, 4);
  expect(b / 353938.3).toBeCloseTo(1, 5);
});
