import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Task } from '../../engine/data/dataset';
import { createInputMap } from '../../engine/data/inputs';
import { type OutputActivationId, outputActivations } from '../../engine/model/activations';
import { forward } from '../../engine/model/forward';
import { outputHead, pointLoss } from '../../engine/model/heads';
import { type LossId, losses, lossOptions } from '../../engine/model/losses';
import { type NetworkPlan, planNetwork } from '../../engine/model/network';
import { targetsOf } from '../../engine/model/prediction';
import { chainOf } from './chain';
import { preciseText } from './numbers';
import { OnePoint, type OnePointProps } from './OnePoint';
import type { OnePointWords } from './onePointWords';

const words: OnePointWords = {
  label: 'steps',
  classOf: (index) => `class ${index + 1}`,
  truth: 'true',
  writeOut: (output) => `write out ${output}`,
  oneOutput: 'output',
  activation: (id) => id,
  moreTerms: (count, sum) => `[${count} more: ${sum}]`,
  inputs: (count) => `${count} inputs`,
  hidden: (count, units) => `${count} layers: ${units}`,
  hiddenLayer: (number, units) => `layer ${number} of ${units}`,
  standardised: 'standardised',
  positive: 'positive',
  shifted: 'shifted',
  addUp: 'add up',
  notOne: 'not one',
  secondClass: 'second',
  noProbability: 'no probability',
  noLabel: 'no label',
  sumOfTerms: 'sum of',
  clipped: 'clipped',
  curve: (formula, value) => `${formula} at ${value}`,
};

const points = { x1: Float64Array.of(1), x2: Float64Array.of(2), y: Float64Array.of(0) };
const inputMap = createInputMap(['x1', 'x2'], 2, points, Uint32Array.of(0), false);

interface Network {
  readonly plan: NetworkPlan;
  readonly parameters: readonly number[];
  readonly loss: LossId;
}

interface Shown {
  readonly y: number | null;
  readonly task?: Task;
  readonly size?: OnePointProps['size'];
}

function planOf(
  output: OutputActivationId,
  classes: number,
  { task = 'classification', hidden = 0 }: { readonly task?: Task; readonly hidden?: number } = {},
): NetworkPlan {
  const layers = hidden > 0 ? [{ units: hidden, activation: 'relu' } as const] : [];
  const model = { hidden: layers, outputActivation: output, initializer: 'glorotUniform', seed: 1 } as const;
  return planNetwork(model, { task, classes }, 2);
}

/** The point (1, 2). */
async function show(
  { plan, parameters, loss }: Network,
  { y, task = 'classification', size = 'page' }: Shown,
) {
  const chain = chainOf({ plan, parameters, inputMap, task, loss: { id: loss } }, { x1: 1, x2: 2, y });
  const props = { chain, layer: plan.layers.at(-1)!, parameters, spread: 1, size, words };
  const { container } = await render(
    <div style={{ width: 380 }}>
      <p>outside</p>
      <OnePoint {...props} head={<p>(1, 2)</p>} />
    </div>,
  );
  const texts = (selector: string) =>
    Array.from(container.querySelectorAll(selector), (element) => element.textContent);
  return { container, texts, values: (step: string) => texts(`[data-step=${step}] [data-value]`) };
}

/*
 * Kernel [in][out] ((0.5, −1, 0), (0.25, 0.5, 1)), biases (0.5, −1, 1). At (1, 2):
 * z = (0.5 + 0.5 + 0.5, −1 + 1 − 1, 0 + 2 + 1) = (1.5, −1, 3).
 */
const parameters = [0.5, -1, 0, 0.25, 0.5, 1, 0.5, -1, 1];
const softmax: Network = { plan: planOf('softmax', 3), parameters, loss: 'categoricalCrossentropy' };

