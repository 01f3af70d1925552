/**
 * Support for the test of Learn: somebody who does what each card of a lesson asks, by the controls that are there for everybody. The
 * table at the end says for each card what is chosen and done; the verbs before it say how, with a hand (`hand.ts`) and the page's own
 * words (`words.ts`), so that it serves for both languages, for the mouse and for keys alone. Nothing here reaches past the screen.
 */
import type { Locator, Page } from '@playwright/test';
import { type OutputActivationId, outputActivations } from '../../src/engine/model/activations';
import type { demandInputs } from '../../src/engine/model/demand';
import type { Step } from '../../src/store/runState';
import type { Hand } from './hand';
import { expect, metric, shownPage } from './page';
import { like, type PageWords, saying } from './words';

export interface Learner {
  readonly page: Page;
  readonly hand: Hand;
  readonly words: PageWords;
}

/** One thing that a learner does. */
export type Act = (learner: Learner) => Promise<void>;

/** What a card asks for. A guess is the first choice; that of a card with a right one is wrong, and the right one comes last. */
export interface CardActs {
  readonly guess?: string;
  readonly acts?: readonly Act[];
  readonly right?: string;
}

/** A unit of a hidden layer, counted from 1, or of the output, where there is one alone or one for each class. */
type Unit = { readonly hidden: number; readonly unit: number } | 'output' | { readonly class: number };

function named(within: Page | Locator, name: string | RegExp): Locator {
  return within.getByRole('button', { name, exact: true });
}

// The film.

/** The button that plays: it has another name while the run goes on, and after it has begun. A run that ended by itself offers another. */
const atRest = ({ page, words: { t } }: Learner) =>
  named(page, new RegExp(`^(${t('transport.play')}|${t('film.goOn')})$`)).first();

const play: Act = async (learner) => {
  await learner.hand.press(atRest(learner));
  await expect(atRest(learner)).toBeHidden();
};

/** A run may come to its end just before it is paused. */
const pause: Act = async (learner) => {
  const { page, hand, words } = learner;
  const button = named(page, words.t('transport.pause'));
  await expect(async () => {
    if (await button.isVisible()) await hand.press(button);
    await expect(atRest(learner)).toBeVisible({ timeout: 1000 });
  }).toPass();
};

/** Plays so many epochs: the cards that ask for them end the film there, and not before. */
const train =
  (epochs: number): Act =>
  async (learner) => {
    await learner.hand.press(atRest(learner));
    await expect.poll(async () => Number(await metric(learner.page, 'epoch'))).toBeGreaterThanOrEqual(epochs);
  };

const press =
  (name: (words: PageWords) => string): Act =>
  ({ page, hand, words }) =>
    hand.press(named(page, name(words)));

const oneStep = press(({ t }) => t('transport.step'));
const startOver = press(({ t }) => t('transport.reset'));

const stepBy =
  (unit: 'Update' | 'Epoch'): Act =>
  ({ page, hand, words: { t } }) =>
    hand.pick(
      named(page, new RegExp(t('transport.stepBy'))),
      page.getByRole('option', { name: t(`transport.step${unit}`) }),
    );

// The sentence.

/** Opens the sheet of a step, does something in it, and closes it, so that it is in nobody's way. */
const inSheet =
  (step: Step, act: (learner: Learner, sheet: Locator) => Promise<void>): Act =>
  async (learner) => {
    const { page, hand, words } = learner;
    const { t } = words;
    const part = page
      .getByRole('region', { name: t('sentence.label'), exact: true })
      .getByRole('button', { name: words.begins(t(`sentence.steps.${step}`)) });
    await hand.press(part);
    const title = t(`sentence.titles.${step}`);
    const sheet = page.locator('[data-sheets]').getByRole('region', { name: title });
    await expect(sheet).toBeVisible();
    await act(learner, sheet);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  };

const setRate = (rate: number): Act =>
  inSheet('training', ({ hand, words: { t } }, sheet) =>
    hand.type(field(sheet, t('controls.typedValue', { label: t('training.learningRate') })), String(rate)),
  );

const chooseKind = (kind: 'logistic' | 'softmax' | 'network'): Act =>
  inSheet('model', ({ hand, words: { t } }, sheet) =>
    hand.choose(sheet.getByRole('radio', { name: t(`model.${kind}`), exact: true })),
  );

/** Adds a hidden layer before the output. */
const addLayer: Act = inSheet('model', ({ hand, words: { t } }, sheet) =>
  hand.press(named(sheet, t('model.addLayer'))),
);

