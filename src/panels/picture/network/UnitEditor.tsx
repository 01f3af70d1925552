/**
 * The editor of a unit, beside it: its bias and incoming weights with sliders, typed values and locks. It stays open while one plays and
 * pauses, and follows the run.
 */
import { Lock, LockOpen, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { UnitMap } from '../../../drawings/boundary/UnitMap';
import type { ChosenUnit } from '../../../drawings/network/diagramInteraction';
import { biasIndex, type UnitRef, unitsIn, weightIndex } from '../../../engine/model/network';
import { toggleFrozenLayer } from '../../../store/freezeEdits';
import { edit, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import floating from '../../controls/floating.module.css';
import { ToggleChip } from '../../controls/ToggleChip';
import { useWords } from '../../controls/useWords';
import { type Naming, sourceName, titleOf } from '../../shared/unitNames';
import { useNaming } from '../../shared/useNaming';
import styles from './UnitEditor.module.css';
import { unitPicture } from './unitPicture';
import { WeightRow } from './WeightRow';

export interface UnitEditorProps {
  readonly unit: ChosenUnit;
  /** The button of the unit. */
  readonly anchor: HTMLElement;
  /** On a screen for fingers there is no room for anything beside it. */
  readonly isModal: boolean;
  /** Keeps the unit's map on the plane, or lets it go. */
  readonly onPin: (unit: UnitRef | null) => void;
  readonly onClose: () => void;
}

export function UnitEditor({ unit, anchor, isModal, onPin, onClose }: UnitEditorProps) {
  const { t } = useWords();
  const naming = useNaming();
  const target = useMemo(() => ({ current: anchor }), [anchor]);
  const title = titleOf(naming, unit);
  const placement = usePlacement(anchor);
  return (
    <Popover
      triggerRef={target}
      isOpen
      isNonModal={!isModal}
      shouldCloseOnInteractOutside={() => isModal}
      onOpenChange={(isOpen) => isOpen || onClose()}
      placement={placement}
      offset={12}
      className={`${floating.popover} ${styles.popover}`}
      data-unit-editor=""
    >
      <Frame title={title} unit={unit} isModal={isModal}>
        <div className={styles.line}>
          <h3 className={styles.title}>{title}</h3>
          <ActionButton
            variant="quiet"
            iconOnly
            label={t('inspect.close')}
            icon={<X size={14} />}
            hint={t('inspect.hints.close')}
            onPress={onClose}
          />
        </div>
        <Rows naming={naming} unit={unit} />
        <div className={styles.foot}>
          <UnitPlane naming={naming} unit={unit} />
          <div className={styles.toggles}>
            <PinToggle unit={unit} onPin={onPin} />
            <FreezeLayer layer={unit.layer} />
          </div>
        </div>
      </Frame>
    </Popover>
  );
}

interface FrameProps extends Pick<UnitEditorProps, 'unit' | 'isModal'> {
  readonly title: string;
  readonly children: ReactNode;
}

function Frame({ title, unit, isModal, children }: FrameProps) {
  if (!isModal) {
    return (
      <OpenFrame title={title} unit={unit}>
        {children}
      </OpenFrame>
    );
  }
  return (
    <Dialog className={styles.dialog ?? ''} aria-label={title}>
      {children}
    </Dialog>
  );
}

/** A dialog that takes the focus when it opens and lets it go again: the library's own one keeps it, and no other field could be typed into. */
function OpenFrame({ title, unit, children }: Omit<FrameProps, 'isModal'>) {
  const frame = useRef<HTMLElement>(null);
  // A unit that is asked for again is another object, and has the focus again.
  useEffect(() => {
    // Where a weight is asked for, its row takes it.
    if (unit.from === null) frame.current?.focus({ preventScroll: true });
  }, [unit]);
  return (
    <section ref={frame} role="dialog" tabIndex={-1} className={styles.dialog} aria-label={title}>
      {children}
    </section>
  );
}

/** The plane, where one sees what a weight does, lies on the left. */
const sides = ['right', 'left'] as const;

type Placement = (typeof sides)[number] | 'bottom';

/** Width of the editor, and a little air. */
const neededPx = 372;

/** Beside the anchor as long as the window has room for it there. */
function usePlacement(anchor: HTMLElement): Placement {
  const [placement, setPlacement] = useState(() => placementBeside(anchor));
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      setPlacement(placementBeside(anchor));
    };
    // The diagram is laid out in the frame of the resize; the button is in its new place only in the frame after.
    const onResize = () => {
      frame ||= requestAnimationFrame(() => {
        frame = requestAnimationFrame(look);
      });
    };
    window.addEventListener('resize', onResize);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', onResize);
    };
  }, [anchor]);
  return placement;
}

