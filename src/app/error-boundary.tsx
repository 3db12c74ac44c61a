import { Component, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Catches what a page throws while rendering, and says what is safe. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="message-page" role="alert">
        <h1>This page broke</h1>
        <p>Your draft is safe: every edit is written down as you type, and it will be there after a reload.</p>
        <p className="message-page__actions">
          <Button tone="primary" onClick={() => window.location.reload()}>
            Reload
          </Button>
          <Button onClick={() => this.setState({ error: null })}>Try again</Button>
        </p>
        <details>
          <summary>What went wrong</summary>
          <pre className="code-block">{error.stack ?? error.message}</pre>
        </details>
      </div>
    );
  }
}
