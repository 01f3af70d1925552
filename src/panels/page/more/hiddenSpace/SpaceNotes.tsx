/** What the picture of the hidden space says: how much it shows, what its lines and marks mean, and the point that is looked at. */
import type { SpaceState } from '../../../../drawings/hiddenSpace/followSpace';
import type { SpacePicture, SpaceView } from '../../../../drawings/hiddenSpace/spacePicture';
import { useThrottled } from '../../../../drawings/useThrottled';
import type { ReadableStore } from '../../../../engine/readableStore';
import { useStore } from '../../../../store/store';
import { useWords } from '../../../controls/useWords';
import styles from './SpaceNotes.module.css';

export interface SpaceNotesProps {
  space: ReadableStore<SpaceState>;
  view: SpaceView;
  /** Units of the layer. */
  units: number;
  axesFailed: boolean;
  /** A point in words, from its index and coordinates. */
  pointWords: (index: number, across: number, up: number) => string;
}

export function SpaceNotes({ space, view, units, axesFailed, pointWords }: SpaceNotesProps) {
  const { t } = useWords();
  const state = useThrottled(space);
  if (state.kind !== 'shown') return <p className={styles.notes}>{t(`hiddenSpace.${state.kind}`)}</p>;
  const { picture, share } = state;
  return (
    <div className={styles.notes}>
      {axesFailed && view.kind === 'units' && units > 2 && <p>{t('hiddenSpace.axesFailed')}</p>}
      <p className={styles.main}>
        {share !== null && t('hiddenSpace.variance', { percent: (100 * share).toFixed(1), units })}
        {share === null && units === 1 && t('hiddenSpace.oneUnit')}
        {share === null && units === 2 && t('hiddenSpace.direct')}
        {share === null && units > 2 && t('hiddenSpace.someUnits', { units })}
      </p>
      <Key picture={picture} />
      {picture.indices.length === 0 ? (
        <p>{t('hiddenSpace.noPoints')}</p>
      ) : (
        <PointNote picture={picture} pointWords={pointWords} />
      )}
    </div>
  );
}

function Key({ picture }: { picture: SpacePicture }) {
  const { t } = useWords();
  return (
    <ul className={styles.key}>
      <li>
        <span aria-hidden className={picture.isCurve ? styles.curve : styles.grid} />
        {picture.isCurve ? t('hiddenSpace.curve') : t('hiddenSpace.grid')}
      </li>
      {picture.ties.length > 0 && (
        <li>
          <span aria-hidden className={styles.tie} />
          {t('hiddenSpace.ties')}
        </li>
      )}
      {picture.indices.length > 0 && (
        <li>
          <span aria-hidden className={styles.marks} />
          {t('hiddenSpace.marks')}
        </li>
      )}
    </ul>
  );
}

/** The point under the pointer, or the one that is selected. */
function PointNote({
  picture,
  pointWords,
}: {
  picture: SpacePicture;
  pointWords: SpaceNotesProps['pointWords'];
}) {
  const index = useStore(({ view: { pointed, selection } }) => {
    const [selected] = selection;
    return pointed ?? (selection.size === 1 ? selected : undefined);
  });
  const position = index === undefined ? -1 : picture.indices.indexOf(index);
  const [x, y] = [picture.x[position], picture.y[position]];
  if (index === undefined || x === undefined || y === undefined) return null;
  return <p className={styles.point}>{pointWords(index, x, y)}</p>;
}
