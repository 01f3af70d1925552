/** Times a session: a warm-up that also finds the pace, then stretches long enough to trust and short enough to wait for. */
import type { Session } from './subject';

/** What was timed; `updates` over `seconds` is the pace. */
export interface Stretch {
  readonly updates: number;
  readonly seconds: number;
}

async function timed(session: Session, updates: number): Promise<Stretch> {
  const startMs = performance.now();
  const done = await session.run(updates);
  return { updates: done, seconds: (performance.now() - startMs) / 1000 };
}

/** Updates that compile and allocate what later ones find ready; after `patience` times the warm-up fewer will do. */
const fewestUpdates = 8;
const patience = 8;

/** Runs ever longer stretches until `seconds` have passed: code is compiled and caches are filled. Answers the last one. */
export async function warmUp(session: Session, seconds: number): Promise<Stretch> {
  let updates = 1;
  let done = 0;
  let passed = 0;
  for (;;) {
    const stretch = await timed(session, updates);
    passed += stretch.seconds;
    done += stretch.updates;
    if (passed >= seconds && (done >= fewestUpdates || passed >= patience * seconds)) return stretch;
    const fitting = ((stretch.updates / stretch.seconds) * seconds) / 2;
    updates = Math.max(1, Math.min(4 * updates, Math.ceil(fitting)));
  }
}

/**
 * At least `seconds` and at least one epoch, in whole epochs; where an epoch takes longer than `longest` seconds only as many
 * updates as fit. `pace` is an earlier stretch to plan with.
 */
export async function measure(
  session: Session,
  updatesPerEpoch: number,
  pace: Stretch,
  seconds: number,
  longest: number,
): Promise<Stretch> {
  let total = { updates: 0, seconds: 0 };
  let known = pace;
  while (total.seconds < 0.8 * seconds) {
    const perSecond = known.updates / known.seconds;
    const wanted = (seconds - total.seconds) * perSecond;
    const epochs = Math.ceil(wanted / updatesPerEpoch) * updatesPerEpoch;
    const most = Math.max(1, Math.floor((longest - total.seconds) * perSecond));
    known = await timed(session, Math.max(1, Math.min(epochs, most)));
    total = { updates: total.updates + known.updates, seconds: total.seconds + known.seconds };
  }
  return total;
}
