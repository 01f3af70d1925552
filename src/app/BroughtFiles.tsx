/**
 * Files dropped, pasted or chosen: an experiment opens, a table is shown before it is imported, the rest is refused
 * in a sentence. The page stays. Reading is loaded when there is something to read.
 */
import { Suspense, useEffect } from 'react';
import { whenLoaded } from '../drawings/missing';
import { useReadable } from '../drawings/useReadable';
import { lazyPart } from '../panels/controls/lazyPart';
import { bringFile, bringText, broughtFile, isExperimentText } from '../panels/shared/csv/broughtFile';

const ImportDialog = lazyPart(async () => (await import('../panels/shared/csv/ImportDialog')).ImportDialog, {
  isSmall: true,
});

export function BroughtFiles() {
  const brought = useReadable(broughtFile);
  useEffect(listen, []);
  const isExperiment = brought !== null && isDocument(brought.file);
  useEffect(() => {
    if (!brought || !isExperiment) return;
    broughtFile.set(null);
    void whenLoaded(
      () => import('./documents'),
      ({ openBrought }) => openBrought(brought.file),
    );
  }, [brought, isExperiment]);
  if (!brought || isExperiment) return null;
  return (
    <Suspense>
      <ImportDialog
        key={`${brought.file.name} ${brought.file.lastModified}`}
        brought={brought}
        onClose={() => broughtFile.set(null)}
      />
    </Suspense>
  );
}

function isDocument({ name, type }: File): boolean {
  return /\.json$/i.test(name) || type === 'application/json';
}

function listen(): () => void {
  window.addEventListener('dragover', onDragOver);
  window.addEventListener('drop', onDrop);
  window.addEventListener('paste', onPaste);
  return () => {
    window.removeEventListener('dragover', onDragOver);
    window.removeEventListener('drop', onDrop);
    window.removeEventListener('paste', onPaste);
  };
}

/** Text that is dragged into a field goes to the field. Anything else would make the browser leave the page. */
function onDragOver(event: DragEvent): void {
  const hasFiles = event.dataTransfer?.types.includes('Files') ?? false;
  if (hasFiles || !isField(event.target)) event.preventDefault();
}

function onDrop(event: DragEvent): void {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file && isField(event.target)) return;
  event.preventDefault();
  if (file) bringFile(file);
  else take(event.dataTransfer?.getData('text/plain') ?? '');
}

/** Pasted content that neither the table nor a dialog has handled. */
function onPaste(event: ClipboardEvent): void {
  if (event.defaultPrevented || isField(event.target)) return;
  const [file] = event.clipboardData?.files ?? [];
  if (file) bringFile(file);
  else take(event.clipboardData?.getData('text/plain') ?? '');
}

/** A text that may be an experiment or a table; a word or an address is neither. */
function take(text: string): void {
  if (isExperimentText(text) || /[\r\n]/.test(text.trim())) bringText(text);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
  );
}
