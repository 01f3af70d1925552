/** Results as Markdown, which is also what the terminal shows. */
import { type Bar, gflopsOf, type Results } from './bars';
import type { GridRow } from './parts/grids';
import type { PageResult } from './parts/page';
import type { Scaling } from './parts/scaling';
import { type Absence, learns, type Row } from './parts/table';
import { subjectIds } from './subject';
import { type Batch, batches, titleOf, works } from './works';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly browser: string;
  readonly renderer: string;
}

export interface Report extends Results {
  readonly grids: readonly GridRow[];
  readonly bars: readonly Bar[];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, 3, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Three digits, in full where there are more. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const rounded = Number(value.toPrecision(value >= 100 ? Math.floor(Math.log10(value)) + 1 : 3));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

function heading(text: string): string {
  return `### ${text}`;
}

export function machineText({ processor, cores, browser, renderer }: Machine): string {
  return `${processor}, ${cores} cores · Chromium ${browser} · WebGL: ${renderer}`;
}

/** All that was measured; `verbose` adds repeats and losses. */
export function reportText(report: Report, verbose: boolean): string {
  const sections = [
    report.rows.length > 0 || report.absences.length > 0 ? tableText(report) : '',
    verbose && report.rows.length > 0 ? detailText(report.rows) : '',
    peakText(report),
    report.grids.length > 0 ? gridText(report.grids) : '',
    report.scaling.length > 0 ? scalingText(report.scaling) : '',
    report.page ? pageText(report.page) : '',
    report.bars.length > 0 ? barText(report.bars) : '',
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function tableText({ rows, absences }: Report): string {
  return works
    .filter((work) => [...rows, ...absences].some((entry) => entry.work === work))
    .map((work) => {
      const ofWork = rows.filter((row) => row.work === work);
      const missing = absences.filter((absence) => absence.work === work);
      const known = subjectIds.filter((id) => [...ofWork, ...missing].some((entry) => entry.subject === id));
      const lines = known.map((subject) => {
        const cells = batches.map((batch) => {
          const row = ofWork.find((entry) => entry.subject === subject && entry.batch === batch);
          if (row) return cellText(row);
          return missing.some((entry) => entry.subject === subject && entry.batch === batch) ? 'n/a' : '';
        });
        return [subject, ...cells, remarkText(ofWork.filter((row) => row.subject === subject))];
      });
      const head = ['epochs/s', ...batches.map((batch) => `batch ${batch}`), 'remarks'];
      return `${heading(titleOf(work))}\n\n${markdownTable(head, lines)}${absenceText(missing)}`;
    })
    .join('\n\n');
}

/** * marks a figure from less than one epoch, † one of a loop that does not learn. */
function cellText(row: Row): string {
  return `${figure(row.epochsPerSecond)}${row.extrapolated ? ' *' : ''}${learns(row) ? '' : ' †'}`;
}

function remarkText(rows: readonly Row[]): string {
  const outside = rows.filter((row) => !batches.includes(row.batch));
  const figures = outside.map((row) => `batch ${row.batch}: ${cellText(row)}`);
  const notes = new Set(rows.map((row) => row.note));
  const named = notes.size === 1 ? [...notes] : rows.map(({ batch, note }) => `batch ${batch}: ${note}`);
  return [...figures, ...named.filter((note) => note !== '')].join(', ');
}

function absenceText(absences: readonly Absence[]): string {
  const sentences = absences.map(
    ({ subject, batch, reason }) => `${subject}, batch ${batch}: not available (${reason.split('\n')[0]!})`,
  );
  return sentences.length > 0 ? `\n\n${sentences.join('  \n')}` : '';
}

function detailText(rows: readonly Row[]): string {
  const lines = rows.map(({ work, batch, subject, repeats, startLoss, loss }) => [
    `${work.id}, batch ${batch}, ${subject}`,
    repeats.map(figure).join(' · '),
    startLoss.toPrecision(3),
    loss.toPrecision(3),
  ]);
  return `${heading('Repeats, and the training loss before and after')}\n\n${markdownTable(['', 'epochs/s', 'loss before', 'after'], lines)}`;
}

function peakText({ peak, rows }: Report): string {
  if (!peak) return '';
  const largest = works.at(-1)!;
  const ours = rows.filter((row) => row.work === largest && row.subject === 'quadrant wasm');
  const lines = [
    [`simd peak (${peak.by})`, peak.gflops.toFixed(1), '100 %'],
    ...ours.map(({ batch, epochsPerSecond }) => {
      const gflops = gflopsOf(largest, epochsPerSecond);
      const share = (100 * gflops) / peak.gflops;
      return [`quadrant wasm, ${largest.id}, batch ${batch}`, gflops.toFixed(1), `${share.toFixed(1)} %`];
    }),
  ];
  return `${heading('Arithmetic')}\n\n${markdownTable(['', 'GFLOP/s', 'of the peak'], lines)}\n\nCounted are the matrix products alone: 6 operations a weight and point, 4 in the first layer, whose inputs need no gradient.`;
}

function gridText(grids: readonly GridRow[]): string {
  const lines = grids.map(({ work, subject, outputsPerSecond, thumbnailsPerSecond }) => [
    `${work.id}, ${subject}`,
    figure(outputsPerSecond),
    figure(thumbnailsPerSecond),
  ]);
  const head = ['pictures/s', 'output, 128 × 128', 'all units, 32 × 32'];
  return `${heading('Grids')}\n\n${markdownTable(head, lines)}`;
}

function scalingText(scaling: readonly Scaling[]): string {
  return ['points', 'width']
    .map((along) => {
      const some = scaling.filter((entry) => entry.along === along);
      if (some.length === 0) return '';
      const lines = some.map(({ batch, epochMs, slope }) => [
        `batch ${batch satisfies Batch}`,
        ...epochMs.map(figure),
        slope.toFixed(3),
      ]);
      const head = [`ms an epoch by ${along}`, ...some[0]!.sizes.map((size) => figure(size)), 'slope'];
      const net = along === 'points' ? 'net 2-8-8-4' : 'net 2-width-width-4, 400 points';
      return `${heading(`Time along ${along} (quadrant wasm, ${net})`)}\n\n${markdownTable(head, lines)}`;
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function pageText({ runs, ...median }: PageResult): string {
  const named = [...runs.map((run, i) => ({ name: `run ${i + 1}`, run })), { name: 'median', run: median }];
  const lines = named.map(({ name, run }) => [
    name,
    run.secondsToLoss === null ? 'not reached' : run.secondsToLoss.toFixed(2),
    run.framesPerSecond.toFixed(1),
    run.idleFramesPerSecond.toFixed(1),
    run.longestTaskMs === 0 ? 'under 50' : run.longestTaskMs.toFixed(0),
    run.device,
  ]);
  const head = [
    'two-arm spiral, 8-8 tanh',
    's from Play to test loss < 0.05',
    'frames/s',
    'before Play',
    'longest task ms',
    'device',
  ];
  return `${heading('The page')}\n\n${markdownTable(head, lines)}`;
}

function barText(bars: readonly Bar[]): string {
  const lines = bars.map(({ name, wanted, measured, holds }) => [
    name,
    wanted,
    measured,
    holds ? 'pass' : 'FAIL',
  ]);
  const held = bars.filter((bar) => bar.holds).length;
  return `${heading(`Bars: ${held} of ${bars.length} hold`)}\n\n${markdownTable(['', 'wanted', 'measured', ''], lines)}`;
}
