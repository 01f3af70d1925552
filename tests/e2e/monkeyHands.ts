/**
 * One action of a monkey at a time: something that a person can do on what is in sight now, drawn with seeded numbers. Mouse, keys and
 * wheel are those of the browser; elements are found within the page, because asking for each from outside takes far longer.
 */
import type { Page } from '@playwright/test';
import type { Random } from '../../src/engine/random';

/**
 * What can be used, by kind. A kind is drawn before one of its elements, so that the only slider of a page is moved as often as one of its
 * fifty buttons is pressed.
 */
const kinds = {
  button: 'button:not([aria-haspopup], [aria-expanded], [aria-pressed])',
  inDialog: '[role=dialog] button, [role=dialog] label',
  pressed: 'button[aria-pressed]',
  fold: 'button[aria-expanded]:not([aria-haspopup]), summary',
  popover: 'button[aria-haspopup]',
  part: '[role=region] button, section button',
  tab: '[role=tab]',
  choice: 'label:has(input[type=radio]), [role=radio]',
  check: 'label:has(input[type=checkbox]), [role=checkbox], [role=switch]',
  entry: '[role=option], [role^=menuitem], [role=menu] button',
  field: 'input:not([type=radio], [type=checkbox], [type=range], [type=file]), textarea',
  slider: '[role=slider], input[type=range]',
  application: '[role=application]',
  picture: 'svg:not(button svg, label svg), canvas, [role=img]',
  cell: '[role=row], [role=gridcell], [role=columnheader], td, th',
  link: 'a[href]',
  figure: '[data-hint-label], output',
} as const;

type Kind = keyof typeof kinds;

interface Target {
  readonly kind: Kind;
  readonly name: string;
  /** Of the part in sight, in pixels of the page. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Draws an element that is in sight, or comes into sight by scrolling, and is not covered. Runs in the page. */
function findTarget({ kinds, draws }: { kinds: Record<string, string>; draws: number[] }): Target | null {
  const isThere = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    // An icon is no picture to draw on.
    (!(element instanceof SVGSVGElement) || element.clientWidth > 60) &&
    !element.matches(':disabled, [aria-disabled=true]') &&
    !element.closest('[inert], [aria-hidden=true]:not(svg, canvas)');
  const drawn = <T>(list: readonly T[], draw: number) => list[Math.floor(draw * list.length)] as T;
  const found = Object.entries(kinds)
    .map(([kind, selector]) => [kind, [...document.querySelectorAll(selector)].filter(isThere)] as const)
    .filter(([, elements]) => elements.length > 0);
  for (let i = 0; i + 1 < draws.length && found.length > 0; i += 2) {
    const [kind, elements] = drawn(found, draws[i] as number);
    const element = drawn(elements, draws[i + 1] as number);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const x = Math.max(left, 0);
    const y = Math.max(top, 0);
    const width = Math.min(right, innerWidth) - x;
    const height = Math.min(bottom, innerHeight) - y;
    if (width < 1 || height < 1) continue;
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (!hit || !(element.contains(hit) || hit.contains(element))) continue;
    const name = element.getAttribute('aria-label') ?? element.textContent;
    return { kind: kind as Kind, name: name.trim().slice(0, 40), box: { x, y, width, height } };
  }
  return null;
}

const numbers = [
  '',
  '0,005',
  '-1',
  '1e9',
  'abc',
  '0',
  '1',
  '2',
  '3',
  '8',
  '0.5',
  '０.１',
  '1e-9',
  '99999',
  '  7 ',
  '½',
  '−3',
];

/** Keys of the page, of the plane and of controls, as they are pressed with nothing known of what has the focus. */
const keys = [
  ...[
    'Space',
    'n',
    'r',
    'e',
    's',
    'p',
    '1',
    '2',
    '3',
    '4',
    '+',
    '-',
    '0',
    'F1',
    'Delete',
    'Backspace',
    'Enter',
  ],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Tab', 'Tab', 'Shift+Tab', 'Shift+ArrowRight', 'Shift+ArrowUp'],
  ...[
    'Control+a',
    'Control+c',
    'Control+x',
    'Control+v',
    'Control+z',
    'Control+z',
    'Control+Shift+z',
    'Control+y',
  ],
];

const slides = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

const viewports = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

/** The whole page is loaded anew: it begins with what it kept, and nothing is there to undo. */
export type Outcome = 'same page' | 'new page';

export interface Done {
  /** In words, for the list that a failure prints. */
  readonly words: string;
  /** The kind of element, or of action without one. */
  readonly kind: string;
  readonly outcome: Outcome;
}

export class MonkeyHands {
  constructor(
    private readonly page: Page,
    private readonly random: Random,
  ) {}

  /** Does one thing and says what it was. */
  async act(): Promise<Done> {
    const draw = this.random.uniform();
    // Most is done to what is in sight. A new page has nothing to undo, and comes seldom enough that much comes together before.
    if (draw < 0.001) return this.reload();
    if (draw < 0.002) return this.goBack();
    if (draw < 0.018) return this.turn();
    if (draw < 0.03) return this.switchLanguage();
    // A person who meets something that is in the way closes it.
    if (draw < 0.05) return this.pressKey('Escape');
    if (draw < 0.2) return this.pressKey(this.one(keys));
    return this.takeSomething();
  }

