/**
 * The plane: the picture of what the model answers, or of what one unit answers while somebody looks at it, and over it the interaction layer that
 * places, moves and removes points.
 */
import { type ComponentProps, Suspense, useMemo } from 'react';
import { Boundary } from '../../../drawings/boundary/Boundary';
import type { BoundaryFrame } from '../../../drawings/boundary/frame';
import { useThrottled } from '../../../drawings/useThrottled';
import { unitsIn } from '../../../engine/model/network';
import { map } from '../../../engine/readableStore';
import { currentSnapshot, prepared } from '../../../store/derived';
import { sourceOf, useStore } from '../../../store/store';
import { lazyPart } from '../../controls/lazyPart';
import { useWords } from '../../controls/useWords';
import { titleOf } from '../../shared/unitNames';
import { useNaming } from '../../shared/useNaming';
import { unitPicture } from '../network/unitPicture';
import { PlaneInteraction } from './PlaneInteraction';
import { PlaneNames } from './PlaneNames';
import styles from './PlanePanel.module.css';
import { PlaneTools } from './PlaneTools';

const UnitMap = lazyPart(async () => (await import('../../../drawings/boundary/UnitMap')).UnitMap, {
  isSmall: true,
});

const emptyFrame: BoundaryFrame = { outputs: null, predictions: null };
const frame = map(currentSnapshot, (snapshot): BoundaryFrame => snapshot ?? emptyFrame);

/** Points on the wrong side of the border; null without a picture or for regression. */
const wrongPoints = sourceOf(({ latest: { snapshot } }) => {
  const share = [snapshot?.train, snapshot?.test].map((part) => wrongIn(part?.confusion ?? null));
  return share[0] === null ? null : (share[0] ?? 0) + (share[1] ?? 0);
});

function wrongIn(confusion: Uint32Array | null): number | null {
  if (!confusion) return null;
  const classes = Math.sqrt(confusion.length);
  let wrong = 0;
  confusion.forEach((count, cell) => {
    if (cell % (classes + 1) !== 0) wrong += count;
  });
  return wrong;
}

/** How often the spoken summary follows training. */
const summaryMs = 1000;

/** Its parts follow the experiment by themselves: the tools are not rendered again with every point. */
export function PlanePanel() {
  return (
    <div className={styles.panel}>
      <PlaneTools />
      <div className={styles.plane}>
        <Picture />
        <PlaneNames />
        <PlaneInteraction />
      </div>
    </div>
  );
}

function Picture() {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const { points, split } = useMemo(() => prepared(data), [data]);
  const { discretize, showTest } = useStore((state) => state.view);
  const wrong = useThrottled(wrongPoints, summaryMs);
  const classifies = data.task === 'classification';
  const plain = classifies
    ? t('plane.title')
    : data.inputs === 1
      ? t('plane.titleCurve')
      : t('plane.titleOutput');
  const unit = useUnit();
  const title = unit?.title ?? plain;
  const summary = t('plane.summary', { points: points.y.length, wrong: wrong ?? 0 });
  return (
    <>
      <Boundary
        frame={frame}
        points={points}
        isTest={split.isTest}
        plane={data.plane}
        task={data.task}
        inputs={data.inputs}
        discretize={discretize}
        showTest={showTest}
        label={classifies && wrong !== null && !unit ? summary : title}
        cover={unit?.picture && <Cover picture={unit.picture} plane={data.plane} inputs={data.inputs} />}
      />
      {unit && (
        <p className={styles.unit} data-shown-unit>
          {title}
        </p>
      )}
    </>
  );
}

/** The unit that is looked at: its name, and its picture unless the plane shows that anyhow. */
function useUnit() {
  const naming = useNaming();
  const data = useStore(({ experiment }) => experiment.data);
  const unit = useStore(({ view }) => view.shownUnit);
  return useMemo(() => {
    if (!unit || unit.unit >= unitsIn(naming.plan, unit.layer)) return null;
    return { title: titleOf(naming, unit), picture: unitPicture({ data }, naming.plan, unit) };
  }, [naming, data, unit]);
}

function Cover(props: ComponentProps<typeof UnitMap>) {
  return (
    <Suspense>
      <UnitMap {...props} />
    </Suspense>
  );
}
