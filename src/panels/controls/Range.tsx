/**
 * The bare slider: a native range input with our own keys and look. Native, because its value text can say the value
 * instead of the position, and because a finger that scrolls the page over it changes nothing.
 * Knows positions 0 … last only; what they mean is the caller's.
 */
import type { CSSProperties, KeyboardEvent } from 'react';
import { hasModifier, stepsOf } from '../../drawings/interaction/keyMoves';
import styles from './Range.module.css';
import { type GestureOptions, useGesture } from './useGesture';

export interface RangeProps extends GestureOptions {
  label: string;
  /** 0 … last; a fraction stands between two positions. */
  position: number;
  last: number;
  valueText: string;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  onPosition: (position: number) => void;
  /** Arrow keys (±1), PageUp, PageDown and Shift with arrows (±page), Home and End (±∞). */
  onMove: (by: number) => void;
  page: number;
}

export function Range(props: RangeProps) {
  const { position, last, page } = props;
  const gesture = useGesture(props);
  function onKeyDown(event: KeyboardEvent) {
    const by = stepsOf(event, page);
    if (by === 0 || hasModifier(event)) return;
    event.preventDefault();
    gesture.holdKey();
    gesture.change(() => props.onMove(by));
  }
  return (
    <input
      type="range"
      className={styles.range}
      style={{ '--filled': position / last } as CSSProperties}
      min={0}
      max={last}
      step="any"
      value={position}
      disabled={props.disabled}
      aria-label={props.label}
      aria-valuetext={props.valueText}
      aria-describedby={props.describedBy}
      onChange={(event) => {
        const to = Math.round(event.target.valueAsNumber);
        if (to !== position) gesture.change(() => props.onPosition(to));
      }}
      onPointerDown={gesture.holdPointer}
      onPointerMove={gesture.movePointer}
      onKeyDown={onKeyDown}
      onKeyUp={gesture.release}
      onBlur={gesture.release}
    />
  );
}