test('softmax shows what a hand computes, step by step', async () => {
  const { texts, values } = await show(softmax, { y: 0 });
  expect(values('z')).toEqual(['1.50', '−1.00', '3.00']);
  expect(texts('[data-written=z]')).toEqual(['z₁ = 0.50·1.00 + 0.25·2.00 + 0.50 = 1.50']);
  // e^1.5, e^−1, e^3 and their sum.
  expect(values('power')).toEqual(['4.48', '0.37', '20.09']);
  expect(texts('[data-sum=power]')).toEqual(['Σ = 24.94']);
  expect(values('a')).toEqual(['0.180', '0.015', '0.806']);
  expect(texts('[data-written=a]')).toEqual(['a₁ = 4.48 ∕ 24.94 = 0.180']);
  expect(texts('[data-sum=a]')).toEqual(['Σ = 1']);
  // −log 0.179733
  expect(texts('[data-step=loss] h3')).toEqual(['L = −log a₁']);
  expect(texts('[data-written=loss]')).toEqual(['= −log 0.180']);
  expect(texts('[data-loss]')).toEqual(['1.716']);
  await expect.element(page.getByRole('img', { name: '−log a₁ at 1.716' })).toBeVisible();
});

test('the rows of the true class stand out and are named', async () => {
  const { container, texts } = await show(softmax, { y: 2 });
  expect(texts('[data-truth] [data-value]')).toEqual(['3.00', '20.09', '0.806']);
  const [row] = container.querySelectorAll('[data-step=a] [data-truth]');
  expect(row && getComputedStyle(row).fontWeight).toBe('700');
  await expect.element(page.getByRole('button', { name: 'write out class 3 true' })).toBeVisible();
});

test('what is pointed at is written out, else what was chosen by key or press, else the true class', async () => {
  const { container, texts } = await show(softmax, { y: 0 });
  const written = () => texts('[data-written=z], [data-written=a]').map((text) => text.slice(0, 2));
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(written).toEqual(['z₃', 'a₃']);
  await expect.element(page.getByRole('button', { name: 'write out class 3' })).toHaveFocus();
  await userEvent.hover(page.elementLocator(container.querySelectorAll('[data-step=a] tr')[1]!));
  await expect.poll(written).toEqual(['z₂', 'a₂']);
  await page.getByText('outside').hover();
  await expect.poll(written).toEqual(['z₃', 'a₃']);
  await page.getByRole('button', { name: 'write out class 3' }).click();
  await page.getByText('outside').hover();
  await expect.poll(written).toEqual(['z₁', 'a₁']);
});

test('a place has values but no true class and no loss; the largest output is written out', async () => {
  const { texts, values } = await show(softmax, { y: null });
  expect(values('a')).toEqual(['0.180', '0.015', '0.806']);
  expect(texts('[data-truth]')).toEqual([]);
  expect(texts('[data-written=z]')).toEqual(['z₃ = 0.00·1.00 + 1.00·2.00 + 1.00 = 3.00']);
  expect(texts('[data-step=loss]')).toEqual(['no label']);
});

// z = 0.5 − 1.5 + 0.2 = −0.8, a = 1 / (1 + e^0.8) = 0.310026.
const logistic: Network = {
  plan: planOf('sigmoid', 2),
  parameters: [0.5, -0.75, 0.2],
  loss: 'binaryCrossentropy',
};

test.each([
  [1, 'L = −log a', '= −log 0.310', '1.171'],
  [0, 'L = −log(1 − a)', '= −log(1 − 0.310)', '0.371'],
])('a single sigmoid is P of the second class, for y = %i', async (y, formula, numbers, loss) => {
  const { texts, values } = await show(logistic, { y });
  expect(texts('[data-written=z]')).toEqual(['z = 0.50·1.00 − 0.75·2.00 + 0.20 = −0.80']);
  expect(texts('[data-step=a] h3')[0]).toContain('P(class 2)');
  expect(texts('[data-written=a]')).toEqual(['a = 1 ∕ (1 + 2.23) = 0.310']);
  expect(values('a')).toEqual(['0.690', '0.310']);
  expect(texts('[data-step=loss] h3')).toEqual([formula]);
  expect(texts('[data-written=loss]')).toEqual([numbers]);
  expect(texts('[data-loss]')).toEqual([loss]);
});

test('several sigmoids add up to what they do, and the loss to its terms', async () => {
  const { texts, values } = await show(
    { plan: planOf('sigmoid', 3), parameters, loss: 'binaryCrossentropy' },
    { y: 0 },
  );
  expect(values('a')).toEqual(['0.818', '0.269', '0.953']);
  expect(texts('[data-sum=a]')).toEqual(['Σ = 2.039']);
  // −log 0.817574, −log(1 − 0.268941), −log(1 − 0.952574)
  expect(texts('[data-term]')).toEqual(['0.201', '0.313', '3.049']);
  expect(texts('[data-loss]')).toEqual(['3.563']);
});

