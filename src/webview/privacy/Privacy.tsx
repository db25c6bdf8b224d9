import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { remedyWords } from '../../core/growth/remedies';
import type { PrivacyMessage } from '../../core/protocol';
import type { PrivacySection, PrivacyState } from '../../core/privacy/state';
import { FindingRow } from './FindingRow';

export type Post = (message: PrivacyMessage) => void;

interface PrivacyProps {
  readonly state: PrivacyState;
  readonly post: Post;
}

/** What was found, one section after the other, in one column to read. */
export function Privacy({ state: { title, verdict, looked, notice, sections }, post }: PrivacyProps): JSX.Element {
  const [copied, setCopied] = useState('');
  const copy = (text: string): void => {
    post({ type: 'copy', text });
    setCopied(text);
  };
  const remedies = remedyWords();
  return (
    <div class="page">
      <main tabindex={0} aria-labelledby="question">
        <div class="column">
          <article class="screen letter">
            <header>
              <h1 id="question">{title}</h1>
              <p role="status">
                <strong>{verdict}</strong> <span class="quiet">{looked}</span>
              </p>
              <p>
                <button type="button" class="link" onClick={() => post({ type: 'lookAgain' })}>
                  {l10n.t('Look Again')}
                </button>
              </p>
            </header>
            {notice && (
              <div class="cluster">
                <p>{notice.words}</p>
                {notice.remedies.map((remedy) => (
                  <button key={remedy} type="button" class="button secondary" onClick={() => post({ type: 'remedy', remedy })}>
                    {remedies[remedy]}
                  </button>
                ))}
              </div>
            )}
            {sections.map((section) => (
              <Section key={section.id} section={section} post={post} copy={copy} copied={copied} />
            ))}
          </article>
        </div>
      </main>
      <p role="status" class="visually-hidden">
        {copied === '' ? '' : l10n.t('Copied')}
      </p>
    </div>
  );
}

interface SectionProps {
  readonly section: PrivacySection;
  readonly post: Post;
  readonly copy: (text: string) => void;
  /** The command that was copied last. */
  readonly copied: string;
}

function Section({ section: { id, title, findings }, ...rest }: SectionProps): JSX.Element {
  return (
    <section class="block" aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{title}</h2>
      <ul class="rows">
        {findings.map((finding, index) => (
          <FindingRow key={index} finding={finding} {...rest} />
        ))}
      </ul>
    </section>
  );
}
