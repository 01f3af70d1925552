/** A header of a layer that opens the layer's controls in a small dialog below itself. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import floating from '../../controls/floating.module.css';
import styles from './LayerControls.module.css';

interface LayerButtonProps {
  /** Of the button and of the dialog. */
  readonly name: string;
  readonly lines: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}

export function LayerButton({ name, lines, children }: LayerButtonProps) {
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
