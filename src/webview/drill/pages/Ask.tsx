import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AskState } from '../../../core/drill/drillState';
import { TextBox } from '../../reflection/TextBox';
import { OwnCallRows } from '../OwnCallRows';
import { useDrill } from '../session';
import { Lines, Paragraphs } from '../Story';

/** A decision before what happened: what is known, and three questions. Answered once, they stay as they are. */
export function Ask({ point, earlier, fresh, ask, questions, sure, closed }: AskState): JSX.Element {
  const { state } = useDrill();
  return (
    <>
      <details class="earlier">
        <summary>{earlier.length === 0 ? l10n.t('The situation') : l10n.t('The situation, and what came before')}</summary>
        <Paragraphs text={state.situation} />
        {earlier.length > 0 && <Lines lines={earlier} />}
      </details>
      <section class="known" aria-labelledby="fresh">
        <h2 id="fresh">{l10n.t('What has come in')}</h2>
        {fresh.length === 0 ? <p>{l10n.t('Nothing new.')}</p> : <Lines lines={fresh} />}
      </section>
      {ask !== undefined && (
        <p class="asked" lang={state.language}>
          {ask}
        </p>
      )}
      {closed ? (
        <OwnCallRows call={closed} />
      ) : (
        <>
          {questions.map(({ field, words }) => (
            <div class="field" key={field}>
              <label for={field}>{words}</label>
              <TextBox field={field} id={field} />
            </div>
          ))}
          <Sure point={point} sure={sure} />
        </>
      )}
    </>
  );
}

const TENS = Array.from({ length: 11 }, (_, index) => index * 10);

function Sure({ point, sure }: { readonly point: string; readonly sure: number | undefined }): JSX.Element {
  const { post } = useDrill();
  return (
    <div class="field narrow">
      <label for="sure">{l10n.t('How sure are you?')}</label>
      <select id="sure" value={sure ?? ''} onChange={({ currentTarget: { value } }) => post({ type: 'sure', point, sure: value === '' ? null : Number(value) })}>
        <option value="">{l10n.t('Leave it open')}</option>
        {TENS.map((ten) => (
          <option key={ten} value={ten}>
            {l10n.t('{0} %', ten)}
          </option>
        ))}
      </select>
    </div>
  );
}
