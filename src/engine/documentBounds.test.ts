import { describe, expect, it } from 'vitest';
import { networkExperiment } from '../../tests/support/testExperiment';
import { decode, decodeText } from './document';
import { limits } from './experiment';

const json = JSON.stringify(networkExperiment);
const many = (entry: string, count: number) => Array.from({ length: count }, () => entry).join();
/** The text of a document with another list of hidden layers. */
const withHidden = (hidden: string) => json.replace(/"hidden":\[[^\]]*\]/, `"hidden":${hidden}`);
const withFeatures = (features: string) => json.replace(/"features":\[[^\]]*\]/, `"features":${features}`);

describe('a document beyond all bounds', () => {
  it.each([
    ['a million lists deep', withHidden(`${'['.repeat(1e6)}${']'.repeat(1e6)}`), 'tooDeep', 'model.hidden'],
    ['a million lists deep and never closed', '['.repeat(1e6), 'tooDeep', ''],
    ['of a million layers', withHidden(`[${many('{}', 1e6)}]`), 'tooMany', 'model.hidden'],
    ['of two million features', withFeatures(`[${many('0', 2e6)}]`), 'tooMany', 'data.features'],
    ['with a name of a million letters', withFeatures(`["${'x'.repeat(1e6)}"]`), 'tooLong', 'data.features'],
    ['with a name that is never closed', withFeatures(`["${'\\"'.repeat(1e6)}`), 'tooLong', 'data.features'],
    ['with a number of a million digits', withFeatures(`[${'1'.repeat(1e6)}]`), 'tooLong', 'data.features'],
    [
      'with a hundred thousand options',
      json.replace('"options":{', `"options":{${Array.from({ length: 1e5 }, (_, i) => `"a${i}":0`).join()},`),
      'tooMany',
      'training.optimizer.options',
    ],
  ])('%s is refused before it is parsed, by place and bound', (_, text, code, field) => {
    const { problems } = decodeText(text);
    expect(problems).toMatchObject([{ code, field }]);
    expect(problems[0]?.value).toMatch(/^> \d+$/);
  });

  it('is refused as well where it is no text: a browser may have kept anything', () => {
    const round: Record<string, unknown> = { ...networkExperiment };
    round.data = round;
    const fields = Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`a${i}`, 0]));
    expect(decode(round).problems).toMatchObject([{ code: 'tooDeep' }]);
    expect(decode({ ...networkExperiment, loss: fields }).problems).toMatchObject([
      { code: 'tooMany', field: 'loss' },
    ]);
    const long = new Array<number>(2e6).fill(0);
    expect(decode({ ...networkExperiment, training: { frozen: long } }).problems).toMatchObject([
      { code: 'tooMany', field: 'training.frozen' },
    ]);
  });

  it('has one problem for a list that is too long, not one for each entry', () => {
    const { data, training } = networkExperiment;
    const zeros = new Array<number>(1e5).fill(-1);
    const wrong = [
      { ...networkExperiment, data: { ...data, features: zeros } },
      { ...networkExperiment, model: { ...networkExperiment.model, hidden: zeros } },
      { ...networkExperiment, training: { ...training, frozen: { layers: zeros, parameters: [] } } },
    ];
    for (const document of wrong) {
      expect(decode(document).problems).toMatchObject([{ code: 'wrongLength', value: '100000' }]);
    }
  });
});

it('a document of 100,000 points with names, a split and frozen weights is within all bounds, however it is laid out', () => {
  const column = Array.from({ length: limits.points }, (_, i) => Math.sin(i));
  const flags = column.map((_, i) => i % 2);
  const names = { x1: '"', x2: '\\', y: '{[,:', classes: ['a,b', '{}'] };
  const source = {
    kind: 'own',
    x1: column,
    x2: column,
    y: column.map((_, i) => i % 4),
    isTest: flags,
    names,
  };
  const experiment = { ...networkExperiment, data: { ...networkExperiment.data, source } };
  expect(decodeText(JSON.stringify(experiment)).problems).toEqual([]);
  expect(decodeText(JSON.stringify(experiment, null, 1)).experiment).toEqual(experiment);
});
