/** Why the automatic choice took its device: the key of the sentence, and what it compares. */
import type { DeviceId } from '../../engine/devices/device';
import type { DeviceSpeeds } from '../../engine/devices/timings';
import { formatCount } from '../shared/formats';

export interface Why {
  readonly key: 'autoFaster' | 'autoClose' | 'autoSmall' | 'autoOnly';
  readonly best: DeviceId;
  /** The fastest of the others; the same as `best` where the sentence names none. */
  readonly other: DeviceId;
  /** How many times as fast as the other. */
  readonly times: string;
}

/** Less than this reads as “1.0 times as fast”. */
const noticeable = 1.05;

/** null when nothing was chosen by measuring. */
export function chosenWhy({ best, of }: DeviceSpeeds): Why | null {
  const rate = best && of[best];
  if (!best || typeof rate !== 'number') return null;
  const others = Object.entries(of).flatMap(([id, value]) =>
    id !== best && typeof value === 'number' ? [{ id: id as DeviceId, rate: value }] : [],
  );
  const [second] = others.sort((a, b) => b.rate - a.rate);
  if (of.webgl === 'tooSmall') return { key: 'autoSmall', best, other: best, times: '' };
  if (!second) return { key: 'autoOnly', best, other: best, times: '' };
  const times = rate / second.rate;
  const words = times >= 10 ? formatCount(times) : times.toFixed(1);
  return { key: times < noticeable ? 'autoClose' : 'autoFaster', best, other: second.id, times: words };
}
