/**
 * A part of the screen that is loaded when it is first shown. Where it does not come, or fails, the rest of the page works on: the part's
 * own place says so in one sentence, with a way on, or, where it has no room for one, the notices of the page do.
 */
import { Component, type ComponentType, lazy, type ReactNode, useState } from 'react';
import { miss } from './missing';
import { Note } from './Note';
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
  // Props are checked where the part is used; React.lazy would have them back.
  const begin = () => lazy(async () => ({ default: (await load().catch(missed)) as ComponentType<object> }));
  let latest = begin();
  return (props: Props) => {
    const [Part, setPart] = useState(() => latest);
    /** What failed is not asked again, neither here nor where the part is shown next. */
    const renew = () => {
      if (latest === Part) latest = begin();
      setPart(() => latest);
    };
    return (
      <PartBarrier isSmall={isSmall} onAgain={renew}>
        <Part {...props} />
      </PartBarrier>
    );
  };
}

interface PartBarrierProps extends PartOptions {
  readonly onAgain?: () => void;
  readonly children: ReactNode;
}

class MissingPart extends Error {}

function missed(cause: unknown): never {
  throw new MissingPart('a part of the page was not loaded', { cause });
}

/** Nothing, or what has happened to the part. */
type Fault = null | 'missing' | 'failed';

/** A fault within it stays within it. */
export class PartBarrier extends Component<PartBarrierProps, { readonly fault: Fault }> {
  override state = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    return { fault: error instanceof MissingPart ? 'missing' : 'failed' };
  }

  override componentDidCatch() {
    if (this.props.isSmall) miss(this.again);
  }

  again = () => {
    this.props.onAgain?.();
    this.setState({ fault: null });
  };

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return this.props.isSmall ? null : <PartNote fault={fault} onAgain={this.again} />;
  }
}

interface PartNoteProps {
  readonly fault: 'missing' | 'failed';
  readonly onAgain: () => void;
}

function PartNote({ fault, onAgain }: PartNoteProps) {
  const { t } = useWords();
  const action = { label: t('notices.again'), hint: t('notices.againHint'), onPress: onAgain };
  return (
    <div style={{ padding: 'var(--space-2)' }}>
      <Note kind="warning" action={action}>
        {fault === 'missing' ? t('notices.partMissing') : t('notices.partFailed')}
      </Note>
    </div>
  );
}
