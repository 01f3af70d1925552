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

/** Figures before and after `epochs` epochs, or as many as the document asks for. */
async function trainExample(name: string, epochs?: number): Promise<[Figures, Figures]> {
  const experiment = exampleOf(name);
  const trainer = await Trainer.create(experiment, { device: 'reference', onFallback: () => {} });
  const before = await figuresOf(trainer);
  const count = epochs ?? experiment.training.stop.epochs!;
  await trainer.run(count * trainer.batches.perEpoch);
  const after = await figuresOf(trainer);
  trainer.dispose();
  return [before, after];
}

describe.each(names)('the example %s', (name) => {
  it('is a valid document that says when it is done', () => {
    expect(exampleOf(name).training.stop.epochs).not.toBeNull();
  });

  it('lowers the loss within a few epochs, on test points too', async () => {
    const [before, after] = await trainExample(name, 8);
    expect(after.trainLoss).toBeLessThan(0.9 * before.trainLoss);
    expect(after.testLoss).toBeLessThan(0.95 * before.testLoss!);
  });
});

describe('trained to its end', () => {
  const accuracies: [name: string, least: number][] = [
    ['logistic-regression', 0.97],
    ['logistic-circle-features', 0.99],
    ['softmax-four-blobs', 0.95],
    ['xor-relu', 0.98],
    ['spiral-four', 0.97],
  ];

  it.each(accuracies)(
    '%s classifies a share of at least %f of its test points',
    async (name, least) => {
      const [, { testAccuracy }] = await trainExample(name);
      expect(testAccuracy).toBeGreaterThanOrEqual(least);
    },
    30_000,
  );

  const testLosses: [name: string, most: number][] = [
    // Half the variance of the noise is 0.045.
    ['regression-line', 0.06],
    // 0.011 of it.
    ['regression-house-price', 0.02],
  ];

  it.each(testLosses)(
    '%s comes down to a test loss of %f',
    async (name, most) => {
      const [, { testLoss }] = await trainExample(name);
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
