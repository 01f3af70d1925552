/** The latest value of a source for a React drawing, rendered at once: for what a person does. What training does goes through useThrottled. */
import { useCallback, useSyncExternalStore } from 'react';
import type { ReadableStore } from '../engine/readableStore';

export function useReadable<T>(source: ReadableStore<T>): T {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  const read = () => source.get();
  return useSyncExternalStore(subscribe, read, read);
}
