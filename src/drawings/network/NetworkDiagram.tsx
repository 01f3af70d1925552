/**
 * The network: edges, and for each unit what it answers over the plane. It fills its parent and scrolls sideways when the columns
 * need more room. A header, say the controls of the layers, gets the layout and scrolls with it. Following a run, it paints ten
 * times a second.
 */
import { type ReactNode, useMemo } from 'react';
import type { Task } from '../../engine/data/dataset';
import type { NetworkPlan } from '../../engine/model/network';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { Source } from '../source';
import { useSize } from '../useSize';
import { useStage } from '../useStage';
import type { NetworkFrame } from './frame';
import { layoutNetwork, type NetworkLayout, type NetworkSpacing } from './layoutNetwork';
import styles from './NetworkDiagram.module.css';
import { createNetworkPaint, type NetworkPicture } from './paintNetwork';

export interface NetworkDiagramProps {
  readonly plan: NetworkPlan;
  readonly task: Task;
  /** Features as plain text. [input] */
  readonly inputLabels: readonly string[];
  /** What each input is over the plane. [input][row][column] */
  readonly inputMaps: UnitGrid | null;
  readonly frame: Source<NetworkFrame>;
  readonly spacing?: NetworkSpacing;
  /** Drawn above the columns, in an element as wide as the layout. */
  readonly header?: (layout: NetworkLayout) => ReactNode;
  /** What the picture shows, in words. */
  readonly label: string;
}

/** Ten pictures a second show how weights grow, and leave the page's thread to the boundary. */
const INTERVAL_MS = 100;

export function NetworkDiagram({ header, label, spacing, plan, ...picture }: NetworkDiagramProps) {
  const [frameRef, { widthPx, heightPx }] = useSize();
  const layout = useMemo(
    () => (widthPx > 0 && heightPx > 0 ? layoutNetwork(plan, widthPx, heightPx, spacing) : null),
    [plan, widthPx, heightPx, spacing],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of controls
    <div
      className={styles.scroller}
      role="group"
      aria-label={label}
      // Only where there is something to scroll, so that keys can do it.
      {...(layout && layout.widthPx > widthPx ? { tabIndex: 0 } : {})}
    >
      {header && layout && (
        <div className={styles.header} style={{ width: layout.widthPx }}>
          {header(layout)}
        </div>
      )}
      <div ref={frameRef} className={styles.frame}>
        {layout && <NetworkCanvas {...picture} plan={plan} layout={layout} label={label} />}
      </div>
    </div>
  );
}

function NetworkCanvas({ label, ...picture }: NetworkPicture & { readonly label: string }) {
  const { plan, layout, task, inputLabels, inputMaps, frame } = picture;
  const paint = useMemo(
    () => createNetworkPaint({ plan, layout, task, inputLabels, inputMaps, frame }),
    [plan, layout, task, inputLabels, inputMaps, frame],
  );
  const canvas = useStage(paint, frame, INTERVAL_MS);
  const size = { width: layout.widthPx, height: layout.heightPx };
  return <canvas ref={canvas} className={styles.canvas} style={size} role="img" aria-label={label} />;
}
