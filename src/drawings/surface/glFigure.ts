/**
 * One figure of Plotly on the page: it is opened, shown, marked, turned and freed. Owns its WebGL context, which `free` gives back at
 * once: browsers allow some ten of them, and Plotly leaves its own to the garbage collector.
 */
import type { PlotlyHTMLElement } from 'plotly.js/lib/core';
import type { Theme } from '../theme';
import type { Figure3d, Marks } from './figure3d';
import type { Plotly as PlotlyModule } from './plotlyChunk';
import {
  config,
  type Eye,
  farther,
  firstEye,
  layoutOf,
  type PixelSize,
  parked,
  placesOf,
  titleIn,
  tracesOf,
} from './plotlyFigure';
import { leaveLostContext, moveMarks, raiseSurface, readBackOnly } from './plotlyShortcut';

/** Range of the distance of the eye: nearer it lies inside the surface, farther the figure is too small. */
const distances = [0.5, 8] as const;
/** Straight above and below, left and right lose their meaning. */
const steepest = 1.5;

/** Whether a WebGL context is to be had. */
export function hasWebgl(): boolean {
  const context = document.createElement('canvas').getContext('webgl');
  release(context);
  return context !== null;
}

/** What was shown last. */
interface Shown {
  readonly figure: Figure3d;
  readonly theme: Theme;
  readonly markCount: number;
}

export class GlFigure {
  /** Loads Plotly and draws in a child of `host`. Rejects where Plotly cannot be loaded or cannot draw. */
  static async open(
    host: HTMLElement,
    figure: Figure3d,
    marks: readonly Marks[],
    theme: Theme,
    size: PixelSize,
  ): Promise<GlFigure> {
    const { Plotly } = await import('./plotlyChunk');
    const element = host.appendChild(document.createElement('div'));
    const eye = firstEye(size);
    const plotGlPixelRatio = Math.min(2, window.devicePixelRatio);
    try {
      const traces = tracesOf(figure, marks, theme);
      const layout = layoutOf(figure, theme, size, eye);
      const opened = await Plotly.newPlot(element, traces, layout, { ...config, plotGlPixelRatio });
      return new GlFigure(Plotly, opened, size, eye, { figure, theme, markCount: marks.length });
    } catch (error) {
      freeContexts(element, () => Plotly.purge(element));
      throw error;
    }
  }

  /** Plotly is asked for one thing after another, and for nothing any more once the figure is freed. */
  private busy: Promise<void> = Promise.resolve();
  private isFreed = false;
  /** The learner turns the box: a new figure meanwhile would put the camera back. */
  private isHeld = false;
  private onRelease: { show?: () => Promise<void>; mark?: () => Promise<void> } = {};

  private constructor(
    private readonly plotly: typeof PlotlyModule,
    private readonly element: PlotlyHTMLElement,
    private size: PixelSize,
    private eye: Eye,
    private shown: Shown,
  ) {
    element.addEventListener('pointerdown', this.hold, true);
    element.addEventListener('pointerenter', this.enter);
    readBackOnly(element, () => element.matches(':hover'));
    leaveLostContext(element);
    element.on('plotly_relayout', (change) => {
      const camera = (change as { 'scene.camera'?: { eye?: Eye } })['scene.camera'];
      if (camera?.eye) this.eye = camera.eye;
    });
  }

  show(figure: Figure3d, marks: readonly Marks[], theme: Theme): Promise<void> {
    if (this.isHeld) {
      this.onRelease = { show: () => this.show(figure, marks, theme) };
      return Promise.resolve();
    }
    return this.after(async () => {
      const { shown } = this;
      this.shown = { figure, theme, markCount: marks.length };
      if (this.shown.figure === shown.figure && theme === shown.theme) {
        if (moveMarks(this.element, parked(marks, figure))) return;
      }
      const isSameLook =
        theme === shown.theme && marks.length === shown.markCount && sameLook(figure, shown.figure);
      if (isSameLook && raiseSurface(this.element, figure.grid.z)) {
        if (moveMarks(this.element, parked(marks, figure))) return;
      }
      const layout = layoutOf(figure, theme, this.size, this.eye);
      await this.plotly.react(this.element, tracesOf(figure, marks, theme), layout);
    });
  }

  /** Moves the marks; as many as were shown, else nothing happens. */
  mark(marks: readonly Marks[]): Promise<void> {
    if (this.isHeld) {
      this.onRelease.mark = () => this.mark(marks);
      return Promise.resolve();
    }
    return this.after(async () => {
      const { figure, markCount } = this.shown;
      if (marks.length !== markCount) return;
      const places = parked(marks, figure);
      if (moveMarks(this.element, places)) return;
      const which = marks.map((_, i) => i + 1);
      await this.plotly.restyle(this.element, placesOf(places), which);
    });
  }

