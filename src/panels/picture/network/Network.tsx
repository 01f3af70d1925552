/**
 * The diagram of the network and its interaction layer: a unit under the pointer takes the place of the boundary, a chosen one opens its
 * editor. The editor is loaded when it is first opened.
 */
import { Suspense, useEffect, useMemo, useState } from 'react';
import type { ChosenUnit, DiagramInteraction } from '../../../drawings/network/diagramInteraction';
import type { NetworkFrame } from '../../../drawings/network/frame';
import { NetworkDiagram } from '../../../drawings/network/NetworkDiagram';
import type { Trace } from '../../../drawings/network/TracedValues';
import type { Experiment } from '../../../engine/experiment';
import { forward } from '../../../engine/model/forward';
import { biasIndex, type NetworkPlan, type UnitRef, unitsIn } from '../../../engine/model/network';
import { combine, map, writable } from '../../../engine/readableStore';
import type { Snapshot } from '../../../engine/training/snapshot';
import { currentSnapshot, network, prepared } from '../../../store/derived';
import { followed, locate } from '../../../store/probing';
import type { Probe } from '../../../store/runState';
import { look, sourceOf, store, useStore } from '../../../store/store';
import { lazyPart } from '../../controls/lazyPart';
import { useWords } from '../../controls/useWords';
import { endName, type Naming, spokenName, unitNow } from '../../shared/unitNames';
import { useCoarsePointer } from '../../shared/useCoarsePointer';
import { useNaming } from '../../shared/useNaming';
import { highlight, lookAtEdge } from './highlight';
import { inputMaps } from './inputMaps';
import { LayerControls } from './LayerControls';
import { createShowing } from './showing';

const UnitEditor = lazyPart(async () => (await import('./UnitEditor')).UnitEditor, { isSmall: true });

const emptyFrame: NetworkFrame = { parameters: null, unitMaps: null };
const frame = map(currentSnapshot, (snapshot): NetworkFrame => snapshot ?? emptyFrame);
const shown = sourceOf(({ view }) => view.shownUnit);

/** The values of the network for the point or place that is probed; the same object while none of them changes. */
const traced = map(
  combine(
    sourceOf(followed),
    currentSnapshot,
    sourceOf(({ experiment }) => experiment),
  ),
  ([probe, snapshot, experiment]) => traceOf(experiment, probe, snapshot),
);

/** Columns of the inputs' own maps. */
const mapColumns = 32;
/** Room for a finger on each unit. */
const coarsePitchPx = 40;

