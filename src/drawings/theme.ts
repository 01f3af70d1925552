/**
 * The page's colours as numbers, read from its custom properties, because a canvas cannot use `var()`. One reading for the whole
 * document, taken again when the system's colour scheme or an attribute of <html> changes.
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
  return () => {
    scheme.removeEventListener('change', refresh);
    attributes.disconnect();
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
  };
  read.close();
  return theme;
}

/** Resolves custom properties on a probe element, whatever notation they use; absent ones fall back by paper's brightness. */
function createReader() {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Where the system chooses the colours of text, all would be one, and a canvas of one colour shows nothing.
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
