/** The latest value of a source for a React drawing, rendered at once: for what a person does. What training does goes through useFollow. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Source } from './source';

export function useSource<T>(source: Source<T>): T {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  const read = () => source.get();
  return useSyncExternalStore(subscribe, read, read);
}
