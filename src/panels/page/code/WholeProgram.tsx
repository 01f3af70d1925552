/** The experiment as a whole program that can be run elsewhere, in four libraries. */
import { useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { type TargetId, targets } from '../../../codegen';
import { sizeOf } from '../../../codegen/shownLines';
import { look, useStore } from '../../../store/store';
import { Note } from '../../controls/Note';
import { Toggle } from '../../controls/Toggle';
import { useHint } from '../../controls/useHint';
import { useWords } from '../../controls/useWords';
import { listed } from '../../shared/punctuation';
import { ProgramTools } from './ProgramTools';
import { ProgramView } from './ProgramView';
import { Steps } from './Steps';
import { type BuiltProgram, useProgram } from './useProgram';
import styles from './WholeProgram.module.css';

const ids = Object.keys(targets) as TargetId[];

export function WholeProgram() {
  const { t, locale } = useWords();
  const code = useStore((state) => state.view.code);
  const built = useProgram(code.target, { locale, inlined: code.inlined });
  return (
    <Tabs
      className={styles.panel ?? ''}
      selectedKey={code.target}
      onSelectionChange={(target) => look({ code: { ...code, target: target as TargetId } })}
    >
      <div className={styles.bar}>
        <TabList aria-label={t('code.targets')} className={styles.list ?? ''}>
          {ids.map((id) => (
            <LibraryTab key={id} id={id} />
          ))}
        </TabList>
        <div className={styles.tools}>
          <Toggle
            label={t('code.inlined')}
            value={code.inlined}
            onChange={(inlined) => look({ code: { ...code, inlined } })}
            hint={t('code.hints.inlined')}
          />
          {built && <ProgramTools target={code.target} built={built} />}
        </div>
      </div>
      {ids.map((id) => (
        <TabPanel key={id} id={id} className={styles.content ?? ''}>
          {built ? <Content target={id} built={built} /> : <Note>{t('code.noPoints')}</Note>}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function LibraryTab({ id }: { id: TargetId }) {
  const { t, name } = useWords();
  const library = name(targets[id].name);
  const { triggerProps, describedBy, hintNode } = useHint(t('code.hints.target', { library }));
  return (
    <Tab
      id={id}
      className={styles.tab ?? ''}
      aria-label={library}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      <span {...triggerProps}>
        {library}
        {hintNode}
      </span>
    </Tab>
  );
}

function Content({ target, built }: { target: TargetId; built: BuiltProgram }) {
  const { t, locale, name } = useWords();
  const { program, pieces, lines, changed } = built;
  const scroller = useRef<HTMLElement>(null);
  const titles = titlesOf(built);
  useChangeInSight(scroller, built);
  const size = sizeWords(sizeOf(pieces).characters);
  const show = (line: number) => lineElement(scroller.current, line)?.scrollIntoView({ block: 'start' });
  return (
    <>
      <Steps starts={titles.slice(0, 4)} onStep={show} />
      <ProgramView
        label={t('code.program', { library: name(targets[target].name) })}
        language={program.language}
        lines={lines}
        changed={changed}
        titles={titles}
        leftWords={(rows) => t('code.left', { count: rows, rows: rows.toLocaleString('en'), size })}
        scroller={scroller}
      />
      <p role="status" className="visually-hidden">
        {changed.length > 0 &&
          t('code.changed', {
            lines: listed({ locale }, lineRanges(changed.map((i) => lines[i]?.number ?? 0))),
          })}
      </p>
    </>
  );
}

/** Where each step begins. */
function titlesOf({ program, lines }: BuiltProgram): number[] {
  const mark = program.language === 'python' ? '# ' : '// ';
  return program.blocks
    .filter(({ step }) => typeof step === 'number')
    .map(({ words }) => lines.findIndex(({ text }) => text === mark + (words[0] ?? '')));
}

function lineElement(scroller: HTMLElement | null, line: number): Element | null {
  return scroller?.querySelectorAll('[data-number]').item(line) ?? null;
}

/** Brings the first changed line into sight, unless somebody reads or selects here. */
function useChangeInSight(scroller: React.RefObject<HTMLElement | null>, { changed, lines }: BuiltProgram) {
  const shown = useRef(lines);
  useEffect(() => {
    const [first] = changed;
    const isNew = shown.current !== lines;
    shown.current = lines;
    if (!isNew || first === undefined || scroller.current?.contains(document.activeElement)) return;
    const line = lineElement(scroller.current, first);
    if (scroller.current && line) bringIntoSight(scroller.current, line);
  }, [scroller, changed, lines]);
}

/** Scrolls the program, and the page that it is on where that scrolls by itself; never the screen, whose plane is being used. */
function bringIntoSight(scroller: HTMLElement, line: Element): void {
  const [around, own] = [scroller.getBoundingClientRect(), line.getBoundingClientRect()];
  if (own.top < around.top || own.bottom > around.bottom) {
    // By whole lines, so that none is cut in half at the top.
    const lines = Math.round((own.top - around.top - around.height / 3 + scroller.scrollTop) / own.height);
    scroller.scrollTop = lines * own.height;
  }
  const page = scroller.closest<HTMLElement>('#page > * > [role=tabpanel]');
  if (!page || page.scrollHeight <= page.clientHeight) return;
  const [shown, now] = [page.getBoundingClientRect(), line.getBoundingClientRect()];
  if (now.top >= shown.top && now.bottom <= shown.bottom) return;
  page.scrollTop += now.top - shown.top - shown.height / 3;
}

/** 3, 5–7, 9: neighbours together. Ascending numbers. */
export function lineRanges(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}

/** About so many bytes, in kB or MB. Programs are nearly all ASCII. */
export function sizeWords(characters: number): string {
  const [value, unit] = characters < 1e6 ? [characters / 1e3, 'kB'] : [characters / 1e6, 'MB'];
  return `${value.toLocaleString('en', { maximumSignificantDigits: 2 })} ${unit}`;
}
