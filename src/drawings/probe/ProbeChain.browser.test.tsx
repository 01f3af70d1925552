import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { createInputMap } from '../../engine/data/inputs';
import type { OutputActivationId } from '../../engine/model/activations';
import type { LossId } from '../../engine/model/losses';
import type { LayerPlan, NetworkPlan } from '../../engine/model/network';
import { chainOf } from './chain';
import { ProbeChain } from './ProbeChain';
import type { ProbeWords } from './probeWords';

const words: ProbeWords = {
  label: 'chain',
  inputs: 'inputs',
  standardised: 'standardised',
  hidden: (n) => `hidden ${n}`,
  output: 'output',
  loss: 'loss',
  classOf: (index) => `class ${index + 1}`,
  truth: 'true',
  activation: (id) => id,
  units: (n) => `${n} units`,
  noLabel: 'no label',
  notOne: 'not one',
  clipped: 'clipped',
};

const points = { x1: Float64Array.of(1), x2: Float64Array.of(2), y: Float64Array.of(0) };
const inputMap = createInputMap(['x1', 'x2'], 2, points, Uint32Array.of(0), false);

type LayerShape = readonly [units: number, activation: OutputActivationId];

/** Layers one after the other, as `NetworkPlan` lays them out: kernel [in][out], then bias. */
function planOf(...shapes: readonly LayerShape[]): NetworkPlan {
  const layers: LayerPlan[] = [];
  let [inputs, offset] = [2, 0];
  for (const [units, activation] of shapes) {
    const biasOffset = offset + inputs * units;
    layers.push({ inputs, units, activation, kernelOffset: offset, biasOffset });
    offset = biasOffset + units;
    inputs = units;
  }
  const unitCount = layers.reduce((sum, { units }) => sum + units, 0);
  return { inputs: 2, outputs: inputs, layers, parameterCount: offset, unitCount };
}

interface Network {
  readonly plan: NetworkPlan;
  readonly parameters: readonly number[];
  readonly loss: LossId;
}

/** The point (1, 2) of class `y`. */
async function show(
  network: Network,
  y: number | null,
  task: 'classification' | 'regression' = 'classification',
) {
  const chain = chainOf({ ...network, loss: { id: network.loss }, inputMap, task }, { x1: 1, x2: 2, y });
  const { container } = await render(
    <div style={{ width: 1300, height: 170 }}>
      <ProbeChain chain={chain} head={<p>(1, 2)</p>} words={words} />
    </div>,
  );
  const texts = (selector: string) =>
    Array.from(container.querySelectorAll(selector), (element) => element.textContent);
  return { container, texts };
}

/*
 * Two ReLU units: z = (1·1 + 2·0.5 + 0.5, −1·1 + 2·0.25 + 0) = (2.5, −0.5), a = (2.5, 0). Then three outputs from a = (2.5, 0):
 * z = (2.5·0.2 + 0.1, −2.5·0.4, 2.5·1 − 1) = (0.6, −1, 1.5).
 */
const hidden = [1, -1, 0.5, 0.25, 0.5, 0];
const output = [0.2, -0.4, 1, 3, 3, 3, 0.1, 0, -1];
const softmax: Network = {
  plan: planOf([2, 'relu'], [3, 'softmax']),
  parameters: [...hidden, ...output],
  loss: 'categoricalCrossentropy',
};

test('a softmax network shows what a hand computes', async () => {
  const { texts } = await show(softmax, 0);
  expect(texts('[data-stage=hidden-1] tbody td:not([aria-hidden])')).toEqual([
    '2.500',
    '2.500',
    '−0.500',
    '0.000',
  ]);
  expect(texts('[data-logit]')).toEqual(['0.6000', '−1.0000', '1.5000']);
  // e^−0.9, e^−2.5, e^0 and their sum 1.488655, by which they are divided.
  expect(texts('[data-power]')).toEqual(['0.4066', '0.0821', '1.0000']);
  expect(texts('[data-stage=output] tfoot td')).toEqual(['', 'max 1.5000', 'Σ 1.4887', 'Σ = 1.0000']);
  expect(texts('[data-output]')).toEqual(['0.2731', '0.0551', '0.6717']);
  // −log 0.273112, the term of class 1 alone.
  expect(texts('[data-stage=loss] tbody td')).toEqual(['−log a₁ = 1.2979', '', '']);
  expect(texts('[data-loss]')).toEqual(['1.2979']);
});

