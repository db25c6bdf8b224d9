import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Document } from './Document';
import type { ShareProps } from './SharePage';

/** The very text that leaves. Of a page in HTML first what its reader sees, since nobody reads the source; that is one press away. */
export function Preview({ state: { preview, document, more, says, whole }, post }: ShareProps): JSX.Element {
  const [source, setSource] = useState(false);
  return (
    <section class="preview" aria-labelledby="preview">
      <div class="cluster ends">
        <h2 id="preview">{l10n.t('What leaves')}</h2>
        <div class="cluster">
          {document && (
            <button type="button" class="link" aria-pressed={source} onClick={() => setSource(!source)}>
              {source ? l10n.t('Show it as it is read') : l10n.t('Show the HTML itself')}
            </button>
          )}
          <button type="button" class="link" onClick={() => post({ type: 'openText' })}>
            {l10n.t('Open the whole text in an editor')}
          </button>
        </div>
      </div>
      <div class={whole === true ? 'turned says' : 'help says'} aria-live="polite">
        {says.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      {document && !source ? (
        <div class="shown" tabIndex={0} role="region" aria-label={l10n.t('What leaves, as it is read')}>
          <Document document={document} />
        </div>
      ) : (
        <pre class="shown" tabIndex={0} role="region" aria-label={l10n.t('The text that leaves')}>
          {preview}
        </pre>
      )}
      {more && <p class="help">{l10n.t('More leaves than is shown here. Open the whole text in an editor to see all of it.')}</p>}
    </section>
  );
}
