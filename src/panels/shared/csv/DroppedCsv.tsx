/** Asks about a table that was dropped anywhere on the page. There is one of it, whatever else is open. */
import { lazy, Suspense, useState } from 'react';
import { useDroppedCsv } from './useDroppedCsv';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog')).ImportDialog }));

export function DroppedCsv() {
  const [file, setFile] = useState<File | null>(null);
  useDroppedCsv(setFile);
  return (
    file && (
      <Suspense>
        <ImportDialog file={file} onClose={() => setFile(null)} />
      </Suspense>
    )
  );
}
