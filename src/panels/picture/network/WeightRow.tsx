/**
 * One weight or bias in the editor: name, slider, typed value, lock. Of a hundred, only those that come into sight get controls, and
 * follow training while they are. A weight that the learner sets is shown at once, before the run has taken it over.
 */
import { Lock, LockOpen } from 'lucide-react';
import { type RefCallback, useCallback, useMemo, useState } from 'react';
import type { ReadableStore } from '../../../engine/readableStore';
import type { Snapshot } from '../../../engine/training/snapshot';
import { setWeights } from '../../../store/commands';
import { currentSnapshot } from '../../../store/derived';
import { isFrozen, toggleFrozenParameter } from '../../../store/freezeEdits';
import { edit, useStore } from '../../../store/store';
import { useSnapshot } from '../../../store/useSnapshot';
import { NumberSlider } from '../../controls/NumberSlider';
import { ToggleChip } from '../../controls/ToggleChip';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';
import styles from './WeightRow.module.css';
import { createWeightSender } from './weightSender';

export interface WeightRowProps {
  /** What is written before the slider. */
  readonly label: string;
  /** What the controls are called. */
  readonly name: string;
  readonly layer: number;
  /** Place among the parameters. */
  readonly index: number;
  /** The slider takes the focus whenever this is another object. */
  readonly wanted?: object | null;
}

/** What can be typed: float32 has a little more, but nobody needs it. */
const anyNumber = [-1e38, 1e38] as const;
/** What the slider reaches at least. */
const reach = 5;
const step = 0.05;

const sendWeight = createWeightSender(setWeights);

export function WeightRow(props: WeightRowProps) {
  const { label, wanted = null } = props;
  const [row, sight] = useSight();
  return (
    <div ref={row} className={styles.row}>
      {sight.wasEver || wanted ? (
        <Controls {...props} isInSight={sight.isNow} />
      ) : (
        <span className={styles.label}>{label}</span>
      )}
    </div>
  );
}

function Controls(props: WeightRowProps & { readonly isInSight: boolean }) {
  const { label, name, layer, index, wanted = null, isInSight } = props;
  const { t } = useWords();
  const { value, hold, setHolding } = useHeld(index, useSnapshot(useLiveSnapshot(isInSight)));
  const slider = sliderFor(value);
  return (
    <div ref={useWanted(wanted)}>
      <NumberSlider
        {...slider}
        label={label}
        name={name}
        value={value}
        scale="linear"
        typedRange={anyNumber}
        hint={taught(t('inspect.hints.value'), 'weights')}
        onStart={() => setHolding(true)}
        onChange={hold}
        onEnd={() => setHolding(false)}
        trailing={<FreezeWeight name={name} layer={layer} index={index} />}
      />
    </div>
  );
}

function FreezeWeight({ name, layer, index }: Pick<WeightRowProps, 'name' | 'layer' | 'index'>) {
  const { t } = useWords();
  const isHeld = useStore(({ experiment }) => isFrozen(experiment, layer, index));
  const isWhole = useStore(({ experiment }) => experiment.training.frozen.layers.includes(layer));
  return (
    <ToggleChip
      label={t('inspect.freeze', { label: name })}
      value={isHeld}
      disabled={isWhole}
      onChange={() => edit((experiment) => toggleFrozenParameter(experiment, index))}
      hint={t('inspect.hints.freeze')}
    >
      {isHeld ? <Lock size={13} aria-hidden /> : <LockOpen size={13} aria-hidden />}
    </ToggleChip>
  );
}

/** The latest snapshot; changes are told only while the row is in sight. */
function useLiveSnapshot(isInSight: boolean): ReadableStore<Snapshot | null> {
  return useMemo(
    () => ({
      get: () => currentSnapshot.get(),
      subscribe: (listener) => (isInSight ? currentSnapshot.subscribe(listener) : () => {}),
    }),
    [isInSight],
  );
}

/** A value that is being set or has been, and the command that carries it, once that is sent. */
interface Held {
  readonly value: number;
  readonly command: number | null;
}

/** The value that is being set, or was set and is in no picture yet; else the live one, to four digits. */
function useHeld(index: number, snapshot: Snapshot | null) {
  const [held, setHeld] = useState<Held | null>(null);
  const [holding, setHolding] = useState(false);
  const hold = (value: number) => {
    setHeld({ value, command: null });
    sendWeight(index, value, (command) =>
      setHeld((before) => (before?.value === value ? { value, command } : before)),
    );
  };
  const isTaken = held && held.command !== null && (snapshot?.command ?? 0) >= held.command;
  const live = snapshot?.parameters[index] ?? 0;
  return {
    value: held && (holding || !isTaken) ? held.value : Number(live.toPrecision(4)),
    hold,
    setHolding,
  };
}

/** Reaches further while the value lies further out. */
function sliderFor(value: number) {
  const low = Math.min(-reach, Math.max(anyNumber[0], Math.floor(value)));
  const high = Math.max(reach, Math.min(anyNumber[1], Math.ceil(value)));
  return { range: [low, high] as const, step: high - low > 100 * reach ? (high - low) / 200 : step };
}

interface Sight {
  readonly isNow: boolean;
  readonly wasEver: boolean;
}

/** Whether the element is in sight, or nearly, in the list that scrolls it. */
function useSight(): [RefCallback<HTMLElement>, Sight] {
  const [sight, setSight] = useState<Sight>({ isNow: false, wasEver: false });
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const see: IntersectionObserverCallback = (entries) => {
      const isNow = entries.at(-1)?.isIntersecting ?? false;
      setSight(({ wasEver }) => ({ isNow, wasEver: wasEver || isNow }));
    };
    const observer = new IntersectionObserver(see, { root: element.parentElement, rootMargin: '120px 0px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, sight];
}

/** Gives the focus to the slider inside the element, and brings it into sight. */
function useWanted(wanted: object | null): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element || !wanted) return;
      element.scrollIntoView({ block: 'center' });
      element.querySelector('input')?.focus({ preventScroll: true });
    },
    [wanted],
  );
}
