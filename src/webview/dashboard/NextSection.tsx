import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Next, NextItem } from '../../core/growth/next';
import { Section } from './Section';
import type { DashboardHost } from './view';

interface NextProps {
  readonly next: Next;
  readonly host: DashboardHost;
}

/** What can be done next: the first thing with its button, the others as a list. */
export function NextSection({ next, host }: NextProps): JSX.Element {
  const [first, ...others] = next.items;
  return (
    <Section id="next" title={l10n.t('Next')}>
      {first ? <FirstItem item={first} host={host} /> : <Nothing host={host} />}
      {others.length > 0 && (
        <ul class="others" aria-label={l10n.t('Also open')}>
          {others.map((item) => (
            <OtherItem key={item.id} item={item} host={host} />
          ))}
        </ul>
      )}
      {next.more > 0 && <p class="words">{next.more === 1 ? l10n.t('1 more in the list.') : l10n.t('{0} more in the list.', next.more)}</p>}
    </Section>
  );
}

interface ItemProps {
  readonly item: NextItem;
  readonly host: DashboardHost;
}

function FirstItem({ item, host }: ItemProps): JSX.Element {
  return (
    <>
      <p>
        <strong>{item.title}</strong>
        <br />
        <span class="words">{item.words}</span>
      </p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => host.post({ type: 'reflect', id: item.id })}>
          {item.state === 'draft' ? l10n.t('Continue') : l10n.t('Look back, 5 min')}
        </button>
        <button type="button" class="link" onClick={() => host.post({ type: 'reflectOnAny' })}>
          {l10n.t('Another incident…')}
        </button>
      </div>
    </>
  );
}

function OtherItem({ item, host }: ItemProps): JSX.Element {
  return (
    <li>
      <button type="button" class="link" onClick={() => host.post({ type: 'reflect', id: item.id })}>
        {item.title}
      </button>
      <span class="words">{item.words}</span>
    </li>
  );
}

function Nothing({ host }: { readonly host: DashboardHost }): JSX.Element {
  return (
    <>
      <p>{l10n.t('Nothing waits.')}</p>
      <div class="buttons">
        <button type="button" class="button secondary" onClick={() => host.post({ type: 'reflectOnAny' })}>
          {l10n.t('Look back at an incident')}
        </button>
      </div>
    </>
  );
}
