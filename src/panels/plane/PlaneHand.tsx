/** The interactive layer over the plane: an application region with a cursor, the selection, and the read-out under the pointer. */
import { type PointerEvent, useMemo, useState } from 'react';
import { planeScale } from '../../drawings/boundary/planeScale';
import { useSize } from '../../drawings/useSize';
import { prepared } from '../../store/derived';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import { type Box, heights, type Spot } from './nearest';
import styles from './PlaneHand.module.css';
import { Readout } from './Readout';
import { usePlaneKeys } from './usePlaneKeys';
import { spotOf, usePlaneTools } from './usePlaneTools';

export function PlaneHand() {
  const { t } = useWords();
  const [sizeRef, { widthPx, heightPx }] = useSize();
  const data = useStore(({ experiment }) => experiment.data);
  const tool = useStore((state) => state.view.tool.kind);
  const scale = useMemo(
    () => planeScale(data.plane, widthPx || 1, heightPx || 1),
    [data.plane, widthPx, heightPx],
  );
  const { box, handlers } = usePlaneTools(scale);
  const keys = usePlaneKeys(widthPx, heightPx);
  const [hover, setHover] = useState<Spot | null>(null);
  const [focused, setFocused] = useState(false);
  const probed = hover ?? (focused ? keys.cursor : null);
  const isRegression = data.task === 'regression';
  return (
    <div
      ref={sizeRef}
      className={`${styles.hand} ${styles[tool]}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application region is interactive by its keys
      tabIndex={0}
      role="application"
      aria-label={t('plane.title')}
      aria-describedby="plane-instructions"
      {...handlers}
      onPointerMove={(event: PointerEvent<HTMLElement>) => {
        handlers.onPointerMove(event);
        setHover(spotOf(event));
      }}
      onPointerLeave={() => setHover(null)}
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
      onBlur={() => {
        setFocused(false);
        keys.forget();
      }}
    >
      <p id="plane-instructions" className="visually-hidden">
        {isRegression ? t('plane.instructionsRegression') : t('plane.instructions')}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {keys.said}
      </p>
      <Overlay
        widthPx={widthPx}
        heightPx={heightPx}
        box={box}
        cursor={focused && !hover ? keys.cursor : null}
        holding={keys.held !== null}
      />
      {probed && !box && <Readout spot={probed} scale={scale} widthPx={widthPx} heightPx={heightPx} />}
    </div>
  );
}

interface OverlayProps {
  widthPx: number;
  heightPx: number;
  box: Box | null;
  /** The keyboard's cursor, when it is in use. */
  cursor: Spot | null;
  holding: boolean;
}

function Overlay({ widthPx, heightPx, box, cursor, holding }: OverlayProps) {
  return (
    <svg className={styles.overlay} aria-hidden="true">
      <Selection widthPx={widthPx} heightPx={heightPx} />
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

/** Rings round the selected points. */
function Selection({ widthPx, heightPx }: { widthPx: number; heightPx: number }) {
  const selection = useStore((state) => state.view.selection);
  const data = useStore(({ experiment }) => experiment.data);
  if (selection.size === 0) return null;
  const { points } = prepared(data);
  const vertical = heights(points, data.inputs);
  const scale = planeScale(data.plane, widthPx, heightPx);
  return [...selection]
    .filter((index) => index < points.y.length)
    .map((index) => (
      <circle
        key={index}
        className={styles.selected}
        cx={scale.toX(points.x1[index] as number)}
        cy={scale.toY(vertical[index] as number)}
        r={8}
      />
    ));
}
