/** The benchmark's main program: one browser, the parts that are asked for one after another, and the report. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { judge } from './bars';
import { BenchBrowser } from './benchBrowser';
import { flopsPerEpoch } from './figures';
import { type Options, readOptions, usage } from './options';
import { type GridRow, measureGrids } from './parts/grids';
import { measurePage } from './parts/page';
import { type MeasuredPeak, measureSimdPeak } from './parts/peak';
import { measureScaling, type Scaling } from './parts/scaling';
import { measureTable, type Table } from './parts/table';
import { type Machine, machineText, type Report, reportText } from './report';
import { titleOf, works } from './works';

/** Builds and serves a page and answers its address. */
export interface Pages {
  bench(): Promise<string>;
  app(): Promise<string>;
}

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Answers the exit code. */
export async function main(given: string[], root: string, pages: Pages): Promise<number> {
  try {
    const options = readOptions(given);
    if (options === 'help') say(usage);
    else await measureAll(options, root, pages);
    return 0;
  } catch (error) {
    say(error instanceof RangeError || error instanceof TypeError ? error.message : String(error));
    return 1;
  }
}

async function measureAll(options: Options, root: string, pages: Pages): Promise<void> {
  say('Building the benchmark page …');
  const bench = await BenchBrowser.launch(await pages.bench());
  try {
    const machine = await machineOf(bench);
    say(machineText(machine));
    const report = await measureParts(bench, options, pages);
    if (options.json) process.stdout.write(`${JSON.stringify(jsonOf(report), null, 1)}\n`);
    else process.stdout.write(`\n${reportText(report, options.verbose)}\n`);
    if (options.save) save(root, machine, report);
  } finally {
    await bench.browser.close();
  }
}

async function measureParts(bench: BenchBrowser, options: Options, pages: Pages): Promise<Report> {
  const has = (part: Options['parts'][number]) => options.parts.includes(part);
  const none: Table = { rows: [], absences: [] };
  if (has('peak')) say('simd peak …');
  const peak: MeasuredPeak | null = has('peak') ? await measureSimdPeak(bench, options.repeats) : null;
  const table = has('table') ? await measureTable(bench, options, say) : none;
  const grids: readonly GridRow[] = has('grids') ? await measureGrids(bench, options, say) : [];
  const scaling: readonly Scaling[] = has('scaling') ? await measureScaling(bench, options, say) : [];
  if (has('page')) say('The page: building the app …');
  const page = has('page') ? await measurePage(bench.browser, await pages.app(), options.repeats) : null;
  const bars = judge({ ...table, peak, scaling, page });
  return { ...table, peak, grids, scaling, page, bars };
}

async function machineOf(bench: BenchBrowser): Promise<Machine> {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown processor',
    cores: processors.length,
    browser: bench.browser.version(),
    renderer: await bench.renderer(),
  };
}

/**
 * The rows of the table. The peak comes as a work of its own: as many epochs of the largest work as its arithmetic alone would
 * allow.
 */
function jsonOf({ rows, peak }: Report): object[] {
  const all: object[] = rows.map(({ work, batch, subject, epochsPerSecond, repeats }) => ({
    work: titleOf(work),
    batch,
    subject,
    epochsPerSecond,
    repeats,
  }));
  if (peak) {
    const perEpoch = flopsPerEpoch(works.at(-1)!) / 1e9;
    all.push({
      work: 'simd peak',
      batch: 'all',
      subject: 'simd peak',
      epochsPerSecond: peak.gflops / perEpoch,
      repeats: peak.repeats.map((gflops) => gflops / perEpoch),
      gflops: peak.gflops,
    });
  }
  return all;
}

function save(root: string, machine: Machine, report: Report): void {
  const date = new Date().toISOString().slice(0, 10);
  const text = `# Benchmark results

Written by \`npm run bench\` on ${date}: ${machineText(machine)}.

Medians of repeats that take turns within one run of one browser; every subject trains in a worker of its own, from the same points
and weights where it takes them, with Adam (α 0.01, ε 1e-7) where it has it. * marks a figure from less than one epoch, † a loop that
does not learn, which counts for nothing.

${reportText(report, true)}
`;
  writeFileSync(join(root, 'bench/RESULTS.md'), text);
  say('Written to bench/RESULTS.md.');
}
