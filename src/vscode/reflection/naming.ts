import type { LedgerWord } from '../../core/journal/schema';
import { addPerson, dropPerson, findPerson, renamePerson } from '../../core/journal/people';
import { noteLedger } from '../../core/plan/ledger';
import { missedPerson, missPerson } from '../../core/reflection/person';
import type { Refused, Saved } from '../../store/refusal';
import { newId } from '../place';
import type { ReflectionSession } from './session';

/** What became of the last plan. It is noted in the record that holds the plan, with the incident that it was asked after. */
export async function noteLastPlan(session: ReflectionSession, did: LedgerWord | null): Promise<void> {
  const { last } = session;
  if (!last) return;
  await session.changeOther(last.incident.id, (record, step) => noteLedger(record, did, { ...step, after: session.id }));
}

/**
 * Names the person who would have been missed, from the evidence; null takes it back. The name goes to the people file, the
 * record holds only an id.
 */
export async function namePerson(session: ReflectionSession, name: string | null): Promise<void> {
  if (name === null) return void (await session.change((record, step) => missPerson(record, undefined, step)));
  const mails = session.mailsOf(name);
  const known = findPerson(session.journal.people(), name, mails);
  const id = known?.id ?? newPersonId();
  const save = { save: () => session.journal.updatePeople((people) => addPerson(people, id, name, mails)) };
  if (known || (await session.unsaved.add(save))) await session.change((record, step) => missPerson(record, id, step));
}

/**
 * Saves a name as it is being typed. A name that only this incident uses is corrected, key by key; one that is known already is
 * taken instead; any other is added.
 */
export async function saveTypedName(session: ReflectionSession, name: string): Promise<Saved<unknown> | Refused> {
  const { journal, id: incident } = session;
  const current = session.record && missedPerson(session.record)?.person;
  const own = current !== undefined && isOwnName(session, current);
  const known = findPerson(journal.people(), name);
  if (name.trim() === '' || known?.id === current) return { ok: true, record: undefined };
  if (own && !known) return journal.updatePeople((people) => renamePerson(people, current, name));
  const id = known?.id ?? newPersonId();
  const people = await journal.updatePeople((all) => {
    const left = own ? dropPerson(all, current) : all;
    return known ? left : addPerson(left, id, name);
  });
  return people.ok ? journal.update(incident, (record) => missPerson(record, id, session.step())) : people;
}

/** Whether nobody but this incident uses a name, and it did not come from git. */
function isOwnName(session: ReflectionSession, person: string): boolean {
  const known = session.journal.people().people.find(({ id }) => id === person);
  const others = session.journal.entries().flatMap((entry) => (entry.state === 'ok' && entry.record.id !== session.id ? (entry.record.people ?? []) : []));
  return known !== undefined && (known.mails ?? []).length === 0 && others.every((each) => each.person !== person);
}

function newPersonId(): string {
  return `p-${newId()}`;
}

/** The name of the person who would have been missed; empty while it is not typed. */
export function personName(session: ReflectionSession): string {
  const person = session.record && missedPerson(session.record)?.person;
  return session.journal.people().people.find(({ id }) => id === person)?.name ?? '';
}