  resize(size: PixelSize): Promise<void> {
    if (size.width === this.size.width && size.height === this.size.height) return this.busy;
    const { x, y, z } = this.eye;
    const far = farther(size) / farther(this.size);
    this.size = size;
    this.eye = { x: x * far, y: y * far, z: z * far };
    const { x: acrossAxis, y: depthAxis, z: upAxis } = this.shown.figure.axes;
    return this.relayout({
      ...size,
      'scene.camera.eye': { ...this.eye },
      'scene.xaxis.title.text': titleIn(size, acrossAxis),
      'scene.yaxis.title.text': titleIn(size, depthAxis),
      'scene.zaxis.title.text': titleIn(size, upAxis),
    });
  }

  /** Turns the box by so many radians about its upright axis and towards the eye. */
  turn(around: number, up: number): Promise<void> {
    const { x, y, z } = this.eye;
    const flat = Math.hypot(x, y);
    const radius = Math.hypot(flat, z);
    const azimuth = Math.atan2(y, x) + around;
    const height = Math.min(steepest, Math.max(-steepest, Math.atan2(z, flat) + up));
    const across = radius * Math.cos(height);
    return this.look({
      x: across * Math.cos(azimuth),
      y: across * Math.sin(azimuth),
      z: radius * Math.sin(height),
    });
  }

  /** Multiplies the distance of the eye. */
  approach(factor: number): Promise<void> {
    const { x, y, z } = this.eye;
    const radius = Math.hypot(x, y, z);
    const scale = Math.min(distances[1], Math.max(distances[0], radius * factor)) / radius;
    return this.look({ x: x * scale, y: y * scale, z: z * scale });
  }

  resetView(): Promise<void> {
    return this.look(firstEye(this.size));
  }

  /** Calls with the column and row of the surface under the pointer; null when it leaves. */
  onHover(listener: (cell: { readonly column: number; readonly row: number } | null) => void): void {
    this.element.on('plotly_hover', ({ points: [point] }) => {
      // On a surface a point is named by its column and row, which the types do not know.
      const cell = point?.curveNumber === 0 ? (point.pointNumber as unknown) : null;
      if (Array.isArray(cell)) listener({ column: Number(cell[0]), row: Number(cell[1]) });
    });
    this.element.on('plotly_unhover', () => listener(null));
  }

  /** Calls once when the browser takes the context away. */
  onLost(listener: () => void): void {
    const lose = () => {
      if (!this.isFreed) listener();
    };
    for (const canvas of this.element.querySelectorAll('canvas')) {
      canvas.addEventListener('webglcontextlost', lose, { once: true });
    }
  }

  /** Takes the figure off the page and gives its context back. */
  free(): void {
    this.element.removeEventListener('pointerdown', this.hold, true);
    this.element.removeEventListener('pointerenter', this.enter);
    window.removeEventListener('pointerup', this.letGo);
    window.removeEventListener('pointercancel', this.letGo);
    this.onRelease = {};
    this.isFreed = true;
    const { element } = this;
    void this.busy.then(() => freeContexts(element, () => this.plotly.purge(element)));
  }

  /** What lies under the pointer was not read back while there was none. */
  private readonly enter = () => {
    raiseSurface(this.element, this.shown.figure.grid.z);
  };

  private readonly hold = () => {
    this.isHeld = true;
    window.addEventListener('pointerup', this.letGo, { once: true });
    window.addEventListener('pointercancel', this.letGo, { once: true });
  };

  private readonly letGo = () => {
    // After Plotly has taken in where the camera is.
    setTimeout(() => {
      this.isHeld = false;
      const { show, mark } = this.onRelease;
      this.onRelease = {};
      void Promise.resolve(show?.()).then(mark);
    });
  };

  private look(eye: Eye): Promise<void> {
    this.eye = eye;
    return this.relayout({ 'scene.camera.eye': { ...eye } });
  }

  private relayout(change: object): Promise<void> {
    return this.after(async () => {
      await this.plotly.relayout(this.element, change);
    });
  }

  private after(work: () => Promise<void>): Promise<void> {
    const done = this.busy.then(() => (this.isFreed ? undefined : work()));
    // The caller handles the error; the next request runs in any case.
    this.busy = done.catch(() => undefined);
    return done;
  }
}

/** Contexts are looked up before the canvases go, and lost after nobody listens to them any more. */
function freeContexts(element: HTMLElement, purge: () => void): void {
  const contexts = [...element.querySelectorAll('canvas')].map((canvas) => canvas.getContext('webgl'));
  purge();
  element.remove();
  for (const context of contexts) release(context);
}

/** Whether two figures differ in their heights alone. */
function sameLook(a: Figure3d, b: Figure3d): boolean {
  const look = ({ grid, ...rest }: Figure3d) => JSON.stringify([grid.x, grid.y, rest]);
  return look(a) === look(b);
}

function release(context: WebGLRenderingContext | null): void {
  context?.getExtension('WEBGL_lose_context')?.loseContext();
}
