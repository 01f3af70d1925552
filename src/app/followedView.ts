/** What of the page's state a worker is told besides the document and its commands. */
import type { DeviceId } from '../engine/devices/device';
import type { Configure } from '../engine/worker/protocol';
import { surfaceQuestionOf } from '../store/costSurface';
import { watchedLayer } from '../store/pages';
import { ownSnapshot, type State, store } from '../store/store';

/** What of the view the worker follows. */
export type View = Pick<Configure, 'device' | 'speed' | 'watch' | 'surface'>;

export function viewOf(state: State): View {
  const { device, speed, slowRate, shownUnit, hiddenLayer, page } = state.view;
  return {
    device,
    speed: speed === 'slow' ? { kind: speed, updatesPerSecond: slowRate } : { kind: speed },
    watch: {
      fineUnits: shownUnit !== null && shownUnit.layer >= 0,
      hiddenLayer: watchedLayer(page, state.experiment.model, hiddenLayer),
    },
    surface: surfaceQuestionOf(state),
  };
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** On which device the run is, as far as the page knows. */
export function deviceAtWork(): DeviceId {
  const { device } = store.getState().view;
  return ownSnapshot()?.device ?? (device === 'auto' ? 'wasm' : device);
}
