/** What a press on the plane does: place a class (keys 1–4), erase (E), select (S), or pin the probe (P). */
import { Crosshair, Eraser, SquareDashedMousePointer } from 'lucide-react';
import type { ReactNode } from 'react';
import { ClassMark } from '../../drawings/ClassMark';
import { classColour } from '../../drawings/classMarks';
import { limits } from '../../engine/experiment';
import type { Tool } from '../../store/runState';
import { look, useStore } from '../../store/store';
import { ChipGroup } from '../controls/ChipGroup';
import { useHint } from '../controls/useHint';
import { useWords } from '../controls/useWords';
import styles from './Brushes.module.css';

const classCount = limits.planeClasses[1];

export function Brushes() {
  const { t } = useWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const classes = Array.from({ length: classifies ? classCount : 1 }, (_, i) => i);
  return (
    <ChipGroup label={t('data.brush')} className={styles.chips}>
      {classes.map((index) => (
        <Chip
          key={index}
          tool={{ kind: 'brush', class: index }}
          label={classifies ? t('data.class', { n: index + 1 }) : t('data.brush')}
          shortcut={String(index + 1)}
          hint={classifies ? t('hints.brush') : t('hints.brushValue')}
          colour={classifies ? classColour(index) : 'var(--accent)'}
        >
          <ClassMark classIndex={index} sizePx={15} />
        </Chip>
      ))}
      <Chip tool={{ kind: 'eraser' }} label={t('data.eraser')} shortcut="E" hint={t('hints.eraser')}>
        <Eraser size={16} aria-hidden />
      </Chip>
      <Chip tool={{ kind: 'select' }} label={t('data.select')} shortcut="S" hint={t('hints.select')}>
        <SquareDashedMousePointer size={16} aria-hidden />
      </Chip>
      <Chip tool={{ kind: 'probe' }} label={t('probe.tool')} shortcut="P" hint={t('probe.hints.tool')}>
        <Crosshair size={16} aria-hidden />
      </Chip>
    </ChipGroup>
  );
}

interface ChipProps {
  tool: Tool;
  label: string;
  shortcut: string;
  hint: string;
  colour?: string;
  children: ReactNode;
}

function Chip({ tool, label, shortcut, hint: text, colour = 'var(--ink)', children }: ChipProps) {
  const chosen = useStore(({ view }) => isSame(view.tool, tool));
  const hint = useHint(text);
  return (
    <span {...hint.triggerProps}>
      <button
        type="button"
        className={styles.chip}
        style={{ color: colour }}
        aria-pressed={chosen}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        onClick={() => {
          if (!hint.wasAsked()) look({ tool });
        }}
      >
        {children}
        <small aria-hidden>{shortcut}</small>
      </button>
      {hint.hintNode}
    </span>
  );
}

function isSame(a: Tool, b: Tool): boolean {
  return a.kind === b.kind && (a.kind !== 'brush' || b.kind !== 'brush' || a.class === b.class);
}
