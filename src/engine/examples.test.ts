/** The experiments of public/examples: each one is a valid document, learns, and a few are held to how well. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from './document';
import type { Experiment } from './experiment';
import type { HistoryRow } from './training/snapshot';
import { Trainer } from './training/trainer';

const folder = new URL('../../public/examples/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

function exampleOf(name: string): Experiment {
  const { experiment, problems } = decodeText(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  expect(problems).toEqual([]);
  return experiment!;
}

type Figures = Pick<HistoryRow, 'trainLoss' | 'testLoss' | 'testAccuracy'>;

async function figuresOf(trainer: Trainer): Promise<Figures> {
  const { train, test } = await trainer.measure();
  return { trainLoss: train!.loss, testLoss: test!.loss, testAccuracy: test!.accuracy };
}

/** Figures before and after so many epochs. */
async function trainExample(name: string, epochs: number): Promise<[Figures, Figures]> {
  const experiment = exampleOf(name);
  const trainer = await Trainer.create(experiment, { device: 'reference', onFallback: () => {} });
  const before = await figuresOf(trainer);
  await trainer.run(epochs * trainer.batches.perEpoch);
  const after = await figuresOf(trainer);
  trainer.dispose();
  return [before, after];
}

describe.each(names)('the example %s', (name) => {
  it('is a valid document that the film ends, not a number of epochs', () => {
    expect(exampleOf(name).training.stop.epochs).toBeNull();
  });

  it('lowers the loss within a few epochs, on test points too', async () => {
    const [before, after] = await trainExample(name, 8);
    expect(after.trainLoss).toBeLessThan(0.9 * before.trainLoss);
    expect(after.testLoss).toBeLessThan(0.95 * before.testLoss!);
  });
});

describe('trained long enough', () => {
  const accuracies: [name: string, epochs: number, least: number][] = [
    ['logistic-regression', 500, 0.97],
    ['logistic-circle-features', 500, 0.99],
    ['softmax-four-blobs', 100, 0.95],
    ['xor-relu', 100, 0.98],
    ['spiral-four', 150, 0.97],
  ];

  it.each(accuracies)(
    '%s after %i epochs classifies a share of at least %f of its test points',
    async (name, epochs, least) => {
      const [, { testAccuracy }] = await trainExample(name, epochs);
      expect(testAccuracy).toBeGreaterThanOrEqual(least);
    },
    30_000,
  );

  const testLosses: [name: string, epochs: number, most: number][] = [
    // Half the variance of the noise is 0.045.
    ['regression-line', 200, 0.06],
    // 0.011 of it.
    ['regression-house-price', 200, 0.02],
  ];

  it.each(testLosses)(
    '%s after %i epochs comes down to a test loss of %f',
    async (name, epochs, most) => {
      const [, { testLoss }] = await trainExample(name, epochs);
      expect(testLoss).toBeLessThanOrEqual(most);
    },
    30_000,
  );
});

describe('the examples', () => {
  it('show every model and task: no hidden layer and some, two and four classes, one input and two', () => {
    const kinds = names.map((name) => {
      const { data, model } = exampleOf(name);
      const depth = model.hidden.length > 0 ? 'network' : 'no hidden layer';
      return data.task === 'regression'
        ? `${data.inputs} inputs, ${depth}`
        : `${data.classes} classes, ${depth}`;
    });
    expect(kinds).toEqual(
      expect.arrayContaining([
        '2 classes, no hidden layer',
        '4 classes, no hidden layer',
        '2 classes, network',
        '4 classes, network',
        '1 inputs, no hidden layer',
        '1 inputs, network',
        '2 inputs, network',
      ]),
    );
  });
});
