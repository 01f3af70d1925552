/** A table that is dragged onto the page from outside. Other files are left to whoever wants them. */
import { useEffect } from 'react';

const names = /\.(csv|tsv|txt)$/i;
/** How browsers call such files while they are dragged, when their names are not told yet. */
const types = /^(text\/.*|application\/vnd\.ms-excel|)$/;

export function useDroppedCsv(onFile: (file: File) => void): void {
  useEffect(() => {
    const allow = (event: DragEvent) => {
      const items = [...(event.dataTransfer?.items ?? [])];
      if (items.some(({ kind, type }) => kind === 'file' && types.test(type))) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => names.test(name));
      if (!file) return;
      event.preventDefault();
      onFile(file);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, [onFile]);
}
