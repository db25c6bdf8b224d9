import * as l10n from '@vscode/l10n';
import { timeOrder } from '../incident/timeOrder';
import { dayWords, plainDayWords } from '../incident/times';
import { ledgerWords, promiseWords } from '../incident/words';
import { nameOf } from '../journal/people';
import type { Incident, LedgerEntry, Plan } from '../journal/schema';
import { tiedWords } from '../plan/lessonWords';
import { isAskable, signWords } from '../plan/sign';
import { planWords } from '../plan/words';
import { behaviour } from '../reflection/behaviours';
import { aboutClash, valueWords } from '../reflection/clashWords';
import { isDeepAnswer } from './deepParts';
import { aside, said, type Part, type Parts } from './part';
import type { LetterContext } from './state';

const LAST = '/reflection/answers/lastPlan';

/** What was said of the plan before, where something was. */
export function lastPlanParts({ incident, last, people, locale, now }: LetterContext): Parts {
  const context = { record: incident, people, locale, now };
  const kept = incident.reflection?.answers?.['lastPlan'];
  const entry = last?.entry;
  const becomes = kept === undefined ? undefined : said(valueWords(LAST, kept, context), { label: aboutClash(LAST, context), fields: ['lastPlan', LAST] });
  if (!entry && !becomes) return [];
  return [
    last && { look: 'quote', text: planWords(last.plan) },
    last && aside(l10n.t('You made it on {0}, after {1}.', dayWords(last.plan.made ?? last.incident.window.start, locale, now), last.incident.title)),
    entry && { look: 'text', text: `${ledgerWords()[entry.did]}.` },
    said(entry?.why, { label: l10n.t('What made the difference?') }),
    becomes,
  ];
}

/** The plan for next time, and what became of it. */
export function planParts(context: LetterContext): Parts {
  const { plan } = context.incident;
  if (!plan) return [];
  const { cue = '', act = '', typed = {}, made, closed, ledger = [] } = plan;
  const { locale, now } = context;
  const remembered = (typed.cue ?? '') + (typed.act ?? '') === '' ? undefined : planWords(typed);
  const came = [...ledger].sort((a, b) => timeOrder(a.at, b.at)).flatMap((each) => ledgerParts(each, context));
  return [
    cue + act === '' ? undefined : { look: 'quote', text: planWords(plan), fields: ['plan.cue', 'plan.act', '/plan/cue', '/plan/act'] },
    cue + act === '' ? undefined : aside(madeWords(plan, context)),
    remembered === undefined ? undefined : { look: 'text', label: l10n.t('Typed from memory'), text: remembered, fields: ['typed.cue', 'typed.act', '/plan/typed/'] },
    ...(came.length > 0 ? [{ look: 'heading' as const, text: l10n.t('What became of it') }, ...came] : made === undefined ? [] : [aside(l10n.t('Nothing was noted about its moment so far.'))]),
    closed === undefined ? undefined : aside(l10n.t('Closed on {0}.', dayWords(closed, locale, now))),
  ];
}

function madeWords({ made }: Plan, { locale, now }: LetterContext): string {
  return made === undefined ? l10n.t('Written, and not made a plan.') : l10n.t('Made on {0}.', dayWords(made, locale, now));
}

function ledgerParts({ id, at, did, why, incident }: LedgerEntry, { locale, now, titleOf }: LetterContext): Parts {
  const day = dayWords(at, locale, now);
  const after = incident === undefined ? undefined : titleOf(incident);
  const label = after === undefined ? day : l10n.t('{0}, after {1}', day, after);
  return [{ look: 'text', label, text: `${ledgerWords()[did]}.`, fields: [`/plan/ledger/${id}/`] }, said(why)];
}

/** What was promised to whom, and what became of it. */
export function promiseParts({ incident, people, locale, now }: LetterContext): Parts {
  const states = promiseWords();
  return (incident.promises ?? []).flatMap(({ id, text, person, due, check, sign, state }): Parts => {
    const by = due === undefined ? '' : l10n.t('Due on {0}.', plainDayWords(due, locale, now));
    const name = nameOf(people, person);
    return [
      said(text, { ...(name !== undefined && { label: name }), fields: [`/promises/${id}/`, 'promise'] }),
      said(sign && isAskable(sign) ? signWords(sign) : check, { label: l10n.t('The sign to look for') }),
      aside([`${states[state]}.`, by].filter(Boolean).join(' ')),
    ];
  });
}

/** The lesson, what others said, and what this version does not ask. */
export function otherParts({ incident, people, locale, now }: LetterContext): Parts {
  const elsewhere = ['moment', 'lastPlan', 'person.note'];
  const answers = Object.entries(incident.reflection?.answers ?? {}).filter(([question]) => !elsewhere.includes(question) && !isDeepAnswer(question));
  return [
    said(incident.lesson?.text, { label: l10n.t('Lesson'), fields: ['/lesson/text', 'lesson'] }),
    lessonAside(incident),
    ...(incident.outside ?? []).map(({ id, at, text, person, behaviour: about, asked }) =>
      said(text, { label: outsideLabel(nameOf(people, person), behaviour(about)?.name, dayWords(asked ?? at, locale, now)), look: 'quote', fields: [`/outside/${id}/`, `outside.${id}`] }),
    ),
    ...answers.map(([question, text]) => said(text, { label: question, fields: [`/reflection/answers/${question}`] })),
  ];
}

function lessonAside(incident: Incident): Part | undefined {
  const words = [tiedWords(incident), incident.lesson?.retired === undefined ? '' : l10n.t('You retired it: it comes back no more.')].filter(Boolean).join(' ');
  return words === '' ? undefined : aside(words);
}

function outsideLabel(whom: string | undefined, about: string | undefined, day: string): string {
  if (whom === undefined || about === undefined) return l10n.t('What somebody else said, {0}', day);
  return l10n.t('What {0} said about “{1}”, {2}', whom, about, day);
}

/** What was changed in two places, and waits for a choice. */
export function clashParts({ incident, people, locale, now }: LetterContext): Parts {
  const context = { record: incident, people, locale, now };
  const parts = (incident.clashes ?? []).map(({ path, other }): Part => ({ look: 'quote', label: aboutClash(path, context), text: valueWords(path, other, context) }));
  return parts.length > 0 ? [aside(l10n.t('In another place it says otherwise. With Edit you choose what stays.')), ...parts] : [];
}
