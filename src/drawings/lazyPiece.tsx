/**
 * A piece of the screen that is loaded when it is first shown. Where it does not come, or fails, the rest works on; it is asked for
 * again by `fallback` in its place or, where it has none, with everything else that is missing.
 */
import { Component, type ComponentType, lazy, type ReactNode, useState } from 'react';
import { bring, miss } from './missing';

export interface FaultProps {
  /** It did not come, or it came and does not work. */
  readonly fault: 'missing' | 'failed';
  /** It was asked for again, in vain: only a reload may help. */
  readonly isRepeated: boolean;
  readonly onAgain: () => void;
}

/** Suspends until the piece has come. `load` may be called again. */
export function lazyPiece<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback?: ComponentType<FaultProps>,
): ComponentType<Props> {
  // Props are checked where the piece is used; React.lazy would have them back.
  const begin = () =>
    lazy(async () => ({ default: (await bring(load).catch(missed)) as ComponentType<object> }));
  let latest = begin();
  return (props: Props) => {
    const [Piece, setPiece] = useState(() => latest);
    /** What failed is not asked again, neither here nor where the piece is shown next. */
    const renew = () => {
      if (latest === Piece) latest = begin();
      setPiece(() => latest);
    };
    return (
      <PieceBarrier fallback={fallback} onAgain={renew}>
        <Piece {...props} />
      </PieceBarrier>
    );
  };
}

class MissingPiece extends Error {}

function missed(cause: unknown): never {
  throw new MissingPiece('a part of the page was not loaded', { cause });
}

interface PieceBarrierProps {
  readonly fallback: ComponentType<FaultProps> | undefined;
  readonly onAgain?: () => void;
  readonly children: ReactNode;
}

/** A fault within it stays within it. */
export class PieceBarrier extends Component<
  PieceBarrierProps,
  { readonly fault: FaultProps['fault'] | null }
> {
  override state: { readonly fault: FaultProps['fault'] | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: FaultProps['fault'] } {
    return { fault: error instanceof MissingPiece ? 'missing' : 'failed' };
  }

  override componentDidCatch() {
    if (!this.props.fallback) miss(this, this.again);
    this.tries++;
  }

  private tries = 0;

  again = () => {
    this.props.onAgain?.();
    this.setState({ fault: null });
  };

  override render() {
    const { fault } = this.state;
    const { fallback: Fallback, children } = this.props;
    if (!fault) return children;
    return Fallback ? <Fallback fault={fault} isRepeated={this.tries > 0} onAgain={this.again} /> : null;
  }
}