const removeLayers = (...layers: readonly number[]): Act =>
  inSheet('model', async ({ hand, words: { t } }, sheet) => {
    for (const n of layers) {
      const remove = named(sheet, t('model.removeLayerNumbered', { n }));
      await hand.press(remove);
      await expect(remove).toBeHidden();
    }
  });

const setUnits = (layer: number, units: number): Act =>
  inSheet('model', ({ hand, words: { t } }, sheet) =>
    hand.type(field(sheet, t('model.unitsOf', { n: layer })), String(units)),
  );

const chooseTask = (task: 'classification' | 'regression1' | 'regression2'): Act =>
  inSheet('data', ({ hand, words: { t } }, sheet) =>
    hand.choose(sheet.getByRole('radio', { name: t(`data.tasks.${task}`), exact: true })),
  );

function field(within: Page | Locator, name: string): Locator {
  return within.getByRole('textbox', { name, exact: true });
}

// The network.

/** Opens the controls of a layer at its header and chooses its activation there. A number stands for a hidden layer, from 1. */
const activation =
  (layer: number | 'output', id: OutputActivationId): Act =>
  async ({ page, hand, words: { t, name } }) => {
    const header = (any: string) =>
      layer === 'output'
        ? t('inspect.outputNow', { activation: any, units: any })
        : t('inspect.layerNow', { n: layer, activation: any, units: any });
    await hand.press(named(page, like(header)));
    const dialog = page.getByRole('dialog', { name: like(header) });
    const list = layer === 'output' ? t('model.outputActivation') : t('model.activationOf', { n: layer });
    const entry = page.getByRole('option', { name: name(outputActivations[id].name), exact: true });
    await hand.pick(dialog.getByRole('button', { name: list }), entry);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

function unitButton({ page, words: { t } }: Learner, unit: Unit): Locator {
  const name = like((activation) => {
    if (unit === 'output') return t('inspect.output', { activation });
    if ('class' in unit) return t('inspect.outputClass', { class: unit.class, activation });
    return t('inspect.unit', { n: unit.hidden, unit: unit.unit, activation });
  });
  return named(page, name);
}

/** Opens the editor of a unit and types numbers into it: its bias, or the weight from an input. */
const setByHand =
  (unit: Unit, parameter: 'b' | 'x₁' | 'x₂', value: number): Act =>
  async (learner) => {
    const { page, hand, words } = learner;
    const { t } = words;
    const label = parameter === 'b' ? t('inspect.biasRow') : t('inspect.weightOf', { source: parameter });
    await hand.press(unitButton(learner, unit));
    const dialog = page.getByRole('dialog');
    const typed = field(dialog, t('controls.typedValue', { label }));
    await hand.type(typed, String(value));
    await expect.poll(async () => Number((await typed.inputValue()).replace('−', '-'))).toBe(value);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

const bias = (unit: Unit, value: number): Act => setByHand(unit, 'b', value);

// The plane and the surface.

type Spot = readonly [across: number, down: number];

const upperRight: Spot = [1, 0];
const lowerLeft: Spot = [0, 1];

/** Places all over a picture, from its middle outwards. */
const everywhere: readonly Spot[] = Array.from(
  { length: 400 },
  (_, i): Spot => [((i % 20) + 0.5) / 20, (Math.floor(i / 20) + 0.5) / 20],
).sort(([x1, y1], [x2, y2]) => Math.hypot(x1 - 0.5, y1 - 0.5) - Math.hypot(x2 - 0.5, y2 - 0.5));

/** Places from the middle of a picture towards a corner of it. */
function towards([across, down]: Spot): readonly Spot[] {
  const shares = Array.from({ length: 16 }, (_, i) => i / 16);
  return shares.map((share) => [0.5 + share * (across - 0.5), 0.5 + share * (down - 0.5)]);
}

/** Moves the pointer over a picture until what the page says of the place is what is looked for, and presses there. */
async function seek(
  page: Page,
  picture: Locator,
  spots: readonly Spot[],
  isThere: () => Promise<boolean>,
): Promise<void> {
  const box = await picture.boundingBox();
  if (!box) throw new Error('the picture is not on the page');
  for (const [across, down] of spots) {
    const [x, y] = [box.x + across * box.width, box.y + down * box.height];
    await page.mouse.move(x, y);
    // What is said of a place stands there with the next picture.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    if (!(await isThere())) continue;
    await page.mouse.click(x, y);
    return;
  }
  throw new Error('there is no such place on the picture');
}

const planeOf = ({ page, words: { t } }: Learner) =>
  page.getByRole('application', { name: t('plane.title'), exact: true });

/** Pins a point, by a press on it. */
const pinPoint: Act = async (learner) => {
  const { page, words } = learner;
  const { t } = words;
  const pointed = shownPage(page).getByText(saying((n) => t('onePoint.reasons.pointed', { n })));
  await seek(page, planeOf(learner), everywhere, () => pointed.isVisible());
  await expect(named(shownPage(page), t('onePoint.unpin'))).toBeVisible();
};

/** Takes the brush of a class and places one point. */
const brush =
  (classNumber: number, [across, down]: Spot): Act =>
  async (learner) => {
    const { page, hand, words } = learner;
    const { t } = words;
    const tools = page.getByRole('toolbar', { name: t('data.brush'), exact: true });
    const tool = named(tools, t('data.class', { n: classNumber }));
    if ((await tool.getAttribute('aria-pressed')) !== 'true') await hand.press(tool);
    const box = await planeOf(learner).boundingBox();
    if (!box) throw new Error('the plane is not on the page');
    const before = Number(await metric(page, 'points'));
    await page.mouse.click(box.x + across * box.width, box.y + down * box.height);
    await expect.poll(async () => Number(await metric(page, 'points'))).toBe(before + 1);
  };

/** Looks for a place of the cost surface, on the way to a corner, by the J that is read there, and sets the two weights to it. */
const placeOnSurface =
  (corner: Spot, isWanted: (cost: number) => boolean): Act =>
  async ({ page, words: { t } }) => {
    const contour = page.getByRole('application', {
      name: saying((x) => t('costSurface.contour', { x, y: x, low: x, high: x })),
    });
    await expect(contour).toBeVisible();
    await contour.scrollIntoViewIfNeeded();
    const reading = page.locator('[data-cost=pointed]');
    await seek(page, contour, towards(corner), async () => {
      // Buttons lie over a corner of the picture, and nothing is read there.
      if (!(await reading.isVisible())) return false;
      return isWanted(Number(await reading.getAttribute('data-value')));
    });
  };

// The pages at the right.

const ask =
  (question: 'softmax-of-two' | 'output-activation' | 'activations'): Act =>
  async ({ page, hand, words: { t } }) => {
    const title = t(`why.cards.${question}.title`);
    await hand.press(shownPage(page).getByRole('button', { name: title }));
    await expect(shownPage(page).getByRole('heading', { level: 2, name: title })).toBeVisible();
  };

/** Moves the z of all activations to its right end. */
const zToTheRight: Act = ({ page, hand, words: { t, name } }) => {
  const plot = t('activations.plot', { name: name(outputActivations.sigmoid.name) });
  return hand.slide(page.getByRole('slider', { name: plot, exact: true }), 'End');
};

/** Unfolds One update and turns its stages as far as the way back through the output layer. */
const backToOutput: Act = async ({ page, hand, words: { t } }) => {
  const update = shownPage(page).getByRole('region', { name: t('equations.step.title'), exact: true });
  await hand.press(named(update, t('equations.step.title')));
  const title = t('equations.step.titles.backward', { layer: t('equations.layers.output') });
  const stage = update.getByRole('heading', { level: 3 });
  for (let turned = 0; turned < 12; turned++) {
    await expect(stage).toBeVisible();
    const before = (await stage.textContent()) ?? '';
    if (before.endsWith(title)) return;
    await hand.press(named(update, t('equations.step.next')));
    await expect(stage).not.toHaveText(before);
  }
  throw new Error(`there is no stage “${title}”`);
};

/** Moves a slider of the T-shirt: to an end by itself, elsewhere by typing. */
const shirt =
  (input: (typeof demandInputs)[number], value: number): Act =>
  async ({ page, hand, words: { t } }) => {
    const label = t(`demand.inputs.${input}`);
    const typed = field(shownPage(page), t('controls.typedValue', { label }));
    const slider = shownPage(page).getByRole('slider', { name: label, exact: true });
    if (value === 0 || value === 10) await hand.slide(slider, value === 0 ? 'Home' : 'End');
    else await hand.type(typed, String(value));
    await expect.poll(async () => Number(await typed.inputValue())).toBe(value);
  };

const shirtActivation =
  (id: 'sigmoid' | 'relu' | 'linear'): Act =>
  ({ page, hand, words: { name } }) =>
    hand.choose(shownPage(page).getByRole('radio', { name: name(outputActivations[id].name), exact: true }));

/** The acts of each card, by the ids of the lesson and of the card. */
export const cardActs: Readonly<Record<string, Readonly<Record<string, CardActs>>>> = {
  'three-steps': {
    'by-hand': { acts: [setByHand('output', 'x₁', 1), setByHand('output', 'x₂', 1)] },
    'one-loss': { guess: 'z', acts: [pinPoint], right: 'loss' },
    surface: { acts: [placeOnSurface(upperRight, (cost) => cost < 0.09)] },
    downhill: { guess: 'along', acts: [oneStep] },
    descend: { acts: [play] },
    'too-small': { acts: [setRate(0.001), train(100)] },
    'too-large': { acts: [setRate(10), play] },
  },
  keras: {
    statements: { guess: 'sequential', right: 'compile' },
    count: { guess: 'units', right: 'all' },
    epochs: { guess: 'hundred', acts: [train(100)] },
    backprop: { guess: 'weights', acts: [pause, backToOutput], right: 'activations' },
    'every-layer': { guess: 'last', acts: [stepBy('Epoch'), oneStep] },
    accuracy: { acts: [play] },
    regression: { acts: [chooseTask('regression1')] },
  },
  demand: {
    sliders: { acts: [shirt('price', 3), shirt('shipping', 0), shirt('material', 8), shirt('marketing', 8)] },
    saturate: { guess: 'doubles', acts: [shirt('marketing', 10)] },
    relu: { acts: [shirtActivation('relu'), shirt('marketing', 10)] },
    unknown: { guess: 'minusTwo', right: 'zero' },
    linear: { guess: 'no', acts: [shirtActivation('linear'), shirt('marketing', 0)] },
  },
  outputs: {
    probability: { guess: 'inside', acts: [train(10)] },
    'yes-no': { acts: [chooseKind('logistic'), play] },
    'share-price': { guess: 'rises', acts: [train(20)] },
    'fits-real': { acts: [pause, activation('output', 'linear'), play] },
    sold: { guess: 'much', acts: [train(25)] },
    'never-negative': { acts: [pause, activation('output', 'relu'), play] },
    classes: { guess: 'sigmoid', acts: [ask('output-activation')], right: 'softmax' },
  },
  'why-relu': {
    race: { guess: 'as-many', acts: [press(({ t }) => t('race.sigmoidRelu'))] },
    gradients: { guess: 'first', acts: [train(10), pause], right: 'output' },
    slope: { guess: 'quarter', acts: [ask('activations'), zToTheRight], right: 'thousandths' },
    'through-relu': {
      acts: [activation(1, 'relu'), activation(2, 'relu'), activation(3, 'relu'), play],
    },
    'flat-cost': { acts: [placeOnSurface(lowerLeft, (cost) => cost > 0.46), play] },
    dead: { guess: 'recovers', acts: [bias({ hidden: 1, unit: 1 }, -20), play] },
  },
  'linear-collapse': {
    'all-linear': { guess: 'bends', acts: [train(100)] },
    multiply: { guess: 'sum', right: 'product' },
    'no-layers': { acts: [removeLayers(3, 2, 1), play] },
    bend: { acts: [activation(1, 'tanh'), play] },
  },
  softmax: {
    four: { guess: 'one', acts: [oneStep], right: 'four' },
    rest: { guess: 'fifteen', right: 'thirty-five' },
    exponentials: { guess: 'of-z', acts: [pinPoint], right: 'of-exponentials' },
    win: { acts: [pinPoint, bias({ class: 3 }, 1)] },
    others: { guess: 'same', acts: [bias({ class: 3 }, 1)] },
    train: { acts: [play] },
  },
  'softmax-of-two': {
    'two-numbers': { guess: 'same', right: 'rest' },
    shift: { guess: 'moves', acts: [bias({ class: 1 }, 5), bias({ class: 2 }, 5)] },
    difference: { guess: 'circle-first', acts: [ask('softmax-of-two')], right: 'cross-first' },
    'same-borders': { acts: [ask('softmax-of-two'), play] },
    'one-unit': { acts: [chooseKind('logistic'), play] },
    twice: { guess: 'half', acts: [setRate(0.2), startOver, train(20)] },
  },
  'minus-log': {
    'one-term': { guess: 'first', right: 'second' },
    half: { guess: 'half', right: 'log-two' },
    unlikely: { guess: 'twice', acts: [bias({ class: 1 }, -4)] },
    slide: { acts: [play] },
    confident: { acts: [pause, brush(4, [0.25, 0.25]), play] },
  },
  spiral: {
    regression: { guess: 'ninety-five', acts: [train(50)] },
    layer: { acts: [addLayer, setUnits(1, 16), activation(1, 'tanh'), play] },
    straight: { guess: 'bent', acts: [play] },
    fewer: { acts: [setUnits(1, 12), play] },
    best: { acts: [setUnits(1, 10), play] },
  },
};
