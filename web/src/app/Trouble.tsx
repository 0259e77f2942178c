import { Component, type ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/States';

/** A page that broke says so, and offers the way out. Drafts are safe: they are kept with each change. */
export class Trouble extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <main>
        <Empty
          title="This page has broken"
          action={
            <>
              <Button look="primary" onClick={() => window.location.reload()}>
                Reload
              </Button>
              <Button onClick={() => window.location.assign('/workflows')}>
                Go to your workflows
              </Button>
            </>
          }
        >
          What you drew is kept. The reason: {this.state.error.message}
        </Empty>
      </main>
    );
  }
}
