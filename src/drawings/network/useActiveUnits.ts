/**
 * Follows a run with the choice of units that folded layers show: at once when there are maps, then about every second, and not while
 * somebody looks at a unit.
 */
import { useMemo } from 'react';
import type { NetworkPlan } from '../../engine/model/network';
import { constant, type ReadableStore } from '../../engine/readableStore';
import { useReadable } from '../useReadable';
import { chooseUnits, foldedCounts } from './activeUnits';
import type { DiagramInteraction } from './diagramInteraction';
import type { NetworkFrame } from './frame';
import type { NetworkLayout, ShownUnits } from './layoutNetwork';

const INTERVAL_MS = 1000;
const nothing: ShownUnits = new Map();

export function useActiveUnits(
  plan: NetworkPlan,
  layout: NetworkLayout | null,
  frame: ReadableStore<NetworkFrame>,
  hand: Pick<DiagramInteraction, 'shown' | 'edited'> | undefined,
): ShownUnits {
  // A layout of another size asks for a new choice only where it shows another number of units.
  const counts = layout ? foldedCounts(layout).join() : '';
  const { shown, edited } = hand ?? {};
  const choice = useMemo(() => {
    const isHeld = () => Boolean(shown?.get() ?? edited?.get());
    return followChoice(plan, counts, frame, isHeld);
  }, [plan, counts, frame, shown, edited]);
  return useReadable(choice);
}

/** `joined` are the counts of `foldedCounts`. */
function followChoice(
  plan: NetworkPlan,
  joined: string,
  frame: ReadableStore<NetworkFrame>,
  isHeld: () => boolean,
): ReadableStore<ShownUnits> {
  const counts = joined.split(',').map(Number);
  if (!counts.some((count) => count > 0)) return constant(nothing);
  let choice = chooseUnits(plan, counts, frame.get().unitMaps, nothing);
  return {
    get: () => choice,
    subscribe: (listener) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const decide = () => {
        timer = undefined;
        if (isHeld()) return wait(INTERVAL_MS);
        const next = chooseUnits(plan, counts, frame.get().unitMaps, choice);
        if (next === choice) return;
        choice = next;
        listener();
      };
      const wait = (ms: number) => {
        timer ??= setTimeout(decide, ms);
      };
      // The first maps of a network come after its layout.
      const stop = frame.subscribe(() => wait(choice === nothing ? 0 : INTERVAL_MS));
      return () => {
        stop();
        clearTimeout(timer);
      };
    },
  };
}
