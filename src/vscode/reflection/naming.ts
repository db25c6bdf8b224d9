import type { Keep, Typed } from '../../core/journal/clash';
import type { Incident, LedgerWord } from '../../core/journal/schema';
import { addPerson, dropPerson, findPerson, isOurName, nameOf, renamePerson } from '../../core/journal/people';
import { noteLedger } from '../../core/plan/ledger';
import { settleWhy } from '../../core/plan/why';
import { missedPerson, missPerson } from '../../core/reflection/person';
import type { Entry } from '../../store/entry';
import type { Refused, Saved } from '../../store/refusal';
import type { ReflectionSession } from './session';

type Outcome = Promise<Saved<unknown> | Refused>;

/** What became of the last plan. It is noted in the record that holds the plan, with the incident that it was asked after. */
export async function noteLastPlan(session: ReflectionSession, did: LedgerWord | null): Promise<void> {
  const { last } = session;
  if (!last) return;
  await session.changeOther(last.incident.id, (record, step) => noteLedger(record, did, { ...step, after: session.id }));
}

/** Which text stays, where what made the difference was typed in two places. */
export async function settleLastPlan(session: ReflectionSession, keep: Keep): Promise<void> {
  const { last } = session;
  if (last) await session.changeOther(last.incident.id, (record) => settleWhy(record, session.id, keep));
}

/** Names the person who would have been missed, from the evidence; null takes it back. */
export async function namePerson(session: ReflectionSession, name: string | null): Promise<void> {
  if (name === null) return void (await session.unsaved.add({ save: () => takeNameBack(session, { text: '', base: nameNow(session) }) }));
  const mails = session.mailsOf(name);
  const known = findPerson(session.journal.people(), name, mails);
  const preview = session.previewOf(session.id, (record, step) => (known ? missPerson(record, known.id, step) : record));
  await session.unsaved.add({ preview, save: () => saveName(session, { text: name, base: nameNow(session) }, mails) });
}

/** Saves a name as it is being typed, key by key; the empty one takes it back. */
export async function saveTypedName(session: ReflectionSession, typed: Typed): Outcome {
  const result = await (typed.text.trim() === '' ? takeNameBack(session, typed) : saveName(session, typed, []));
  if (result.ok) session.rememberName(typed.text);
  return result;
}

/**
 * The name goes to the people file, the record holds only an id. One that is known already is taken; one that was typed here, and
 * that nothing else uses, is corrected; any other is added. What another window typed meanwhile is kept.
 */
async function saveName(session: ReflectionSession, typed: Typed, mails: readonly string[]): Outcome {
  const { journal } = session;
  const name = typed.text.trim();
  const current = currentPerson(session);
  const own = current !== undefined && isOwnName(session, current);
  const known = findPerson(journal.people(), name, mails);
  if (own && mails.length === 0 && (known === undefined || known.id === current)) {
    return journal.updatePeople((people) => renamePerson(people, current, typed));
  }
  const id = `p-${session.step().newId()}`;
  const people = await journal.updatePeople((all) => (findPerson(all, name, mails) ? all : addPerson(all, id, name, mails)));
  if (!people.ok) return people;
  const named = findPerson(people.record, name, mails)?.id ?? id;
  if (mails.length === 0) session.namedHere.add(id);
  const result = await journal.update(session.id, (record) => missPerson(record, named, session.step()));
  const isLeft = own && named !== current && isOurName(people.record, current, typed);
  return result.ok && isLeft ? journal.updatePeople((all) => dropPerson(all, current)) : result;
}

/** Of an empty field nothing is saved over what another window typed. */
async function takeNameBack(session: ReflectionSession, typed: Typed): Outcome {
  const current = currentPerson(session);
  if (current !== undefined && !isOurName(session.journal.people(), current, typed)) return { ok: true, record: undefined };
  const own = current !== undefined && isOwnName(session, current);
  const result = await session.journal.update(session.id, (record) => missPerson(record, undefined, session.step()));
  return result.ok && own ? session.journal.updatePeople((all) => dropPerson(all, current)) : result;
}

function nameNow(session: ReflectionSession): string {
  return nameOf(session.journal.people().people, currentPerson(session)) ?? '';
}

function currentPerson({ record }: ReflectionSession): string | undefined {
  return record && missedPerson(record)?.person;
}

/** Whether a name was typed here and nothing else uses it, so that it can be corrected without touching anybody else's record. */
function isOwnName(session: ReflectionSession, person: string): boolean {
  const { journal, id, namedHere } = session;
  if (namedHere.has(person)) return true;
  const known = journal.people().people.find((each) => each.id === person);
  const isFromGit = (known?.mails ?? []).length > 0;
  const others = [...journal.entries(), ...journal.deletedEntries(), ...journal.absorbed().map((record) => ({ state: 'ok' as const, record }))];
  return known !== undefined && !isFromGit && others.every((entry) => (entry.state === 'ok' && entry.record.id === id) || !mayName(entry, person));
}

/** Whether a record names somebody; of one that cannot be read, nobody can tell. */
function mayName(entry: Exclude<Entry, { state: 'ok' }> | { readonly state: 'ok'; readonly record: Incident }, person: string): boolean {
  if (entry.state !== 'ok') return true;
  const { people = [], promises = [], outside = [] } = entry.record;
  return [...people, ...promises, ...outside].some((each) => each.person === person);
}
