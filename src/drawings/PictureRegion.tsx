/**
 * A picture that is worked with by pointer and by keys: a focusable region with instructions for its keys, and a line that is spoken.
 * Fills its parent. Canvases in it lie on each other.
 */
import { type HTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import styles from './PictureRegion.module.css';

export interface PictureRegionProps extends HTMLAttributes<HTMLDivElement> {
  readonly ref?: Ref<HTMLDivElement>;
  /** Accessible name. */
  readonly label: string;
  /** What its keys do. */
  readonly instructions: string;
  /** What a screen reader says whenever it changes. */
  readonly said?: string;
  readonly children: ReactNode;
}

export function PictureRegion(props: PictureRegionProps) {
  const { label, instructions, said, className = '', children, ...rest } = props;
  const instructionsId = useId();
  return (
    <div
      {...rest}
      className={`${styles.region} ${className}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application region is interactive by its keys
      tabIndex={0}
      role="application"
      aria-label={label}
      aria-describedby={instructionsId}
    >
      <p id={instructionsId} className="visually-hidden">
        {instructions}
      </p>
      {said !== undefined && (
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
      )}
      {children}
    </div>
  );
}
