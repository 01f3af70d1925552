/**
 * One weight or bias in the editor: name, slider, typed value, lock. Of a hundred, only those that come into sight get controls, and
 * follow training while they are. What a hand sets is shown at once, before the run has taken it over.
 */
import { Lock, LockOpen } from 'lucide-react';
import { type RefCallback, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useThrottled } from '../../../drawings/useThrottled';
import type { ReadableStore } from '../../../engine/readableStore';
import { currentSnapshot } from '../../../store/derived';
import { isFrozen, toggleFrozenParameter } from '../../../store/freezeEdits';
import { edit, setWeights, useStore } from '../../../store/store';
import { FieldProblem } from '../../controls/FieldProblem';
import { Range } from '../../controls/Range';
import { createScale, stepFrom } from '../../controls/sliderScale';
import { ToggleChip } from '../../controls/ToggleChip';
import { useHint } from '../../controls/useHint';
import { useTypedNumber } from '../../controls/useTypedNumber';
import { useWords } from '../../controls/useWords';
import { ValueInput } from '../../controls/ValueInput';
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
  /** The slider takes the focus when this becomes true. */
  readonly isWanted?: boolean;
}

/** How long a set value stands before the run's own is shown again. */
const holdMs = 400;
/** What can be typed: float32 has a little more, but nobody needs it. */
const anyNumber = [-1e38, 1e38] as const;
/** What the slider reaches at least. */
const reach = 5;
const step = 0.05;

const sendWeight = createWeightSender(setWeights);

export function WeightRow(props: WeightRowProps) {
  const { label, isWanted = false } = props;
  const [row, sight] = useSight();
  return (
    <div ref={row} className={styles.row}>
      {sight.wasEver || isWanted ? (
        <Controls {...props} isInSight={sight.isNow} />
      ) : (
        <span className={styles.label}>{label}</span>
      )}
    </div>
  );
}

function Controls(props: WeightRowProps & { readonly isInSight: boolean }) {
  const { label, name, layer, index, isWanted = false, isInSight } = props;
  const { t } = useWords();
  const live = useThrottled(useWeight(index, isInSight));
  const { value, hold, setHolding } = useHeld(index, live);
  const slider = useSlider(value);
  const hint = useHint(t('inspect.hints.value'));
  const problemId = useId();
  const typed = useTypedNumber({
    value,
    range: anyNumber,
    onCommit: hold,
    onNudge: (direction) => hold(stepFrom(slider, value, direction)),
  });
  const moveTo = (to: number) => {
    typed.clearProblem();
    if (to !== value) hold(to);
  };
  return (
    <div className={styles.controls} {...hint.triggerProps}>
      <span className={styles.label} data-hint-label>
        {label}
      </span>
      <span ref={useWanted(isWanted)} className={styles.slider}>
        <Range
          label={name}
          position={slider.positionOf(value)}
          last={slider.last}
          page={slider.page}
          valueText={String(value)}
          describedBy={hint.describedBy}
          onPosition={(position) => moveTo(slider.valueAt(position))}
          onMove={(by) => moveTo(stepFrom(slider, value, by))}
          onStart={() => setHolding(true)}
          onEnd={() => setHolding(false)}
        />
      </span>
      <ValueInput
        {...typed.inputProps}
        label={t('controls.typedValue', { label: name })}
        negative
        aria-describedby={`${hint.describedBy ?? ''} ${problemId}`}
      />
      <FreezeWeight name={name} layer={layer} index={index} />
      <FieldProblem id={problemId} problem={typed.problem} />
      {hint.hintNode}
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

/** The weight in the latest snapshot; changes are told only while somebody can see them. */
function useWeight(index: number, isInSight: boolean): ReadableStore<number> {
  return useMemo(
    () => ({
      get: () => currentSnapshot.get()?.parameters[index] ?? 0,
      subscribe: (listener) => (isInSight ? currentSnapshot.subscribe(listener) : () => {}),
    }),
    [index, isInSight],
  );
}

/** The value that a hand is setting or has just set, else the live one, to four digits. */
function useHeld(index: number, live: number) {
  const [held, setHeld] = useState<number | null>(null);
  const [holding, setHolding] = useState(false);
  useEffect(() => {
    if (holding || held === null) return;
    const timer = setTimeout(() => setHeld(null), holdMs);
    return () => clearTimeout(timer);
  }, [holding, held]);
  const hold = (value: number) => {
    setHeld(value);
    sendWeight(index, value);
  };
  return { value: held ?? Number(live.toPrecision(4)), hold, setHolding };
}

/** Reaches further while the value lies further out. */
function useSlider(value: number) {
  const low = Math.min(-reach, Math.max(anyNumber[0], Math.floor(value)));
  const high = Math.max(reach, Math.min(anyNumber[1], Math.ceil(value)));
  const distance = high - low > 100 * reach ? (high - low) / 200 : step;
  return useMemo(
    () => createScale({ range: [low, high], scale: 'linear', step: distance }),
    [low, high, distance],
  );
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
function useWanted(isWanted: boolean): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element || !isWanted) return;
      element.scrollIntoView({ block: 'center' });
      element.querySelector('input')?.focus({ preventScroll: true });
    },
    [isWanted],
  );
}
