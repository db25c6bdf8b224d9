import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { CallState, EndState } from '../../../core/drill/drillState';
import { judgedWords } from '../../../core/incident/words';
import type { Judged } from '../../../core/journal/schema';
import { LessonField } from '../../reflection/LessonField';
import { Radios } from '../../reflection/Radios';
import { TextBox } from '../../reflection/TextBox';
import { OwnCallRows } from '../OwnCallRows';
import { Same } from '../Same';
import { useDrill } from '../session';
import { Lines, Paragraphs } from '../Story';

/** How it ended, every decision once more, and what the lead makes of it. */
export function End({ outcome, afterwards, calls, questions, lesson }: EndState): JSX.Element {
  const { state } = useDrill();
  return (
    <>
      <Paragraphs text={outcome} />
      {afterwards.length > 0 && (
        <section class="rows" aria-labelledby="afterwards">
          <h2 id="afterwards">{l10n.t('What was seen later')}</h2>
          <ul class="rows paragraphs" lang={state.language}>
            {afterwards.map((text, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <h2>{l10n.t('Your calls')}</h2>
      {calls.map((call) => (
        <Call key={call.point} {...call} />
      ))}
      <Table calls={calls} />
      {questions.map(({ field, words }) => (
        <div class="field" key={field}>
          <label for={field}>{words}</label>
          <TextBox field={field} id={field} />
        </div>
      ))}
      <LessonField {...lesson} />
    </>
  );
}

function Call({ point, time, ask, own, did, then = [], same, right }: CallState): JSX.Element {
  const { post, state } = useDrill();
  const values = Object.entries(judgedWords()) as [Judged, string][];
  return (
    <section class="rows call" aria-labelledby={`call-${point}`}>
      <h3 id={`call-${point}`}>{time}</h3>
      {ask !== undefined && <p lang={state.language}>{ask}</p>}
      <OwnCallRows call={own} />
      <details>
        <summary>{did === undefined ? l10n.t('What happened then') : l10n.t('What they did')}</summary>
        {did === undefined ? <Lines lines={then} /> : <Paragraphs text={did} />}
      </details>
      <Same point={point} same={same} />
      <Radios name={`right-${point}`} legend={l10n.t('Was your call right, as far as can be said?')} inline values={values} chosen={right} onChoose={(value) => post({ type: 'right', point, right: value })} />
    </section>
  );
}

/** How sure, beside how it turned out: side by side, and nothing made of it. */
function Table({ calls }: { readonly calls: readonly CallState[] }): JSX.Element {
  return (
    <table>
      <caption>
        <h2>{l10n.t('How sure you were, and how it turned out')}</h2>
      </caption>
      <thead>
        <tr>
          <th scope="col">{l10n.t('Decision')}</th>
          <th scope="col">{l10n.t('How sure')}</th>
          <th scope="col">{l10n.t('As they did')}</th>
          <th scope="col">{l10n.t('Right')}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ point, time, row }) => (
          <tr key={point}>
            <th scope="row">{time}</th>
            {row.map((words, index) => (
              <td key={index}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
