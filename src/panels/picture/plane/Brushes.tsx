/**
 * What a press on the plane does: place a class (keys 1–4), erase (E), select and move (S), or pin the probe (P). The chosen one, pressed
 * again, is laid down: then a press pins what it is on, and a finger scrolls the page.
 */
import { Crosshair, Eraser, SquareDashedMousePointer } from 'lucide-react';
import type { ReactNode } from 'react';
import { ClassMark } from '../../../drawings/ClassMark';
import { classColour } from '../../../drawings/classMarks';
import { limits } from '../../../engine/experiment';
import type { Tool } from '../../../store/runState';
import { look, useStore } from '../../../store/store';
import { ChipGroup } from '../../controls/ChipGroup';
import { useHint } from '../../controls/useHint';
import { useWords } from '../../controls/useWords';
import { className, useNames } from '../../shared/dataNames';
import styles from './Brushes.module.css';

const classes = Array.from({ length: limits.planeClasses[1] }, (_, index) => index);

export function Brushes() {
  const { t } = useWords();
  return (
    <ChipGroup label={t('data.brush')} className={styles.chips}>
      <ClassChips />
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

/** A brush for every class the plane offers, also for those that its first point makes. */
function ClassChips() {
  const { t } = useWords();
  const names = useNames();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const present = useStore(({ experiment }) => experiment.data.classes);
  if (!classifies) {
    return (
      <Chip
        tool={{ kind: 'brush', class: 0 }}
        label={t('data.brush')}
        shortcut="1"
        hint={t('hints.brushValue')}
        colour="var(--accent)"
      >
        <ClassMark classIndex={0} sizePx={15} />
      </Chip>
    );
  }
  const hintOf = (index: number) => {
    const name = className(names, index);
    const hint = index < present ? t('hints.brush') : t('hints.brushFurther', { n: index + 1 });
    return name === null ? hint : t('hints.brushNamed', { name, hint });
  };
  return classes.map((index) => (
    <Chip
      key={index}
      tool={{ kind: 'brush', class: index }}
      label={className(names, index) ?? t('data.class', { n: index + 1 })}
      shortcut={String(index + 1)}
      hint={hintOf(index)}
      colour={classColour(index)}
      isFurther={index >= present}
    >
      <ClassMark classIndex={index} sizePx={15} />
    </Chip>
  ));
}

interface ChipProps {
  tool: Tool;
  label: string;
  shortcut: string;
  hint: string;
  colour?: string;
  isFurther?: boolean;
  children: ReactNode;
}

function Chip(props: ChipProps) {
  const { tool, label, shortcut, hint: text, colour = 'var(--ink)', isFurther = false, children } = props;
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
        aria-describedby={hint.describedBy}
        data-further={isFurther || undefined}
        onClick={() => {
          if (!hint.wasAsked()) look({ tool: chosen ? { kind: 'none' } : tool });
        }}
      >
        {children}
      </button>
      {hint.hintNode}
    </span>
  );
}

function isSame(a: Tool, b: Tool): boolean {
  return a.kind === b.kind && (a.kind !== 'brush' || b.kind !== 'brush' || a.class === b.class);
}
