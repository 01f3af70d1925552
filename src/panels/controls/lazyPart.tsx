/**
 * A part of the screen that is loaded when it is first shown. Where it does not come, or fails, its own place says so in one sentence, with
 * a way on, or, where it has no room for one, the notices of the page do.
 */
import type { ComponentType, ReactNode } from 'react';
import { type FaultProps, lazyPiece, PieceBarrier } from '../../drawings/lazyPiece';
import { Note } from './Note';
import { Reload } from './Reload';
import { useWords } from './useWords';

interface PartOptions {
  /** The part has no place for a sentence: it lies over a picture, or is as small as an icon. */
  readonly isSmall?: boolean;
}

/** Suspends until the part has come. `load` may be called again. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isSmall = false }: PartOptions = {},
): ComponentType<Props> {
  return lazyPiece(load, isSmall ? undefined : PartNote);
}

/** Round a part that comes with the page. */
export function PartBarrier({ children }: { readonly children: ReactNode }) {
  return <PieceBarrier fallback={PartNote}>{children}</PieceBarrier>;
}

function PartNote({ fault, isRepeated, onAgain }: FaultProps) {
  const { t } = useWords();
  const action = { label: t('notices.again'), hint: t('notices.againHint'), onPress: onAgain };
  return (
    <div style={{ padding: 'var(--space-2)' }}>
      <Note kind="warning" action={action}>
        {fault === 'missing' ? t('notices.partMissing') : t('notices.partFailed')} {isRepeated && <Reload />}
      </Note>
    </div>
  );
}
