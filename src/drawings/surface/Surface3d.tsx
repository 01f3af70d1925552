/**
 * A figure that is turned by mouse, finger or keys. Fills its parent, follows the theme, and frees its WebGL context when it goes. Where
 * there is no WebGL, or its context is lost again and again, it says so once and draws nothing; what is to be seen then is up to its owner.
 */
import { useEffect, useRef, useState } from 'react';
import type { ReadableStore } from '../../engine/readableStore';
import { inFrame, notInFrame } from '../frames';
import { hasModifier } from '../interaction/keyMoves';
import { useInteraction } from '../interaction/useInteraction';
import { PictureRegion } from '../PictureRegion';
import { useSize } from '../useSize';
import { useTheme } from '../useTheme';
import type { Figure3d, Marks } from './figure3d';
import { GlFigure, hasWebgl } from './glFigure';
import styles from './Surface3d.module.css';

/** Why there is no 3-D: no WebGL, or Plotly could not be loaded. */
export type Missing3d = 'webgl' | 'load';

export interface Surface3dProps {
  /** Keep it the same (useMemo) while it is. */
  readonly figure: Figure3d;
  /** The same kinds in the same order as long as the figure is the same. */
  readonly marks: ReadableStore<readonly Marks[]>;
  readonly label: string;
  readonly instructions: string;
  /** The cell of the grid under the pointer. */
  readonly onHover?: (cell: { readonly column: number; readonly row: number } | null) => void;
  readonly onUnavailable: (why: Missing3d) => void;
}

/** A surface whose context is lost is drawn anew this many times; after that its owner says that there is no 3-D. */
const mostLosses = 3;

/** Marks move at most this often, and take at most about this share of the page's time. */
const markMs = 120;
const markShare = 0.2;

const step = Math.PI / 18;
const approaches: Readonly<Record<string, number>> = { '+': 0.85, '=': 0.85, '-': 1 / 0.85, _: 1 / 0.85 };

export function Surface3d(props: Surface3dProps) {
  const { label, instructions } = props;
  const [sizeRef, { widthPx, heightPx }] = useSize();
  const host = useRef<HTMLDivElement>(null);
  const opened = useGlFigure(props, host, { width: Math.round(widthPx), height: Math.round(heightPx) });
  const { handlers } = useInteraction<never>({
    pointed: () => null,
    walk: (_from, [right, up]) => {
      void opened?.turn(right * step, up * step);
      return null;
    },
    onKey: (event) => {
      if (!opened || hasModifier(event)) return false;
      const factor = approaches[event.key];
      if (factor) void opened.approach(factor);
      else if (event.key === '0') void opened.resetView();
      return factor !== undefined || event.key === '0';
    },
  });
  return (
    <PictureRegion
      ref={sizeRef}
      label={label}
      instructions={instructions}
      data-drawn={opened !== null || undefined}
      onKeyDown={handlers.onKeyDown}
    >
      <div ref={host} className={styles.host} />
    </PictureRegion>
  );
}

/** The figure as long as the component lives; null before it is drawn. */
function useGlFigure(
  props: Surface3dProps,
  host: { readonly current: HTMLDivElement | null },
  size: { width: number; height: number },
): GlFigure | null {
  const theme = useTheme();
  const [opened, setOpened] = useState<GlFigure | null>(null);
  const { figure, marks } = props;
  /** How often the context was lost. */
  const [losses, setLosses] = useState(0);
  const latest = useRef({ props, theme, size });
  const shown = useRef<unknown>(null);
  useEffect(() => {
    latest.current = { props, theme, size };
  });
  const hasRoom = size.width > 0 && size.height > 0;
  useEffect(() => {
    const element = host.current;
    if (!hasRoom || !element) return;
    const { props: now, theme: colours, size: room } = latest.current;
    if (losses > mostLosses || !hasWebgl()) {
      now.onUnavailable('webgl');
      return;
    }
    let isOpen = true;
    let drawn: GlFigure | null = null;
    shown.current = now.figure;
    GlFigure.open(element, now.figure, now.marks.get(), colours, room).then(
      (created) => {
        if (!isOpen) {
          created.free();
          return;
        }
        drawn = created;
        created.onLost(() => setLosses((before) => before + 1));
        created.onHover((cell) => latest.current.props.onHover?.(cell));
        setOpened(created);
      },
      () => isOpen && latest.current.props.onUnavailable('load'),
    );
    return () => {
      isOpen = false;
      setOpened(null);
      drawn?.free();
    };
  }, [host, hasRoom, losses]);
  useEffect(() => {
    if (opened && hasRoom) void opened.resize({ width: size.width, height: size.height });
  }, [opened, hasRoom, size.width, size.height]);
  useEffect(() => {
    if (!opened) return;
    void opened.show(figure, marks.get(), theme);
    return followMarks(opened, marks);
  }, [opened, figure, marks, theme]);
  return opened;
}

/** Moves the marks as their source says, in frames, with rests as long as moving them takes. */
function followMarks(figure: GlFigure, marks: ReadableStore<readonly Marks[]>): () => void {
  let isResting = false;
  let isBehind = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = () => {
    isResting = true;
    isBehind = false;
    const start = performance.now();
    void figure.mark(marks.get()).finally(() => {
      const tookMs = performance.now() - start;
      // By a timer, not frame by frame: a picture counts as drawn while the marks rest.
      timer = setTimeout(wake, Math.max(markMs - tookMs, tookMs / markShare));
    });
  };
  const wake = () => {
    isResting = false;
    if (isBehind) inFrame(frame);
  };
  const stop = marks.subscribe(() => {
    isBehind = true;
    if (!isResting) inFrame(frame);
  });
  return () => {
    stop();
    clearTimeout(timer);
    notInFrame(frame);
  };
}
