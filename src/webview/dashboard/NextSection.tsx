import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Next, NextItem } from '../../core/growth/next';
import { Act } from './Act';
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
            <OtherItem key={item.state + item.id} item={item} host={host} />
          ))}
        </ul>
      )}
      {next.rest.map((words) => (
        <p key={words} class="words">{words}</p>
      ))}
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
        <button type="button" class="button" onClick={() => host.post(item.does)}>
          {item.action}
        </button>
        <Act host={host} does={{ type: 'reflectOnAny' }}>{l10n.t('Another incident…')}</Act>
      </div>
    </>
  );
}

function OtherItem({ item, host }: ItemProps): JSX.Element {
  const isIncident = item.state === 'draft' || item.state === 'waiting';
  return (
    <li>
      {!isIncident && <span>{item.title}</span>}
      <button type="button" class="link" {...(!isIncident && { 'aria-label': `${item.action} ${item.title}` })} onClick={() => host.post(item.does)}>
        {isIncident ? item.title : item.action}
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