export function Network() {
  const { t } = useWords();
  const naming = useNaming();
  const { plan, task, inputs } = naming;
  const data = useStore(({ experiment }) => experiment.data);
  const frozen = useStore(({ experiment }) => experiment.training.frozen);
  const ready = prepared(data);
  const maps = useMemo(() => inputMaps(data, ready, mapColumns), [data, ready]);
  const isCoarse = useCoarsePointer();
  const { hand, chosen, close, pin } = useHand(naming);
  const layers = [plan.inputs, ...plan.layers.map((layer) => layer.units)].join(' – ');
  return (
    <>
      <NetworkDiagram
        plan={plan}
        task={task}
        inputLabels={inputs}
        inputMaps={maps}
        frame={frame}
        frozen={frozen}
        {...(isCoarse ? { minPitchPx: coarsePitchPx } : {})}
        trace={traced}
        header={(layout) => <LayerControls plan={plan} layout={layout} />}
        hand={hand}
        label={t('model.summary', { layers })}
      />
      {chosen && isThere(plan, chosen) && (
        <Suspense>
          <UnitEditor
            key={`${chosen.unit.layer},${chosen.unit.unit},${isCoarse}`}
            unit={chosen.unit}
            anchor={chosen.anchor}
            isModal={isCoarse}
            onPin={pin}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}

/** The unit that the editor is about, and the button that it stands beside. */
interface Chosen {
  readonly unit: ChosenUnit;
  readonly anchor: HTMLElement;
  /** The network that it was chosen in: with another layer before it, its place is that of another unit. */
  readonly plan: NetworkPlan;
}

function useHand(naming: Naming) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [showing] = useState(() => createShowing((unit) => look({ shownUnit: unit })));
  /** The unit whose editor is open, as the diagram follows it. */
  const [edited] = useState(() => writable<UnitRef | null>(null));
  const { plan } = naming;

  const pin = (unit: UnitRef | null) => {
    if (unit) {
      showing.pin(unit);
      return;
    }
    showing.unpin();
    showing.leave();
  };
  const close = () => {
    edited.set(null);
    setChosen(null);
    pin(null);
  };
  const hand = useMemo((): DiagramInteraction => {
    return {
      shown,
      edited,
      highlight,
      onEdge: lookAtEdge,
      onEnter: showing.enter,
      onLeave: showing.leave,
      onOpen: (unit, anchor) => {
        if (biasIndex(naming.plan, unit) === null) return;
        showing.unpin();
        edited.set(unit);
        setChosen({ unit, anchor, plan: naming.plan });
      },
      words: wordsOf(naming),
    };
  }, [naming, showing, edited]);

  useLeaveByTap(showing.leave);
  // The button of a removed unit sends no leave event.
  useEffect(() => {
    const { shownUnit } = store.getState().view;
    if (!shownUnit || hasUnit(plan, shownUnit)) return;
    showing.unpin();
    showing.leave();
  }, [plan, showing]);
  // The editor of a unit that has gone does not come back with the next one in its place.
  if (chosen && !isThere(plan, chosen)) setChosen(null);
  useEffect(() => {
    if (!chosen) edited.set(null);
  }, [chosen, edited]);
  return { hand, chosen, close, pin };
}

/** Whether the button is still there and still that of the chosen unit. Layers that are only made wider keep their places. */
function isThere(plan: NetworkPlan, { unit, anchor, plan: before }: Chosen): boolean {
  const upTo = ({ layers }: NetworkPlan) =>
    layers.slice(0, unit.layer + 1).map(({ units, activation }) => `${units} ${activation}`);
  const isSamePlace =
    plan.layers.length === before.layers.length || upTo(plan).join() === upTo(before).join();
  return isSamePlace && hasUnit(plan, unit) && anchor.isConnected;
}

function hasUnit(plan: NetworkPlan, { layer, unit }: UnitRef): boolean {
  return unit < unitsIn(plan, layer);
}

/** With a finger, only a tap elsewhere leaves a unit. */
function useLeaveByTap(leave: () => void): void {
  useEffect(() => {
    const onDown = ({ pointerType, target }: PointerEvent) => {
      if (pointerType !== 'touch' || !(target instanceof Element) || shown.get() === null) return;
      if (target.closest('[data-unit], [data-unit-editor]')) return;
      // Runs after the handlers of the press, which may need the unit that was shown.
      setTimeout(leave);
    };
    window.addEventListener('pointerdown', onDown, true);
    return () => window.removeEventListener('pointerdown', onDown, true);
  }, [leave]);
}

function wordsOf(naming: Naming): DiagramInteraction['words'] {
  const { t } = naming;
  return {
    unit: (unit) => spokenName(naming, unit),
    unitNow: (unit, parameters) => unitNow(naming, unit, parameters),
    weight: ({ layer, from, to }, value) =>
      t('inspect.weight', {
        value,
        from: endName(naming, { layer: layer - 1, unit: from }),
        to: endName(naming, { layer, unit: to }),
      }),
    openLayer: (layer, folded) =>
      layer < 0 ? t('inspect.openInputs', { folded }) : t('inspect.openLayer', { n: layer + 1, folded }),
    layer: (layer, units) =>
      layer < 0 ? t('inspect.inputs', { units }) : t('inspect.layer', { n: layer + 1, units }),
    close: t('inspect.close'),
  };
}

function traceOf(experiment: Experiment, probe: Probe | null, snapshot: Snapshot | null): Trace | null {
  const place = probe && locate(experiment.data, probe);
  if (!place || !snapshot) return null;
  const inputs = prepared(experiment.data).inputMap.fill([place.x1], [place.x2]);
  const outputs = forward(network(experiment), snapshot.parameters, inputs).at(-1)?.outputs;
  return outputs ? { inputs, outputs } : null;
}
