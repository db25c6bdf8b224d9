import { typeWhy } from '../../core/plan/why';
import type { TextField } from '../../core/protocol';
import { typeText, type TypedText } from '../../core/reflection/clashes';
import type { Refused, Saved } from '../../store/refusal';
import { saveTypedName } from './naming';
import type { ReflectionSession } from './session';
import type { TypedSince } from './unsaved';

const NOTHING: Saved<undefined> = { ok: true, record: undefined };

/** Saves typed texts where each belongs: in the record, in the record of the last plan, or in the people file. */
export async function textsToSave(session: ReflectionSession, texts: ReadonlyMap<TextField, TypedSince>): Promise<Saved<unknown> | Refused> {
  const own: TypedText[] = [];
  for (const [field, typed] of texts) {
    if (field !== 'ledger.why' && field !== 'person.name') own.push({ field, ...typed });
  }
  const name = texts.get('person.name');
  const results = [
    await saveOwn(session, own),
    await saveWhy(session, texts.get('ledger.why')),
    name ? await saveTypedName(session, name) : NOTHING,
  ];
  return results.find((result) => !result.ok) ?? NOTHING;
}

async function saveOwn(session: ReflectionSession, own: readonly TypedText[]): Promise<Saved<unknown> | Refused> {
  if (own.length === 0) return NOTHING;
  return session.journal.update(session.id, (record) => own.reduce((before, typed) => typeText(before, typed, session.step()), record));
}

async function saveWhy(session: ReflectionSession, why: TypedSince | undefined): Promise<Saved<unknown> | Refused> {
  const { last } = session;
  if (!why || !last) return NOTHING;
  return session.journal.update(last.incident.id, (record) => typeWhy(record, session.id, why));
}
