/** J where one points and where the run stands, and what has to be known of the picture. */
import { digits, figure } from '../../../../drawings/figure';
import { costAt, isInside, type PlanePosition } from '../../../../drawings/surface/costPicture';
import type { Pointing } from '../../../../drawings/surface/pointing';
import type { Missing3d } from '../../../../drawings/surface/Surface3d';
import { useReadable } from '../../../../drawings/useReadable';
import { useThrottled } from '../../../../drawings/useThrottled';
import { losses, lossOptions } from '../../../../engine/model/losses';
import type { CostSurface } from '../../../../engine/training/costSurface/surfaceQuestion';
import type { Snapshot } from '../../../../engine/training/snapshot';
import { currentSnapshot } from '../../../../store/derived';
import { useStore } from '../../../../store/store';
import { useSnapshot } from '../../../../store/useSnapshot';
import { useWords } from '../../../controls/useWords';
import { formatCount } from '../../../shared/formats';
import styles from './surfaces.module.css';
import type { ShownCost } from './useCostPicture';

export interface CostNotesProps extends ShownCost {
  readonly pointed: Pointing;
  readonly missing: Missing3d | null;
}

export function CostNotes({ picture, trail, pointed, missing }: CostNotesProps) {
  const { t } = useWords();
  const { surface, axes, heights } = picture;
  const place = useReadable(pointed);
  const { here } = useThrottled(trail);
  const snapshot = useSnapshot(currentSnapshot);
  const now = useOwnCost(surface, snapshot);
  const isPair = surface.question.directions.kind === 'pair';
  return (
    <div className={styles.notes}>
      <dl className={styles.figures}>
        {here && (
          <Reading
            name={t('costSurface.now')}
            axes={axes}
            place={here}
            cost={now ?? costAt(surface, here)}
            id="now"
          />
        )}
        {place && (
          <Reading
            name={t('costSurface.pointed')}
            axes={axes}
            place={place}
            cost={costAt(surface, place)}
            id="pointed"
          />
        )}
      </dl>
      {here && !isInside(surface, here) && <p>{t('costSurface.beyond')}</p>}
      <p>{t(isPair ? 'costSurface.howTo' : 'costSurface.howToDirections')}</p>
      <AboutDirections surface={surface} />
      <AboutLoss surface={surface} />
      {heights.gaps > 0 && <p>{t('costSurface.gaps')}</p>}
      {heights.cut > 0 && <p>{t('costSurface.cut', { high: figure(heights.high) })}</p>}
      {missing && <p data-no-3d>{t(missing === 'webgl' ? 'costSurface.noWebgl' : 'costSurface.noLoad')}</p>}
    </div>
  );
}

interface ReadingProps {
  readonly name: string;
  readonly axes: { readonly x: string; readonly y: string };
  readonly place: PlanePosition;
  readonly cost: number;
  /** For scripts that read the page. */
  readonly id: 'now' | 'pointed';
}

function Reading({ name, axes, place, cost, id }: ReadingProps) {
  const { t } = useWords();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd />
      <dt>{axes.x}</dt>
      <dd>{digits(place.x, 3)}</dd>
      <dt>{axes.y}</dt>
      <dd>{digits(place.y, 3)}</dd>
      <dt>J</dt>
      <dd data-cost={id} data-value={cost} data-x={place.x} data-y={place.y}>
        {Number.isFinite(cost) ? digits(cost, 4) : t('costSurface.noCost')}
      </dd>
    </>
  );
}

/** J of the run as it was measured, where that is what the surface shows; null where it shows something else. */
function useOwnCost({ question, points, of }: CostSurface, snapshot: Snapshot | null): number | null {
  const loss = useStore(({ experiment }) => experiment.loss);
  const isOther =
    question.loss.id !== loss.id || lossOptions(question.loss).join() !== lossOptions(loss).join();
  if (!snapshot?.train || isOther || points !== of) return null;
  return snapshot.train.loss + (question.regularised ? snapshot.penalty : 0);
}

function AboutDirections({ surface: { question, share } }: { readonly surface: CostSurface }) {
  const { t } = useWords();
  const parameters = useStore(({ latest }) => latest.snapshot?.parameters.length ?? 0);
  switch (question.directions.kind) {
    case 'pair':
      return parameters > 2 && <p>{t('costSurface.pairNote')}</p>;
    case 'random':
      return <p>{t('costSurface.randomNote')}</p>;
    case 'principal':
      return <p>{t('costSurface.principalNote', { percent: digits(100 * (share ?? 0), 1) })}</p>;
  }
}

function AboutLoss({ surface: { question, points, of } }: { readonly surface: CostSurface }) {
  const { t, name } = useWords();
  const trained = useStore(({ experiment }) => experiment.loss.id);
  return (
    <>
      {points < of && <p>{t('costSurface.sample', { n: formatCount(points), of: formatCount(of) })}</p>}
      {question.loss.id !== trained && (
        <p>{t('costSurface.otherLoss', { loss: name(losses[trained].name) })}</p>
      )}
    </>
  );
}
