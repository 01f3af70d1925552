/** A share as a small bar with what it says beside it: dead or saturated units of a layer. */
import styles from './ShareBar.module.css';

export interface ShareBarProps {
  /** 0–1 */
  readonly share: number;
  /** The share in words, e.g. “2 of 8 dead”. */
  readonly text: string;
}

export function ShareBar({ share, text }: ShareBarProps) {
  return (
    <div className={styles.share}>
      <span>{text}</span>
      <svg className={styles.track} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.bar} width={Math.min(Math.max(share, 0), 1)} height={1} />
      </svg>
    </div>
  );
}
