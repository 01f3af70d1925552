/** Which part of the plane is shown: nearer, wider, around the run, or the whole path. Laid over the contour. */
import { LocateFixed, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { lookAtSurface } from '../../../../store/costSurface';
import { useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { useWords } from '../../../controls/useWords';
import styles from './surfaces.module.css';

/** Most steps of the zoom, inwards or outwards. */
const mostZoom = 6;

export function RangeButtons() {
  const { t } = useWords();
  const { zoom, centre } = useStore(({ view }) => view.costSurface);
  const isFitted = zoom === 0 && centre === 'path';
  return (
    <span className={styles.buttons}>
      <ActionButton
        variant="quiet"
        iconOnly
        label={t('costSurface.zoomIn')}
        hint={t('costSurface.hints.zoom')}
        icon={<ZoomIn size={15} />}
        disabled={zoom >= mostZoom}
        // Zooming in centres on the present place of the run.
        onPress={() => lookAtSurface({ zoom: zoom + 1, centre: 'current' })}
      />
      <ActionButton
        variant="quiet"
        iconOnly
        label={t('costSurface.zoomOut')}
        hint={t('costSurface.hints.zoom')}
        icon={<ZoomOut size={15} />}
        disabled={zoom <= -mostZoom}
        onPress={() => lookAtSurface({ zoom: zoom - 1 })}
      />
      <ActionButton
        variant="quiet"
        iconOnly
        label={t('costSurface.recentre')}
        hint={t('costSurface.hints.recentre')}
        icon={<LocateFixed size={15} />}
        disabled={centre === 'current'}
        onPress={() => lookAtSurface({ centre: 'current' })}
      />
      <ActionButton
        variant="quiet"
        iconOnly
        label={t('costSurface.fit')}
        hint={t('costSurface.hints.fit')}
        icon={<Maximize size={15} />}
        disabled={isFitted}
        onPress={() => lookAtSurface({ zoom: 0, centre: 'path' })}
      />
    </span>
  );
}
