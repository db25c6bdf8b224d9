import * as l10n from '@vscode/l10n';
import { dayWords, type Locale } from '../incident/times';
import { withField } from '../journal/fields';
import type { Incident } from '../journal/schema';
import { behaviour as behaviourOf } from '../reflection/behaviours';
import type { Step } from '../reflection/step';

export type OutsideView = NonNullable<Incident['outside']>[number];

/** The outside view that is being asked for: the newest that has no answer and was not asked yet. */
export function openView({ outside = [] }: Incident): OutsideView | undefined {
  return outside.filter(({ text, asked }) => text === '' && asked === undefined).at(-1);
}

/** Says whom to ask, or about which behaviour; undefined takes it back. Nothing chosen is no view. */
export function chooseView(incident: Incident, part: 'person' | 'behaviour', value: string | undefined, step: Step): Incident {
  const open = openView(incident);
  if (open?.[part] === value) return incident;
  const changed = withField<OutsideView, 'person' | 'behaviour'>(open ?? { id: step.newId(), at: step.now, text: '' }, part, value);
  const others = (incident.outside ?? []).filter((each) => each !== open);
  const isEmpty = changed.person === undefined && changed.behaviour === undefined;
  return withViews(incident, isEmpty ? others : [...others, changed]);
}

/** They were asked. The same record where nothing was chosen. */
export function noteAsked(incident: Incident, step: Step): Incident {
  const open = openView(incident);
  if (!open) return incident;
  return withViews(incident, (incident.outside ?? []).map((each) => (each === open ? { ...each, asked: step.now } : each)));
}

function withViews(incident: Incident, outside: readonly OutsideView[]): Incident {
  return withField<Incident, 'outside'>(incident, 'outside', outside.length > 0 ? outside : undefined);
}

/** The request, in two lines: one incident, one behaviour, and that a line is enough. It names nobody but who reads it. */
export function requestWords({ title, window }: Incident, behaviour: string, locale: Locale, now: number): string {
  const name = behaviourOf(behaviour)?.name ?? behaviour;
  return [
    l10n.t('You were there in “{0}” on {1}. I look back at one thing that I did in it: {2}.', title, dayWords(window.start, locale, now), name),
    l10n.t('What did you see me do or say? One or two lines are enough, and what I missed helps me most.'),
  ].join('\n');
}