/** The first side with enough room, or below. */
function placementBeside(anchor: HTMLElement): Placement {
  const { left, right } = anchor.getBoundingClientRect();
  const roomPx = { left, right: window.innerWidth - right };
  return sides.find((side) => roomPx[side] >= neededPx) ?? 'bottom';
}

function Rows({ naming, unit }: { naming: Naming; unit: ChosenUnit }) {
  const { t } = useWords();
  const { plan } = naming;
  const { layer } = unit;
  const weights = Array.from({ length: unitsIn(plan, layer - 1) }, (_, from) => {
    const index = weightIndex(plan, { layer, from, to: unit.unit });
    return { from, index, source: sourceName(naming, { layer: layer - 1, unit: from }) };
  });
  return (
    <div className={styles.rows}>
      <WeightRow
        label={t('inspect.biasRow')}
        name={t('inspect.biasRow')}
        layer={layer}
        index={biasIndex(plan, unit) ?? 0}
      />
      <p className={styles.kind}>{t('inspect.weightsFrom')}</p>
      {weights.map(({ from, index, source }) => (
        <WeightRow
          key={index}
          label={source}
          name={t('inspect.weightOf', { source })}
          layer={layer}
          index={index}
          wanted={from === unit.from ? unit : null}
        />
      ))}
    </div>
  );
}

/** What the unit answers over the plane, which the editor may cover, or a small screen not show. */
function UnitPlane({ naming, unit: { layer, unit } }: { naming: Naming; unit: ChosenUnit }) {
  const data = useStore(({ experiment }) => experiment.data);
  const { plan } = naming;
  const picture = useMemo(() => unitPicture({ data }, plan, { layer, unit }), [data, plan, layer, unit]);
  if (!picture) return null;
  return (
    <div className={styles.map} role="img" aria-label={titleOf(naming, { layer, unit })}>
      <UnitMap picture={picture} plane={data.plane} inputs={data.inputs} hasLegend={false} />
    </div>
  );
}

function PinToggle({ unit, onPin }: Pick<UnitEditorProps, 'unit' | 'onPin'>) {
  const { t } = useWords();
  const [isPinned, setPinned] = useState(false);
  return (
    <ToggleChip
      label={t('inspect.onPlane')}
      value={isPinned}
      onChange={(pins) => {
        setPinned(pins);
        onPin(pins ? { layer: unit.layer, unit: unit.unit } : null);
      }}
      hint={t('inspect.hints.onPlane')}
    />
  );
}

function FreezeLayer({ layer }: { layer: number }) {
  const { t } = useWords();
  const isFrozen = useStore(({ experiment }) => experiment.training.frozen.layers.includes(layer));
  const label = t('inspect.freezeLayer');
  return (
    <ToggleChip
      label={label}
      value={isFrozen}
      onChange={() => edit((experiment) => toggleFrozenLayer(experiment, layer))}
      hint={t('inspect.hints.freezeLayer')}
    >
      <span className={styles.lock}>
        {isFrozen ? <Lock size={13} aria-hidden /> : <LockOpen size={13} aria-hidden />}
        {label}
      </span>
    </ToggleChip>
  );
}
