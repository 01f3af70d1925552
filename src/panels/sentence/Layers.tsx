/** The layers of the network as lines: units, activation, freezing, removing; and one more layer. */
import { Lock, LockOpen, Plus, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { limits } from '../../engine/experiment';
import { network } from '../../store/derived';
import { toggleFrozenLayer } from '../../store/freezeEdits';
import { addLayer, removeLayer } from '../../store/modelEdits';
import { edit, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { ChipGroup } from '../controls/ChipGroup';
import { ToggleChip } from '../controls/ToggleChip';
import { taught } from '../controls/taughtHint';
import { useWords } from '../controls/useWords';
import { HiddenActivation, HiddenUnits, OutputActivation } from '../shared/LayerChoices';
import styles from './Layers.module.css';

export function Layers() {
  const { t } = useWords();
  const layers = useStore(({ experiment }) => experiment.model.hidden.length);
  const plan = useStore(({ experiment }) => network(experiment));
  const foot = useRef<HTMLDivElement>(null);
  const isRemoved = useRef(false);
  // The button that removed a layer is gone with it, and the focus with the button.
  useEffect(() => {
    if (!isRemoved.current) return;
    isRemoved.current = false;
    if (document.activeElement === document.body) foot.current?.querySelector('button')?.focus();
  });
  return (
    <>
      <div className={styles.layers}>
        {Array.from({ length: layers }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is known by its place
          <HiddenLine key={index} index={index} onRemove={() => (isRemoved.current = true)} />
        ))}
        <OutputLine index={layers} units={plan.outputs} />
      </div>
      <div ref={foot} className={styles.foot}>
        <ActionButton
          label={t('model.addLayer')}
          icon={<Plus />}
          disabled={layers >= limits.hiddenLayers}
          onPress={() => edit(addLayer)}
          hint={taught(t('hints.addLayer'), 'layers')}
        />
        <span className={styles.count}>{t('model.parameters', { n: plan.parameterCount })}</span>
      </div>
    </>
  );
}

interface HiddenLineProps {
  readonly index: number;
  readonly onRemove: () => void;
}

function HiddenLine({ index, onRemove }: HiddenLineProps) {
  const { t } = useWords();
  const n = index + 1;
  const title = t('model.hidden', { n });
  return (
    <Line title={title}>
      <HiddenUnits index={index} />
      <div className={styles.choice}>
        <HiddenActivation index={index} variant="bare" />
      </div>
      <ChipGroup label={title} className={styles.buttons}>
        <Freeze index={index} title={title} />
        <ActionButton
          variant="quiet"
          iconOnly
          label={t('model.removeLayerNumbered', { n })}
          icon={<X />}
          onPress={() => {
            onRemove();
            edit((experiment) => removeLayer(experiment, index));
          }}
          hint={t('hints.removeLayer')}
        />
      </ChipGroup>
    </Line>
  );
}

function OutputLine({ index, units }: { index: number; units: number }) {
  const { t } = useWords();
  const title = t('model.output');
  return (
    <Line title={title}>
      <span className={styles.units}>{units}</span>
      <div className={styles.choice}>
        <OutputActivation variant="bare" />
      </div>
      <span className={styles.buttons}>
        <Freeze index={index} title={title} />
      </span>
    </Line>
  );
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.title}>{title}</span>
      {children}
    </div>
  );
}

/** `index` of the layer in the plan of the network. */
function Freeze({ index, title }: { index: number; title: string }) {
  const { t } = useWords();
  const isFrozen = useStore(({ experiment }) => experiment.training.frozen.layers.includes(index));
  const Icon = isFrozen ? Lock : LockOpen;
  return (
    <ToggleChip
      label={t('inspect.freeze', { label: title })}
      value={isFrozen}
      onChange={() => edit((experiment) => toggleFrozenLayer(experiment, index))}
      hint={t('inspect.hints.freezeLayer')}
    >
      <Icon size={13} aria-hidden />
    </ToggleChip>
  );
}
