/** What is marked on the plane, as SVG: rings round the selected points and the one that is pointed at, and where the probe is. */
import { useMemo } from 'react';
import { type PlaneScale, planeScale } from '../../../drawings/boundary/planeScale';
import { prepared } from '../../../store/derived';
import { onePointSubject } from '../../../store/onePoint';
import { locate } from '../../../store/probing';
import { useStore } from '../../../store/store';
import { useWords } from '../../controls/useWords';
import { heights } from './nearest';
import styles from './PlaneMarks.module.css';

interface PlaneMarksProps {
  widthPx: number;
  heightPx: number;
  /** Whether the pointer or the cursor is on the plane and shows itself where the probe is. */
  isAiming: boolean;
}

const ringPx = 8;

export function PlaneMarks({ widthPx, heightPx, isAiming }: PlaneMarksProps) {
  const plane = useStore(({ experiment }) => experiment.data.plane);
  const scale = useMemo(() => planeScale(plane, widthPx || 1, heightPx || 1), [plane, widthPx, heightPx]);
  return (
    <>
      <Selection scale={scale} />
      <Pointed scale={scale} />
      <ProbeMark scale={scale} widthPx={widthPx} isAiming={isAiming} />
    </>
  );
}

/** One path for all rings: a selection may be thousands. */
function Selection({ scale }: { scale: PlaneScale }) {
  const selection = useStore((state) => state.view.selection);
  const data = useStore(({ experiment }) => experiment.data);
  const path = useMemo(() => {
    if (selection.size === 0) return '';
    const { points } = prepared(data);
    const vertical = heights(points, data.inputs);
    const rings: string[] = [];
    for (const index of selection) {
      if (index >= points.y.length) continue;
      const left = scale.toX(points.x1[index] as number) - ringPx;
      const y = scale.toY(vertical[index] as number);
      rings.push(`M${left.toFixed(1)} ${y.toFixed(1)}${ring}`);
    }
    return rings.join('');
  }, [selection, data, scale]);
  return path && <path className={styles.selected} d={path} data-selected={selection.size} />;
}

/** A circle from its leftmost point on. */
const ring = `a${ringPx} ${ringPx} 0 1 0 ${2 * ringPx} 0a${ringPx} ${ringPx} 0 1 0 ${-2 * ringPx} 0`;

function Pointed({ scale }: { scale: PlaneScale }) {
  const pointed = useStore((state) => state.view.pointed);
  const data = useStore(({ experiment }) => experiment.data);
  const place = pointed === null ? null : locate(data, { kind: 'point', index: pointed });
  if (!place) return null;
  const [x, y] = [scale.toX(place.x1), scale.toY(place.height)];
  return (
    <g transform={`translate(${x} ${y})`} data-pointed={pointed}>
      <circle className={styles.halo} r={9.5} />
      <circle className={styles.pointed} r={9.5} />
    </g>
  );
}

interface ProbeMarkProps {
  scale: PlaneScale;
  widthPx: number;
  isAiming: boolean;
}

/** The pinned probe; or, while the page One point is open, the point that it is about. */
function ProbeMark({ scale, widthPx, isAiming }: ProbeMarkProps) {
  const { t } = useWords();
  const pinned = useStore((state) => state.view.probe);
  const isOpen = useStore((state) => state.view.page === 'one-point');
  const subject = useStore((state) => onePointSubject(state).probe);
  const data = useStore(({ experiment }) => experiment.data);
  const shown = pinned ?? (isOpen && !isAiming ? subject : null);
  const place = shown && locate(data, shown);
  if (!place) return null;
  const [x, y] = [scale.toX(place.x1), scale.toY(place.height)];
  const isAtEnd = x > widthPx - 56;
  return (
    <g transform={`translate(${x} ${y})`} data-probe={pinned ? 'pinned' : 'last'}>
      <path className={styles.halo} d={crosshair} />
      <path className={pinned ? styles.pinned : styles.last} d={crosshair} />
      {pinned && (
        <text className={styles.label} x={isAtEnd ? -13 : 13} y={-8} textAnchor={isAtEnd ? 'end' : 'start'}>
          {t('probe.mark')}
        </text>
      )}
    </g>
  );
}

const crosshair = 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M-13 0H-7M7 0H13M0 -13V-7M0 7V13';