test('regression ends in half the squared error', async () => {
  const { texts, values } = await show(
    {
      plan: planOf('linear', 2, { task: 'regression' }),
      parameters: [0.5, -0.75, 0.2],
      loss: 'squaredError',
    },
    { y: 0.7, task: 'regression' },
  );
  expect([values('z'), values('a')]).toEqual([['−0.80'], ['−0.800']]);
  expect(texts('[data-step=loss] h3')).toEqual(['L = ½(f − 0.700)²']);
  // ½ · 1.5²
  expect(texts('[data-loss]')).toEqual(['1.125']);
});

test('hidden layers are folded, and show their units when they are opened', async () => {
  // Two ReLU units: z = (2.5, −0.5), a = (2.5, 0); one sigmoid: 2.5·0.4 + 0·3 − 1 = 0.
  const { texts } = await show(
    {
      plan: planOf('sigmoid', 2, { hidden: 2 }),
      parameters: [1, -1, 0.5, 0.25, 0.5, 0, 0.4, 3, -1],
      loss: 'binaryCrossentropy',
    },
    { y: 1 },
  );
  expect(texts('[data-layer]')).toEqual([]);
  await page.getByText('1 layers: 2').click();
  await expect.element(page.getByText('layer 1 of 2')).toBeVisible();
  expect(texts('[data-layer] li')).toEqual(['12.50', '20.00']);
  expect(texts('[data-written=z]')).toEqual(['z = 0.40·2.50 + 3.00·0.00 − 1.00 = 0.00']);
});

test('on a projector the steps stand side by side', async () => {
  const { texts } = await show(softmax, { y: 0, size: 'present' });
  expect(texts('tbody [data-column]')).toEqual([
    ...['1.50', '4.48', '0.180'],
    ...['−1.00', '0.37', '0.015'],
    ...['3.00', '20.09', '0.806'],
  ]);
  expect(texts('tfoot td')).toEqual(['', '', 'Σ = 24.94', 'Σ = 1']);
  expect(texts('[data-loss]')).toEqual(['1.716']);
});

test('what is no number is named, and has no bar and no point on the curve', async () => {
  const broken = { ...softmax, parameters: [Number.NaN, ...parameters.slice(1)] };
  const { container, texts, values } = await show(broken, { y: 0 });
  expect([values('z')[0], values('a')[0]]).toEqual(['NaN', 'NaN']);
  expect(texts('[data-loss]')).toEqual(['NaN']);
  const bar = container.querySelector<HTMLElement>('[data-step=z] tr [data-signed] > span');
  expect(bar?.style.width).toBe('0%');
  expect(container.querySelector('[data-curve] circle')).toBeNull();
});

const outputs = Object.keys(outputActivations) as OutputActivationId[];
const lossIds = Object.keys(losses) as LossId[];
const pairs = (['classification', 'regression'] as const).flatMap((task) =>
  lossIds
    .filter((id) => (losses[id].tasks as readonly Task[]).includes(task))
    .flatMap((id) => outputs.map((output) => [task, id, output] as const)),
);

test.each(pairs)('the loss of the page is the loss of the engine: %s, %s, %s', async (task, loss, output) => {
  const targets = task === 'regression' ? [0.7] : [0, 1];
  const sizes = task === 'regression' ? [2] : [2, 3];
  for (const [classes, y] of sizes.flatMap((n) => targets.map((target) => [n, target] as const))) {
    const plan = planOf(output, classes, { task });
    const weights = parameters.slice(0, plan.parameterCount);
    const { logits, outputs: answers } = forward(plan, weights, [1, 2]).at(-1)!;
    const target = task === 'regression' ? [y] : targetsOf(task, [y], [0], plan.outputs);
    const point = { activation: output, logits, outputs: answers, targets: target };
    const truth = pointLoss(outputHead(loss, plan), point, lossOptions({ id: loss }));
    const { container, texts } = await show({ plan, parameters: weights, loss }, { y, task });
    expect(texts('[data-loss]').at(-1)).toBe(preciseText(truth, 3));
    // The terms are those that the loss is the sum of.
    const terms = texts('[data-term]').map((text) => Number(text.replace(/·10(.*)/, '')));
    if (terms.length > 0 && !container.textContent.includes('·10')) {
      expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(truth, 2);
    }
    expect(container.querySelector('[data-curve]')).not.toBeNull();
    container.remove();
  }
});
