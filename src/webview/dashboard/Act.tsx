import type { ComponentChildren, JSX } from 'preact';
import type { DashboardMessage } from '../../core/protocol';
import type { DashboardHost } from './view';

interface ActProps {
  readonly host: DashboardHost;
  /** What is asked for. */
  readonly does: DashboardMessage;
  readonly children: ComponentChildren;
}

/** A button that looks like a link, and sends one intent. */
export function Act({ host, does, children }: ActProps): JSX.Element {
  return (
    <button type="button" class="link" onClick={() => host.post(does)}>
      {children}
    </button>
  );
}
