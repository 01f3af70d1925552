/** The library that finds principal axes, loaded when it is first wanted and kept from then on. */
import { useEffect, useState } from 'react';
import type { FindAxes } from './followSpace';

let loaded: FindAxes | undefined;

/** null while it is on its way; `failed` where it cannot be had. */
export function useFindAxes(isWanted: boolean): FindAxes | 'failed' | null {
  const [found, setFound] = useState<{ readonly find: FindAxes | 'failed' } | null>(
    loaded ? { find: loaded } : null,
  );
  useEffect(() => {
    if (!isWanted || found) return;
    let isAsking = true;
    import('./principalAxes').then(
      ({ principalAxes }) => {
        loaded = principalAxes;
        if (isAsking) setFound({ find: principalAxes });
      },
      () => {
        if (isAsking) setFound({ find: 'failed' });
      },
    );
    return () => {
      isAsking = false;
    };
  }, [isWanted, found]);
  return isWanted && found ? found.find : null;
}
