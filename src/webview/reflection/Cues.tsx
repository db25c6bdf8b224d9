import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { cueWords, PATTERN_CUES, PLAIN_CUES, weekdayNames } from '../../core/plan/planCues';
import { usePlan } from './session';
import { TextBox } from './TextBox';
import { LinkButton } from '../shared/LinkButton';

const EXAMPLES = { branch: 'hotfix/*', file: 'src/checkout' } as const;

/** What the editor can see that brings the plan up, beside the words of its cue. Closed until one is chosen. */
export function Cues(): JSX.Element {
  const { state, post, typing } = usePlan();
  const { cues, weekly } = state.plan;
  const words = cueWords();
  const hasSome = cues.length > 0 || weekly.day !== null || PATTERN_CUES.some((cue) => typing.shown(`cue.${cue}`) !== '');
  return (
    <details open={hasSome}>
      <summary>{l10n.t('Have the editor show it at its moment')}</summary>
      <fieldset class="rows cues" aria-describedby="cues-help">
        <legend class="visually-hidden">{l10n.t('Show the plan when')}</legend>
        <p class="help" id="cues-help">
          {l10n.t('One quiet line in your words, once for each event and at most once an hour.')}
        </p>
        <div>
          {PLAIN_CUES.map((cue) => (
            <label class="choice" key={cue}>
              <input type="checkbox" checked={cues.includes(cue)} onChange={({ currentTarget: { checked } }) => post({ type: 'cue', cue, on: checked })} /> <span>{words[cue]}</span>
            </label>
          ))}
        </div>
        {PATTERN_CUES.map((cue) => (
          <Pattern key={cue} cue={cue} label={words[cue]} />
        ))}
        <Weekly />
      </fieldset>
    </details>
  );
}

function Pattern({ cue, label }: { readonly cue: keyof typeof EXAMPLES; readonly label: string }): JSX.Element {
  const { typing, type } = usePlan();
  const [field, example] = [`cue.${cue}` as const, EXAMPLES[cue]];
  return (
    <div class="narrow">
      <label for={field}>{label}</label>
      <TextBox field={field} id={field} line describedBy={`${field}-help`} />
      <p class="help" id={`${field}-help`}>
        {l10n.t('For example:')}{' '}
        <LinkButton disabled={typing.shown(field) !== ''} onClick={() => type(field, example)}>
          {example}
        </LinkButton>
      </p>
    </div>
  );
}

function Weekly(): JSX.Element {
  const { state, post } = usePlan();
  const there = state.plan.weekly;
  const [chosen, setChosen] = useState<typeof there>();
  const isThere = chosen?.day === there.day && (chosen.day === null || chosen.time === there.time);
  const { day, time } = chosen ?? there; // what was chosen last, though the editor may still be at work on it: the next choice adds to that
  useEffect(() => {
    if (isThere) setChosen((now) => (now === chosen ? undefined : now)); // not what was chosen since
  }, [isThere]);
  const set = (to: Partial<typeof there>): void => {
    const next = { day, time, ...to };
    if (next.time !== '') setChosen(next); // a time that is half typed is none
    post({ type: 'weekly', ...next });
  };
  return (
    <div class="narrow">
      <label for="weekly">{cueWords().weekly}</label>
      <div class={day === null ? '' : 'pair'}>
        <select id="weekly" value={day ?? ''} onChange={({ currentTarget: { value } }) => set({ day: value === '' ? null : Number(value) })}>
          <option value="">{l10n.t('On no day')}</option>
          {weekdayNames(state.locale.language).map((name, i) => (
            <option key={name} value={i + 1}>{name}</option>
          ))}
        </select>
        {day !== null && <input type="time" aria-label={l10n.t('At what time')} value={time} onChange={({ currentTarget: { value } }) => set({ time: value })} />}
      </div>
    </div>
  );
}
