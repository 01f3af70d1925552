/** The points as a table, and what can be done with them as rows: add, paste, copy, delete, import and export. */
import { type ClipboardEvent, Suspense } from 'react';
import { spreadsheetRows } from '../../../../io/csv/write';
import { prepared } from '../../../../store/derived';
import { store, useStore } from '../../../../store/store';
import { lazyPart } from '../../../controls/lazyPart';
import { Note } from '../../../controls/Note';
import styles from './DataTable.module.css';
import { TableGrid } from './TableGrid';
import { TableTools } from './TableTools';
import { useGrid } from './useGrid';
import { type PasteReport, usePaste } from './usePaste';
import { useRowOrder } from './useRowOrder';

const PasteDialog = lazyPart(async () => (await import('./PasteDialog')).PasteDialog, { isSmall: true });

export function DataTable() {
  const data = useStore(({ experiment }) => experiment.data);
  const rows = useRowOrder(prepared(data));
  const grid = useGrid(rows.order);
  const { paste, pasteFromClipboard, isAsking, stopAsking, report, dismiss } = usePaste((row) =>
    grid.moveTo({ row, column: 'number' }),
  );

  const onPaste = (event: ClipboardEvent) => {
    if (isField(event.target)) return;
    event.preventDefault();
    void paste(event.clipboardData.getData('text/plain'));
  };
  const onCopy = (event: ClipboardEvent) => {
    if (isField(event.target) || !document.getSelection()?.isCollapsed) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copiedText(rows.order, grid.cursor.row));
  };
  return (
    <>
      <div className={styles.table} onCopy={onCopy} onPaste={onPaste}>
        <TableTools data={data} rows={rows} grid={grid} onPaste={() => void pasteFromClipboard()} />
        {report && <Report report={report} onDismiss={dismiss} />}
        <TableGrid data={data} rows={rows} grid={grid} />
      </div>
      {isAsking && (
        <Suspense>
          <PasteDialog onTake={(text) => void paste(text)} onClose={stopAsking} />
        </Suspense>
      )}
    </>
  );
}

function Report({ report, onDismiss }: { report: PasteReport; onDismiss: () => void }) {
  return (
    <div className={styles.report}>
      <Note kind={report.kind} onDismiss={onDismiss}>
        {report.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Note>
    </div>
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** The selected rows as they stand, or else the row with the cursor. */
function copiedText(order: Uint32Array, row: number): string {
  const { experiment, view } = store.getState();
  const chosen = order.filter((index, at) =>
    view.selection.size > 0 ? view.selection.has(index) : at === row,
  );
  return spreadsheetRows(experiment.data, prepared(experiment.data).points, chosen);
}
