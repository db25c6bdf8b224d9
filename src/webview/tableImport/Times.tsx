import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { TableProps } from './TablePage';

/** What the times themselves do not say: the zone, and whether the day or the month comes first. */
export function Times({ state: { zone, order }, post }: TableProps): JSX.Element {
  return (
    <>
      {order && (
        <fieldset class="field" aria-describedby="order-says">
          <legend>{l10n.t('What comes first in a date?')}</legend>
          <div>
            {order.orders.map(([id, words]) => (
              <label key={id} class="choice">
                <input type="radio" name="order" checked={order.order === id} onChange={() => post({ type: 'order', order: id })} />
                {words}
              </label>
            ))}
          </div>
          <p id="order-says" class={order.isOpen ? 'turned' : 'help'}>
            {order.says}
          </p>
        </fieldset>
      )}
      {zone && (
        <fieldset class="field" aria-describedby="zone-says">
          <legend>{l10n.t('Times without a zone are in')}</legend>
          <div>
            {zone.zones.map((name) => (
              <label key={name} class="choice">
                <input type="radio" name="zone" checked={zone.zone === name} onChange={() => post({ type: 'zone', utc: name === 'UTC' })} />
                {name === 'UTC' ? name : l10n.t('{0}, your zone', name)}
              </label>
            ))}
          </div>
          <p id="zone-says" class="help">
            {zone.count === 1 ? l10n.t('1 time names no zone.') : l10n.t('{0} times name no zone.', zone.count)}
          </p>
        </fieldset>
      )}
    </>
  );
}
