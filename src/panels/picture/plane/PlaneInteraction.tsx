/** The interactive layer over the plane: an application region with a cursor, the marks of points, and the read-out under the pointer. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  Suspense,
  useCallback,
  useMemo,
  useState,
} from 'react';
import { planeScale } from '../../../drawings/boundary/planeScale';
import { useSize } from '../../../drawings/useSize';
import { useStore } from '../../../store/store';
import { lazyPart } from '../../controls/lazyPart';
import { useWords } from '../../controls/useWords';
import { stopAiming } from './aim';
import type { Spot, SpotArea } from './nearest';
import styles from './PlaneInteraction.module.css';
import { usePlaneKeys } from './usePlaneKeys';
import { usePlaneTools } from './usePlaneTools';
import { useTakenGestures } from './useTakenGestures';

// Not needed before somebody points at something: loaded while the first picture is waited for.
const PlaneMarks = lazyPart(async () => (await import('./PlaneMarks')).PlaneMarks, { isSmall: true });
const Readout = lazyPart(async () => (await import('./Readout')).Readout, { isSmall: true });

export function PlaneInteraction() {
  const { t } = useWords();
  const { ref, element, size } = useSizedElement();
  const { widthPx, heightPx } = size;
  const data = useStore(({ experiment }) => experiment.data);
  const tool = useStore((state) => state.view.tool.kind);
  const scale = useMemo(
    () => planeScale(data.plane, widthPx || 1, heightPx || 1),
    [data.plane, widthPx, heightPx],
  );
  const { box, isMoving, holdsFinger, onLeave, handlers } = usePlaneTools(size);
  useTakenGestures(element, size, holdsFinger);
  const keys = usePlaneKeys(widthPx, heightPx);
  const { hovered, focused, presence } = usePresence(keys, onLeave);
  const isAiming = hovered || focused;
  const read = useStore(({ aim, view }) => (isAiming ? aim : view.probe));
  const isRegression = data.task === 'regression';
  return (
    <div
      ref={ref}
      className={`${styles.hand} ${styles[tool]}`}
      data-moving={isMoving || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application region is interactive by its keys
      tabIndex={0}
      role="application"
      aria-label={t('plane.title')}
      aria-describedby="plane-instructions"
      {...handlers}
      {...presence}
      onContextMenu={(event) => {
        // A long press takes hold of a point.
        if (isMoving) event.preventDefault();
      }}
      onPointerMove={(event: PointerEvent<HTMLElement>) => {
        handlers.onPointerMove(event);
        presence.onPointerMove();
      }}
    >
      <p id="plane-instructions" className="visually-hidden">
        {isRegression ? t('plane.instructionsRegression') : t('plane.instructions')} {t('plane.zoomKeys')}{' '}
        {t('probe.keys')}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {keys.said}
      </p>
      <Overlay
        widthPx={widthPx}
        heightPx={heightPx}
        box={box}
        cursor={focused && !hovered ? keys.cursor : null}
        holding={keys.held !== null}
        isAiming={isAiming}
      />
      <Suspense>
        {read && !box && <Readout probe={read} scale={scale} widthPx={widthPx} isAiming={isAiming} />}
      </Suspense>
    </div>
  );
}

/** The element that the ref is on, with its size. */
function useSizedElement() {
  const [sizeRef, size] = useSize();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const ref = useCallback(
    (found: HTMLElement | null) => {
      setElement(found);
      return sizeRef(found);
    },
    [sizeRef],
  );
  return { ref, element, size };
}

/** Whether the pointer is on the plane, and whether its cursor is used. */
function usePresence(
  keys: ReturnType<typeof usePlaneKeys>,
  onLeave: (event: PointerEvent<HTMLElement>) => void,
) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const presence = {
    onPointerMove: () => setHovered(true),
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      onLeave(event);
      setHovered(false);
      if (focused) keys.aimAtCursor();
      else stopAiming();
    },
    onKeyDown: (event: KeyboardEvent) => {
      // A cursor that is moved shows itself, also after the pointer gave the plane its focus.
      if (event.key.startsWith('Arrow')) setFocused(true);
      keys.onKeyDown(event);
    },
    onFocus: (event: FocusEvent) => {
      if (!event.currentTarget.matches(':focus-visible')) return;
      setFocused(true);
      keys.aimAtCursor();
    },
    onBlur: () => {
      setFocused(false);
      stopAiming();
      keys.forget();
    },
  };
  return { hovered, focused, presence };
}

interface OverlayProps {
  widthPx: number;
  heightPx: number;
  box: SpotArea | null;
  /** The keyboard's cursor, when it is in use. */
  cursor: Spot | null;
  holding: boolean;
  /** Whether the pointer or the cursor is on the plane. */
  isAiming: boolean;
}

function Overlay({ widthPx, heightPx, box, cursor, holding, isAiming }: OverlayProps) {
  return (
    <svg className={styles.overlay} aria-hidden="true">
      <Suspense>
        <PlaneMarks widthPx={widthPx} heightPx={heightPx} isAiming={isAiming} />
      </Suspense>
      {box && (
        <rect
          className={styles.box}
          x={Math.min(box.from.xPx, box.to.xPx)}
          y={Math.min(box.from.yPx, box.to.yPx)}
          width={Math.abs(box.to.xPx - box.from.xPx)}
          height={Math.abs(box.to.yPx - box.from.yPx)}
        />
      )}
      {cursor && (
        <g
          className={holding ? styles.held : styles.cursor}
          transform={`translate(${cursor.xPx} ${cursor.yPx})`}
        >
          <circle r={9} />
          <path d="M-14 0H-5M5 0H14M0 -14V-5M0 5V14" />
        </g>
      )}
    </svg>
  );
}
