/** One hidden layer looked into: the choice of layer and axes, the picture, and what it says. */
import { useMemo, useState } from 'react';
import { followSpace } from '../../../../drawings/hiddenSpace/followSpace';
import { HiddenSpace } from '../../../../drawings/hiddenSpace/HiddenSpace';
import type { SpaceFrame, SpaceQuestion, SpaceView } from '../../../../drawings/hiddenSpace/spacePicture';
import { useFindAxes } from '../../../../drawings/hiddenSpace/useFindAxes';
import { type NetworkPlan, planNetwork } from '../../../../engine/model/network';
import type { ReadableStore } from '../../../../engine/readableStore';
import { currentSnapshot, prepared } from '../../../../store/derived';
import { look, sourceOf, useStore } from '../../../../store/store';
import { useWords } from '../../../controls/useWords';
import { axisNames } from './axisNames';
import styles from './HiddenSpacePanel.module.css';
import { SpaceControls } from './SpaceControls';
import { SpaceNotes } from './SpaceNotes';
import { usePointWords } from './usePointWords';

const markers = sourceOf((state) => state.view);

export interface LayerSpaceProps {
  /** Index of a hidden layer. */
  layer: number;
  onLayer: (layer: number) => void;
}

export function LayerSpace({ layer, onLayer }: LayerSpaceProps) {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const model = useStore(({ experiment }) => experiment.model);
  const showTest = useStore((state) => state.view.showTest);
  const [wanted, setWanted] = useState<SpaceView>({ kind: 'principal' });
  const { points, split, inputMap } = useMemo(() => prepared(data), [data]);
  const plan = useMemo(() => planNetwork(model, data, inputMap.width), [model, data, inputMap]);
  const units = plan.layers[layer]?.units ?? 1;
  const find = useFindAxes(units > 2 && wanted.kind === 'principal');
  const view = useMemo(() => viewOf(wanted, units, find === 'failed'), [wanted, units, find]);
  const classifies = data.task === 'classification';
  const space = useMemo(() => {
    const classOf = classifies ? points.y : null;
    const question: SpaceQuestion = { plan, layer, view, classOf, classes: data.classes };
    return followSpace(framesOf(plan, layer, points.y.length), question, {
      findAxes: find === 'failed' ? null : find,
    });
  }, [plan, layer, view, find, points, classifies, data.classes]);
  const axes = useMemo(() => axisNames(view, t), [view, t]);
  const { task } = data;
  const picture = useMemo(
    () => ({ points: { points, isTest: split.isTest, task, showTest }, axes }),
    [points, split, task, showTest, axes],
  );
  const pointWords = usePointWords(axes, units === 1);
  return (
    <div className={styles.panel}>
      <SpaceControls {...{ layer, onLayer, units, view: wanted, onView: setWanted }} />
      <div className={styles.picture}>
        <HiddenSpace
          space={space}
          look={picture}
          markers={markers}
          onPoint={(pointed) => look({ pointed })}
          onSelect={(selection) => look({ selection })}
          words={{
            label: t('hiddenSpace.summary', { n: layer + 1, points: points.y.length, units }),
            instructions: t('hiddenSpace.instructions'),
            point: pointWords,
            selected: t('hiddenSpace.selected'),
            unselected: t('hiddenSpace.unselected'),
          }}
        />
      </div>
      <SpaceNotes {...{ space, units, view, pointWords, axesFailed: find === 'failed' }} />
    </div>
  );
}

/** The axes that are wanted, as far as the layer has them. */
function viewOf(wanted: SpaceView, units: number, axesFailed: boolean): SpaceView {
  if (wanted.kind === 'principal' && units > 2 && !axesFailed) return wanted;
  const [across, up] = wanted.kind === 'units' && units > 2 ? [wanted.across, wanted.up] : [0, 1];
  return { kind: 'units', across: Math.min(across, units - 1), up: Math.min(up, units - 1) };
}

/** Snapshots of this layer and these points; between a change and its first picture there is none. */
function framesOf({ layers }: NetworkPlan, layer: number, points: number): ReadableStore<SpaceFrame | null> {
  const units = layers[layer]?.units ?? 0;
  return {
    get: () => {
      const snapshot = currentSnapshot.get();
      if (snapshot?.predictions.length !== points) return null;
      const { hidden } = snapshot;
      if (!hidden) return points === 0 ? snapshot : null;
      const fits = hidden.layer === layer && hidden.values.length === units * hidden.indices.length;
      return fits ? snapshot : null;
    },
    subscribe: (listener) => currentSnapshot.subscribe(listener),
  };
}