test('the row of the true class is marked and named', async () => {
  const { texts } = await show(softmax, 2);
  expect(texts('[data-stage=output] [data-truth] th')).toEqual(['class 3 true']);
  expect(texts('[data-stage=loss] tbody td')).toEqual(['', '', '−log a₃ = 0.3979']);
});

test('a place without a label has no loss, and says why', async () => {
  const { texts } = await show(softmax, null);
  expect(texts('[data-output]')).toEqual(['0.2731', '0.0551', '0.6717']);
  expect(texts('[data-stage=loss]')).toEqual(['lossno label']);
});

// z = 1·0.5 − 2·0.75 + 0.2 = −0.8.
const logistic: Network = {
  plan: planOf([1, 'sigmoid']),
  parameters: [0.5, -0.75, 0.2],
  loss: 'binaryCrossentropy',
};

test.each([
  // f = 1 / (1 + e^0.8) = 0.310026.
  [1, ['', '−log f = 1.1711']],
  [0, ['−log(1 − f) = 0.3711', '']],
])('a single sigmoid shows what a hand computes, for y = %i', async (y, terms) => {
  const { texts } = await show(logistic, y);
  expect(texts('[data-logit]')).toEqual(['', '−0.8000']);
  expect(texts('[data-power]')).toEqual(['', '2.2255']);
  expect(texts('[data-output]')).toEqual(['0.6900', '0.3100']);
  expect(texts('[data-sum]')).toEqual(['Σ = 1.0000']);
  expect(texts('[data-stage=loss] tbody td')).toEqual(terms);
});

test('several sigmoid units need not add up to 1, and each has a term of binary cross-entropy', async () => {
  const { texts } = await show(
    {
      plan: planOf([2, 'relu'], [3, 'sigmoid']),
      parameters: [...hidden, ...output],
      loss: 'binaryCrossentropy',
    },
    0,
  );
  expect(texts('[data-output]')).toEqual(['0.6457', '0.2689', '0.8176']);
  expect(texts('[data-sum]')).toEqual(['Σ = 1.7322']);
  expect(texts('[data-stage=output] tfoot tr:last-child')).toEqual(['not one']);
  // −log 0.645656 − log(1 − 0.268941) − log(1 − 0.817574)
  expect(texts('[data-stage=loss] tbody td')).toEqual([
    '−log a₁ = 0.4375',
    '−log(1 − a₂) = 0.3133',
    '−log(1 − a₃) = 1.7014',
  ]);
  expect(texts('[data-loss]')).toEqual(['2.4522']);
});

test('regression ends in half the squared error', async () => {
  const network: Network = {
    plan: planOf([1, 'linear']),
    parameters: [0.5, -0.75, 0.2],
    loss: 'squaredError',
  };
  const { texts } = await show(network, 0.7, 'regression');
  expect(texts('[data-output]')).toEqual(['−0.8000']);
  // ½ · 1.5²
  expect(texts('[data-stage=loss] tbody td')).toEqual(['½(f − 0.700)² = 1.1250']);
});

test('what overflows or is no number is named, and has no bar', async () => {
  const parameters = [...softmax.parameters];
  parameters[0] = Number.NaN;
  const { container, texts } = await show({ ...softmax, parameters }, 0);
  expect(texts('[data-stage=hidden-1] tbody td:not([aria-hidden])')).toEqual([
    'NaN',
    'NaN',
    '−0.500',
    '0.000',
  ]);
  expect(texts('[data-loss]')).toEqual(['NaN']);
  const bars = container.querySelectorAll<HTMLElement>('[data-stage=output] tbody td > span > span');
  expect(Array.from(bars, (bar) => bar.style.width)).toEqual(['0%', '0%', '0%']);
});

test('a layer with more units than lines shows bars alone, with the ends of its values', async () => {
  const units = 40;
  const parameters = Array.from({ length: 3 * units + units + 1 }, (_, i) => (i < units ? i / units : 0));
  const { container, texts } = await show(
    { plan: planOf([units, 'tanh'], [1, 'sigmoid']), parameters, loss: 'binaryCrossentropy' },
    0,
  );
  expect(texts('[data-stage=hidden-1] caption')).toEqual(['hidden 1 40 units']);
  const ends = Array.from(container.querySelectorAll('[data-stage=hidden-1] svg'), (svg) => svg.ariaLabel);
  expect(ends).toEqual(['0.00 … 0.97', '0.00 … 0.75']);
});
