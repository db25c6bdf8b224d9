import { personNamed } from '../../core/deep/members';
import { addPerson, findPerson } from '../../core/journal/people';
import type { Incident } from '../../core/journal/schema';
import type { Step } from '../../core/reflection/step';
import type { ReflectionSession } from '../reflection/session';

type PersonChange = (record: Incident, person: string, step: Step) => Incident;

/**
 * Changes the record about somebody, by name or alias. Whom the people file does not know goes into it first, with the addresses that git has:
 * the record holds only an id.
 */
export async function changeOfPerson(session: ReflectionSession, words: string, change: PersonChange): Promise<boolean> {
  const name = words.trim();
  if (name === '') return false;
  const { journal } = session;
  const mails = session.mailsOf(name);
  const known = whom(session, name);
  const apply = (person: string) => (record: Incident, step: Step): Incident => change(record, person, step);
  if (known !== undefined) return session.change(apply(known));
  const id = `p-${session.step().newId()}`;
  const save = async () => {
    const people = await journal.updatePeople((all) => (findPerson(all, name, mails) ? all : addPerson(all, id, name, mails)));
    if (!people.ok) return people;
    const person = findPerson(people.record, name, mails)?.id ?? id;
    return journal.update(session.id, (record) => change(record, person, session.step()));
  };
  return session.unsaved.add({ save });
}

function whom(session: ReflectionSession, name: string): string | undefined {
  const people = session.journal.people();
  const mails = session.mailsOf(name);
  return (mails.length > 0 ? findPerson(people, name, mails) : personNamed(people.people, name))?.id;
}