  private one<T>(list: readonly T[]): T {
    return list[this.random.integer(list.length)] as T;
  }

  private async reload(): Promise<Done> {
    await this.page.reload();
    return { words: 'reload', kind: 'reload', outcome: 'new page' };
  }

  private async goBack(): Promise<Done> {
    const session = await this.page.context().newCDPSession(this.page);
    const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
    await session.detach();
    const { origin } = new URL(this.page.url());
    // The visit begins behind a blank page, which is no part of it.
    if (!entries[currentIndex - 1]?.url.startsWith(`${origin}/?`)) return this.reload();
    await this.page.goBack();
    return { words: 'go back', kind: 'back', outcome: 'new page' };
  }

  private async turn(): Promise<Done> {
    const size = this.one(viewports);
    await this.page.setViewportSize(size);
    return { words: `${size.width} × ${size.height}`, kind: 'viewport', outcome: 'same page' };
  }

  /** By keys, from wherever the focus is; on a phone the menu is behind another button, which is found as others are. */
  private async switchLanguage(): Promise<Done> {
    const isThere = await this.page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('header button[lang]');
      button?.focus();
      return button !== null && document.activeElement === button;
    });
    if (!isThere) return this.takeSomething();
    const entry = this.one(['Home', 'End']);
    for (const key of ['Enter', entry, 'Enter']) await this.page.keyboard.press(key);
    return { words: `language: ${entry}`, kind: 'language', outcome: 'same page' };
  }

  private async pressKey(key: string): Promise<Done> {
    await this.page.keyboard.press(key);
    return { words: `key ${key}`, kind: 'key', outcome: 'same page' };
  }

  private async takeSomething(): Promise<Done> {
    const draws = Array.from({ length: 12 }, () => this.random.uniform());
    const target = await this.page.evaluate(findTarget, { kinds, draws });
    if (!target) {
      await this.page.keyboard.press('Escape');
      return { words: 'key Escape, as all is covered', kind: 'key', outcome: 'same page' };
    }
    const how = await this.take(target);
    return { words: `${how} ${target.kind} “${target.name}”`, kind: target.kind, outcome: 'same page' };
  }

  private take(target: Target): Promise<string> {
    switch (target.kind) {
      case 'field':
        return this.type(target);
      case 'slider':
        return this.slide(target);
      case 'application':
      case 'picture':
        return this.touch(target);
      default:
        return this.random.uniform() < 0.05 ? this.hover(target) : this.click(target);
    }
  }

  /** Anywhere within. */
  private spot({ box: { x, y, width, height } }: Target): [x: number, y: number] {
    return [
      x + (0.1 + 0.8 * this.random.uniform()) * width,
      y + (0.1 + 0.8 * this.random.uniform()) * height,
    ];
  }

  private async click(target: Target): Promise<string> {
    const { x, y, width, height } = target.box;
    const clickCount = this.random.uniform() < 0.1 ? 2 : 1;
    await this.page.mouse.click(x + width / 2, y + height / 2, { clickCount });
    return clickCount === 2 ? 'double click' : 'click';
  }

  private async hover(target: Target): Promise<string> {
    await this.page.mouse.move(...this.spot(target));
    return 'hover';
  }

  private async type(target: Target): Promise<string> {
    const [text, last] = [this.one(numbers), this.one(['Enter', 'Tab', 'Escape', 'ArrowUp', ''])];
    await this.page.mouse.click(...this.spot(target));
    await this.page.keyboard.press('Control+a');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
    if (last) await this.page.keyboard.press(last);
    return `type “${text}” ${last} in`;
  }

  private async slide(target: Target): Promise<string> {
    if (this.random.uniform() < 0.4) return this.drag(target);
    const key = this.one(slides);
    await this.page.mouse.click(...this.spot(target));
    await this.page.keyboard.press(key);
    return `click and ${key} on`;
  }

  private async drag(target: Target): Promise<string> {
    const { mouse } = this.page;
    await mouse.move(...this.spot(target));
    await mouse.down();
    await mouse.move(...this.spot(target), { steps: 3 });
    // A key that comes in the middle of a drag, as by a second hand.
    if (this.random.uniform() < 0.1)
      await this.page.keyboard.press(this.one(['Escape', 'Control+z', 'Space']));
    await mouse.up();
    return 'drag on';
  }

  private async touch(target: Target): Promise<string> {
    const draw = this.random.uniform();
    if (draw < 0.4) return this.drag(target);
    const spot = this.spot(target);
    if (draw < 0.5) {
      await this.page.mouse.move(...spot);
      await this.page.mouse.wheel(0, this.one([-240, 240]));
      return 'wheel over';
    }
    if (draw < 0.6) return this.hover(target);
    await this.page.mouse.click(...spot);
    return `click (${spot.map(Math.round).join()}) on`;
  }
}
