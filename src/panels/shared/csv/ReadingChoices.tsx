/** How the file was read: encoding, separator, decimal mark, and the line with the names. Each may be said otherwise. */
import { type Encoding, encodings } from '../../../io/csv/encoding';
import { type DecimalMark, decimalMarks } from '../../../io/csv/numbers';
import type { Asked, ExaminedTable } from '../../../io/csv/read';
import { type Separator, separators } from '../../../io/csv/table';
import { Choice } from '../../controls/Choice';
import { useWords } from '../../controls/useWords';
import { formatCount } from '../formats';
import { shortened } from './csvWords';
import styles from './ImportDialog.module.css';

interface ReadingChoicesProps {
  examined: ExaminedTable;
  asked: Asked;
  onAsk: (asked: Asked) => void;
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'space' } as const;
const markNames = { '.': 'point', ',': 'comma' } as const;

/** As they are mostly written. */
const encodingNames: Partial<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB 18030 (GBK)',
  big5: 'Big5',
  shift_jis: 'Shift JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  'koi8-r': 'KOI8-R',
};

/** Lines that may hold the names, besides the one that was found. */
const offeredLines = 4;

export function ReadingChoices({ examined, asked, onAsk }: ReadingChoicesProps) {
  const { t } = useWords();
  const { table, columns, layout, mark, encoding } = examined;
  const rows =
    table.rows.length - layout.first - [...layout.comments].filter((row) => row >= layout.first).length;
  return (
    <>
      <p className={styles.facts}>
        {t('table.csv.facts', {
          rows: t('table.csv.rows', { count: rows, rows: formatCount(rows) }),
          columns: columns.length,
        })}
      </p>
      <div className={styles.reading}>
        {encoding && (
          <Choice
            variant="stacked"
            label={t('table.csv.encoding')}
            items={encodings.map((id) => ({ id, label: encodingNames[id] ?? id.replace('w', 'W') }))}
            value={encoding}
            // Another text has other lines, cut otherwise.
            onChange={(id) => onAsk({ encoding: id })}
            hint={t('table.hints.csvEncoding')}
          />
        )}
        <Choice<Separator>
          variant="stacked"
          label={t('table.csv.separator')}
          items={separators.map((id) => ({ id, label: t(`table.csv.separators.${separatorNames[id]}`) }))}
          value={table.separator}
          onChange={(separator) => onAsk({ encoding: asked.encoding, separator })}
          hint={t('table.hints.csvSeparator')}
        />
        <Choice<DecimalMark>
          variant="stacked"
          label={t('table.csv.mark')}
          items={decimalMarks.map((id) => ({ id, label: t(`table.csv.marks.${markNames[id]}`) }))}
          value={mark}
          onChange={(next) => onAsk({ ...asked, mark: next })}
          hint={t('table.hints.csvMark')}
        />
        <Choice
          variant="stacked"
          label={t('table.csv.header')}
          items={headerItems(examined, t('table.csv.noHeader'), (line) =>
            t('table.csv.headerLine', { line }),
          )}
          value={String(layout.header)}
          onChange={(id) => onAsk({ ...asked, header: id === 'null' ? null : Number(id) })}
          hint={t('table.hints.csvHeader')}
        />
      </div>
    </>
  );
}

/** No line, the first ones, and the one that was found. */
function headerItems({ table, layout }: ExaminedTable, none: string, line: (n: number) => string) {
  const found = layout.header ?? 0;
  const offered = table.rows.map((_, row) => row).slice(0, Math.max(offeredLines, found + 2));
  return [
    { id: 'null', label: none },
    ...offered.map((row) => ({
      id: String(row),
      label: line(table.lines[row] ?? 0),
      description: shortened((table.rows[row] ?? []).join(', ')),
    })),
  ];
}
