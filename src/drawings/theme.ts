/**
 * The page's colours and its type as numbers, read from its custom properties, because a canvas cannot use `var()`. One reading for the
 * whole document, taken again when the system's colour scheme, an attribute of <html> or the size of its text changes.
 */
import { COLOUR_COUNT, classColour } from './classMarks';
import { isDark, type Rgb } from './colours';

export interface Theme {
  readonly isDark: boolean;
  /** Ground of the pictures. */
  readonly plane: Rgb;
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly soft: Rgb;
  readonly line: Rgb;
  readonly accent: Rgb;
  /** Values and weights above and below zero. */
  readonly positive: Rgb;
  readonly negative: Rgb;
  /** [class] */
  readonly classes: readonly Rgb[];
  /** Font family of the page. */
  readonly font: string;
  /** Text of the pictures in CSS pixels; it follows the browser's setting and the large type of Present. */
  readonly textPx: number;
}

/** The colour of a class; indices wrap round. */
export function classRgb({ classes }: Theme, classIndex: number): Rgb {
  return classes[classIndex % classes.length]!;
}

let known: Theme | undefined;
const listeners = new Set<() => void>();
let stopWatching: (() => void) | undefined;

export function currentTheme(): Theme {
  known ??= readTheme();
  return known;
}

/** Calls `listener` after every change of the theme; returns how to stop. */
export function watchTheme(listener: () => void): () => void {
  listeners.add(listener);
  stopWatching ??= watchDocument();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = undefined;
    known = undefined;
  };
}

function watchDocument(): () => void {
  const refresh = () => {
    known = undefined;
    for (const listener of listeners) listener();
  };
  const scheme = window.matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', refresh);
  const attributes = new MutationObserver(refresh);
  attributes.observe(document.documentElement, { attributes: true });
  const stopText = watchTextSize(refresh);
  return () => {
    scheme.removeEventListener('change', refresh);
    attributes.disconnect();
    stopText();
  };
}

/** A rem changes by the browser's setting and by media queries, too: an element is as wide as one. */
function watchTextSize(listener: () => void): () => void {
  const rem = document.createElement('span');
  rem.style.cssText = 'position: absolute; visibility: hidden; width: 1rem; height: 0';
  document.body.append(rem);
  let known = rem.offsetWidth;
  const sizes = new ResizeObserver(() => {
    if (rem.offsetWidth === known) return;
    known = rem.offsetWidth;
    listener();
  });
  sizes.observe(rem);
  return () => {
    sizes.disconnect();
    rem.remove();
  };
}

function readTheme(): Theme {
  const read = createReader();
  const paper = read.colour('var(--paper)');
  const theme: Theme = {
    isDark: isDark(paper),
    paper,
    plane: read.colour('var(--card)'),
    ink: read.colour('var(--ink)'),
    soft: read.colour('var(--soft)'),
    line: read.colour('var(--line)'),
    accent: read.colour('var(--accent)'),
    positive: read.colour('var(--accent)'),
    negative: read.colour('var(--negative)'),
    classes: Array.from({ length: COLOUR_COUNT }, (_, classIndex) => read.colour(classColour(classIndex))),
    font: read.font(),
    textPx: read.textPx(),
  };
  read.close();
  return theme;
}

/** Resolves custom properties on an element of its own, whatever notation they use. */
function createReader() {
  const element = document.createElement('span');
  element.hidden = true;
  // High contrast would make all of them one colour, and every picture one dark square.
  element.style.setProperty('forced-color-adjust', 'none');
  element.style.fontSize = 'var(--text-figure)';
  document.body.append(element);
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const style = getComputedStyle(element);
  return {
    colour: (value: string): Rgb => {
      element.style.color = value;
      pixel.fillStyle = style.color;
      pixel.fillRect(0, 0, 1, 1);
      const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
      return [red!, green!, blue!];
    },
    font: () => style.fontFamily,
    textPx: () => Number.parseFloat(style.fontSize),
    close: () => element.remove(),
  };
}
