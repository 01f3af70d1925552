/** When a part of the page throws while rendering: a sentence and a way on instead of a blank page. */
import { Component, type ReactNode } from 'react';
import { ActionButton } from '../panels/controls/ActionButton';

interface FaultBarrierProps {
  sentence: string;
  again: string;
  hint: string;
  children: ReactNode;
}

export class FaultBarrier extends Component<FaultBarrierProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { sentence, again, hint, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <main style={{ padding: 24 }}>
        <p role="alert">{sentence}</p>
        <ActionButton label={again} onPress={() => location.reload()} hint={hint} />
      </main>
    );
  }
}
