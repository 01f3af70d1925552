/** Above each column of the diagram: what its layer is, as much as there is room for; pressed, it opens the controls of the layer. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { ColumnPlace, NetworkLayout } from '../../../drawings/network/layoutNetwork';
import { outputActivations } from '../../../engine/model/activations';
import type { NetworkPlan } from '../../../engine/model/network';
import { openSheet } from '../../../store/sheets';
import { ActionButton } from '../../controls/ActionButton';
import floating from '../../controls/floating.module.css';
import { useWords } from '../../controls/useWords';
import { useCoarsePointer } from '../../shared/useCoarsePointer';
import { type HeaderForm, type HeaderPlace, type HeaderWords, headerForm, headerLines } from './headerForm';
import { lookingAtLayer } from './highlight';
import styles from './LayerControls.module.css';
import { HiddenSettings, OutputSettings } from './LayerSettings';

interface LayerControlsProps {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
}

export function LayerControls({ plan, layout }: LayerControlsProps) {
  const { t, name } = useWords();
  // As --text-small.
  const textPx = (useCoarsePointer() ? 13 / 12 : 1) * layout.textPx;
  const words = layout.columns.map(({ kind, layer, unitCount: units }): HeaderWords => {
    const title = kind === 'hidden' ? t('model.hidden', { n: layer + 1 }) : t(titles[kind]);
    const activation = plan.layers[layer]?.activation;
    return { name: title, activation: activation ? name(outputActivations[activation].name) : '', units };
  });
  const middles = layout.columns.map(({ xPx }) => xPx);
  const { form, places } = headerForm(words, middles, layout.widthPx, textPx);
  return (
    <div className={styles.row}>
      {form === 'one' ? (
        <OneHeader layers={plan.layers.length - 1} />
      ) : (
        layout.columns.map((column, i) => (
          <Header
            key={column.layer}
            {...{ column, form }}
            words={words[i]}
            place={places[i]}
            hidden={plan.layers.length - 1}
          />
        ))
      )}
    </div>
  );
}

const titles = { inputs: 'model.inputs', outputs: 'model.output' } as const;

interface HeaderProps {
  readonly column: ColumnPlace;
  readonly form: HeaderForm;
  readonly words: HeaderWords | undefined;
  readonly place: HeaderPlace | undefined;
  /** Number of hidden layers. */
  readonly hidden: number;
}

function Header({ column, form, words, place, hidden }: HeaderProps) {
  const { t } = useWords();
  if (!words || !place) return null;
  const { kind, layer } = column;
  const lines = headerLines(words, form).map((line) => <span key={line}>{line} </span>);
  const about = { activation: words.activation, units: words.units };
  return (
    <div
      className={styles.column}
      style={{ left: place.xPx, width: place.widthPx }}
      {...lookingAtLayer(layer)}
    >
      {kind === 'inputs' && <Lines>{lines}</Lines>}
      {kind === 'hidden' && (
        <LayerButton name={t('inspect.layerNow', { n: layer + 1, ...about })} lines={<Lines>{lines}</Lines>}>
          {(close) => <HiddenSettings index={layer} onDone={close} />}
        </LayerButton>
      )}
      {kind === 'outputs' && (
        <LayerButton name={t('inspect.outputNow', about)} lines={<Lines>{lines}</Lines>}>
          {(close) => <OutputSettings hidden={hidden} onDone={close} />}
        </LayerButton>
      )}
    </div>
  );
}

function Lines({ children }: { children: ReactNode }) {
  return <span className={styles.lines}>{children}</span>;
}

/** There are too many layers for this width: their controls are in the sheet. */
function OneHeader({ layers }: { layers: number }) {
  const { t } = useWords();
  return (
    <div className={styles.one}>
      <ActionButton
        variant="quiet"
        label={t('inspect.hiddenLayers', { count: layers })}
        onPress={() => openSheet('model')}
        hint={t('inspect.hints.layers')}
      />
    </div>
  );
}

interface LayerButtonProps {
  /** Of the button and of the dialog. */
  readonly name: string;
  readonly lines: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}

/** A header that opens the controls of its layer in a small dialog below itself. */
function LayerButton({ name, lines, children }: LayerButtonProps) {
  return (
    <DialogTrigger>
      <Button className={styles.button ?? ''} aria-label={name}>
        {lines}
      </Button>
      <Popover className={floating.popover ?? ''}>
        <Dialog className={floating.dialog ?? ''} aria-label={name}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
