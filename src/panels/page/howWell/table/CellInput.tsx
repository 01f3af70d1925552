/** A number of the table while it is typed. Enter takes it, Tab takes it and goes on, Escape gives it up, leaving takes it if it can be. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './DataTable.module.css';
import type { Editing, Grid } from './useGrid';

interface CellInputProps {
  editing: Editing;
  /** The present value in full. */
  exact: string;
  label: string;
  problemId: string;
  grid: Grid;
}

export function CellInput({ editing, exact, label, problemId, grid }: CellInputProps) {
  const [draft, setDraft] = useState(editing.typed ?? exact);
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  /** Enter and Escape take the focus away themselves. */
  const isOver = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    if (editing.typed === null) field.current?.select();
  }, [editing]);

  const take = (): boolean => {
    const taken = draft === exact || grid.commit(draft);
    setRefused(taken ? null : draft);
    return taken;
  };
  const finish = (go: () => void) => {
    isOver.current = true;
    go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of the table and of the page mean nothing here.
    event.stopPropagation();
    if (event.key === 'Escape') finish(grid.stopEditing);
    else if (event.key === 'Enter') {
      if (take()) finish(grid.stopEditing);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      if (take()) finish(() => grid.editNext(event.shiftKey ? -1 : 1));
    }
  };
  return (
    <input
      ref={field}
      type="text"
      autoComplete="off"
      spellCheck={false}
      className={styles.input}
      aria-label={label}
      aria-invalid={refused === draft}
      aria-describedby={problemId}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (isOver.current) return;
        take();
        grid.leaveEditing();
      }}
    />
  );
}
