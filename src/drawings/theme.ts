/**
 * The page's colours and its type as numbers, read from its custom properties, because a canvas cannot use `var()`. One reading for the
 * whole document, taken again when the system's colour scheme, an attribute of <html> or the size of its text changes.
 */
import { classColours } from './classMarks';
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
  /** Small text of the pictures in CSS pixels: 0.75 rem, so that it follows the browser's setting and the large type of Present. */
  readonly textPx: number;
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
  const paper = read.colour('--paper', '#fbfaf7', '#161617');
  const dark = isDark(paper);
  const theme: Theme = {
    isDark: dark,
    paper,
    plane: read.colour('--plane', 'var(--card, #ffffff)', 'var(--card, #1e1f22)'),
    ink: read.colour('--ink', '#1d1d1f', '#ecebe7'),
    soft: read.colour('--soft', '#6b6a66', '#a3a19b'),
    line: read.colour('--line', '#e3e0d8', '#35353a'),
    accent: read.colour('--accent', '#2f4b8f', '#8ea8ea'),
    positive: read.colour('--positive', 'var(--accent, #2f4b8f)', 'var(--accent, #9db4f2)'),
    negative: read.colour('--negative', '#b5651d', '#e0985a'),
    classes: classColours.map(({ variable, light, dark: lighter }) => read.colour(variable, light, lighter)),
    font: read.font(),
    textPx: 0.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  };
  read.close();
  return theme;
}

/** Resolves custom properties on a probe element, whatever notation they use; absent ones fall back by paper's brightness. */
function createReader() {
  const probe = document.createElement('span');
  probe.hidden = true;
  // High contrast would make all of them one colour, and every picture one dark square.
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const style = getComputedStyle(probe);
  const resolve = (value: string): Rgb => {
    probe.style.color = value;
    pixel.fillStyle = style.color;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!];
  };
  const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const ground = resolve(`var(--paper, ${systemIsDark ? '#161617' : '#fbfaf7'})`);
  const useDark = isDark(ground);
  return {
    colour: (variable: string, light: string, dark: string) =>
      resolve(`var(${variable}, ${useDark ? dark : light})`),
    font: () => style.fontFamily,
    close: () => probe.remove(),
  };
}
