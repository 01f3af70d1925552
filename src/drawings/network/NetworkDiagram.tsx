/**
 * The network: edges, and for each unit what it answers over the plane. It fills its parent and is whole in it, however small that is.
 * A header, say the controls of the layers, gets the layout; its height must not depend on that. Following a run, it paints ten times a
 * second; the values of a point that is traced are those of the figures. Its interaction layer is loaded after the picture.
 */
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Task } from '../../engine/data/dataset';
import type { Frozen } from '../../engine/experiment';
import type { NetworkPlan } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import { lazyPiece } from '../lazyPiece';
import { textWidth } from '../textWidth';
import { useCanvas } from '../useCanvas';
import { useSize } from '../useSize';
import { useTheme } from '../useTheme';
import type { DiagramInteraction } from './diagramInteraction';
import type { NetworkFrame } from './frame';
import { layoutNetwork, type NetworkLayout, type NetworkSpacing } from './layoutNetwork';
import { lockMarks } from './lockMarks';
import styles from './NetworkDiagram.module.css';
import { createEdgesPaint, gapFrame } from './paintEdges';
import { type Trace, TracedValues } from './TracedValues';
import { UnitsCanvas } from './UnitsCanvas';
import { useActiveUnits } from './useActiveUnits';

const InteractionLayer = lazyPiece(async () => (await import('./InteractionLayer')).InteractionLayer);
const LayerGrid = lazyPiece(async () => (await import('./LayerGrid')).LayerGrid);

export interface NetworkDiagramProps {
  readonly plan: NetworkPlan;
  readonly task: Task;
  /** Features as plain text. [input] */
  readonly inputLabels: readonly string[];
  /** What each input is over the plane. [input][row][column] */
  readonly inputMaps: UnitGrid | null;
  readonly frame: ReadableStore<NetworkFrame>;
  /** What training leaves as it is; marked with locks. */
  readonly frozen?: Frozen;
  /** Least distance of neighbours in a column; more for fingers. */
  readonly minPitchPx?: number;
  /** What the network makes of a point that is looked at; null while none is. */
  readonly trace?: ReadableStore<Trace | null>;
  /** Drawn above the columns, in an element as wide as the layout. */
  readonly header?: (layout: NetworkLayout) => ReactNode;
  /** Keep it the same from render to render. */
  readonly hand?: DiagramInteraction;
  /** A folded layer that shows all its units from the start; for the gallery. */
  readonly openedLayer?: number;
  /** What the picture shows, in words. */
  readonly label: string;
}

/** Thirty pictures a second show each of a film's first updates, and leave the page's thread to the boundary later. */
const INTERVAL_MS = 33;

const nothing: Frozen = { layers: [], parameters: [] };

export function NetworkDiagram(props: NetworkDiagramProps) {
  const { plan, task, frame, header, hand, trace, label } = props;
  const [frameRef, { widthPx, heightPx }] = useSize();
  const layout = useLayout(props, widthPx, heightPx);
  const [opened, setOpened] = useState<number | null>(props.openedLayer ?? null);
  const folded = layout?.columns.find(({ layer, folded }) => layer === opened && folded);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of controls
    <div className={styles.diagram} role="group" aria-label={label}>
      <div className={styles.whole}>
        {header && <div className={styles.header}>{layout && header(layout)}</div>}
        <div ref={frameRef} className={styles.frame}>
          {layout && (
            <div className={styles.picture} style={{ width: layout.widthPx, height: layout.heightPx }}>
              <Canvases {...props} layout={layout} />
              {trace && <TracedValues {...{ layout, trace }} hasMarks={task === 'classification'} />}
              {hand && (
                <Suspense>
                  <InteractionLayer {...{ plan, layout, frame, hand }} onOpenLayer={setOpened} />
                </Suspense>
              )}
            </div>
          )}
        </div>
      </div>
      {hand && folded && (
        <Suspense>
          <LayerGrid
            {...{ plan, task, frame, hand }}
            layer={folded.layer}
            inputMaps={props.inputMaps}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

function useLayout(props: NetworkDiagramProps, widthPx: number, heightPx: number): NetworkLayout | null {
  const { plan, task, frame, inputLabels, minPitchPx, hand } = props;
  const { textPx } = useTheme();
  const spacing = useMemo(
    (): NetworkSpacing => ({
      labelPx: Math.max(0, ...inputLabels.map((name) => textWidth(name, textPx))),
      textPx,
      hasMarks: task === 'classification',
      ...(minPitchPx === undefined ? {} : { minPitchPx }),
    }),
    [inputLabels, task, minPitchPx, textPx],
  );
  const plain = useMemo(
    () => (widthPx > 0 && heightPx > 0 ? layoutNetwork(plan, widthPx, heightPx, spacing) : null),
    [plan, widthPx, heightPx, spacing],
  );
  const shown = useActiveUnits(plan, plain, frame, hand);
  return useMemo(
    () => (plain && shown.size > 0 ? layoutNetwork(plan, widthPx, heightPx, spacing, shown) : plain),
    [plan, plain, widthPx, heightPx, spacing, shown],
  );
}

function Canvases(props: NetworkDiagramProps & { readonly layout: NetworkLayout }) {
  const { plan, layout, frame, frozen = nothing, label } = props;
  const locks = useMemo(() => lockMarks(plan, layout, frozen), [plan, layout, frozen]);
  const { task, inputLabels, inputMaps } = props;
  return (
    <div role="img" aria-label={label}>
      <div className={styles.edges}>
        {plan.layers.map((_, layer) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is known by its place
          <EdgesCanvas key={layer} {...{ plan, layout, layer, frame }} />
        ))}
      </div>
      <UnitsCanvas {...{ plan, layout, task, inputLabels, inputMaps, frame, locks }} />
    </div>
  );
}

interface EdgesCanvasProps {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
  readonly layer: number;
  readonly frame: ReadableStore<NetworkFrame>;
}

function EdgesCanvas({ plan, layout, layer, frame }: EdgesCanvasProps) {
  const paint = useMemo(() => createEdgesPaint(plan, layout, layer, frame), [plan, layout, layer, frame]);
  const canvas = useCanvas(paint, frame, INTERVAL_MS);
  const { leftPx, widthPx } = gapFrame(layout, layer);
  const style = { left: leftPx, width: widthPx, height: layout.heightPx };
  return <canvas ref={canvas} className={styles.layer} style={style} />;
}
