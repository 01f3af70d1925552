/** Which row of a curve over the epochs is read off, by pointer or by keyboard. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { EpochRow } from '../../engine/training/history';
import { nearestRow, rowAfterKey } from '../losses/readRow';

/** `epochAt`: the epoch at a place of the picture. Answers the row that is read, and the handlers for the element of the picture. */
export function useReading<Row extends EpochRow>(rows: readonly Row[], epochAt: (xPx: number) => number) {
  const [pickedEpoch, setPickedEpoch] = useState<number | null>(null);
  const picked = pickedEpoch === null ? -1 : nearestRow(rows, pickedEpoch);
  const readAtPointer = (event: PointerEvent<HTMLElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    setPickedEpoch(epochAt(event.clientX - left));
  };
  const letGo = () => setPickedEpoch(null);
  const handlers = {
    onPointerDown: readAtPointer,
    onPointerMove: readAtPointer,
    onPointerLeave: letGo,
    onBlur: letGo,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const next = rowAfterKey(event.key, picked, rows.length);
      if (next === picked) return;
      event.preventDefault();
      setPickedEpoch(rows[next]?.epoch ?? null);
    },
  };
  return { pickedRow: rows[picked], handlers };
}
