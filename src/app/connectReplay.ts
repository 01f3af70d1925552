/** Shows the film again from its checkpoints: in four seconds, at an even speed on its axis, without training. */
import { softUpdates } from '../engine/training/film';
import { nearestMoment } from '../engine/training/nearestMoment';
import { pause, turnTo } from '../store/commands';
import { store } from '../store/store';

const replayMs = 4000;

/** Shows checkpoint after checkpoint while the store says that the film is replayed. */
export function connectReplay(): void {
  store.subscribe(({ run }, before) => {
    if (run.replaying && !before.run.replaying) show();
  });
}

function show(): void {
  const { latest } = store.getState();
  const { runId } = store.getState().run;
  const { epochs } = latest.timeline;
  const seconds = axisOf(latest.snapshot?.updates ?? 0, latest.snapshot?.progress ?? 0);
  const last = epochs.at(-1) ?? 0;
  let startMs: number | null = null;
  let shown = -1;
  const frame = (nowMs: number) => {
    const { run } = store.getState();
    if (!run.replaying || run.runId !== runId) return;
    startMs ??= nowMs;
    const share = Math.min(1, (nowMs - startMs) / replayMs);
    const mark = nearestMoment(epochs, seconds.epochAt(share * seconds.of(last)));
    if (mark !== null && mark !== shown) {
      shown = mark;
      turnTo(epochs[mark] ?? 0);
    }
    if (share < 1) requestAnimationFrame(frame);
    else pause();
  };
  requestAnimationFrame(frame);
}

/** Epochs as places of the film's axis, where one row of the curve tells how many updates an epoch has. */
function axisOf(updates: number, epochs: number) {
  const soft = epochs > 0 && updates > 0 ? (softUpdates * epochs) / updates : 1;
  return {
    of: (epoch: number) => Math.log1p(epoch / soft),
    epochAt: (place: number) => soft * Math.expm1(place),
  };
}
