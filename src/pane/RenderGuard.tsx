import { Component, type ReactNode } from 'react';
import { UnusablePage } from './UnusablePage';

interface RenderGuardProps {
  readonly children: ReactNode;
  readonly onFault: (fault: unknown) => void;
}

/** Shows a readable page when drawing the pane fails, instead of nothing. */
export class RenderGuard extends Component<RenderGuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(fault: unknown): void {
    this.props.onFault(fault);
  }

  override render(): ReactNode {
    return this.state.failed ? <UnusablePage reason="broken" /> : this.props.children;
  }
}
