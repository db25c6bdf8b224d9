import * as vscode from 'vscode';
import { chooseView, noteAsked, openView, requestWords } from '../../core/deep/outsideView';
import { nextSeek } from '../../core/deep/personParts';
import type { RequestWay } from '../../core/deep/places';
import { coach, sayOfMember } from '../../core/deep/members';
import { leaveSection, openPlace, placeBeside } from '../../core/deep/progress';
import { deepPlace, sectionToGoOn } from '../../core/deep/sections';
import { markDecision } from '../../core/evidence/marks';
import { replaceSeek } from '../../core/growth/seek';
import type { ReflectionMessage } from '../../core/protocol';
import { locale, newId } from '../place';
import type { DeepOnly } from '../reflection/handlers';
import type { ReflectionSession } from '../reflection/session';
import { changeOfPerson } from './naming';

type Handler<Type> = (session: ReflectionSession, message: Extract<ReflectionMessage, { type: Type }>) => unknown;
type Handlers = { readonly [Type in DeepOnly | 'next' | 'skip' | 'back']: Handler<Type> };

/** What the page of the deep path asks for, and what is otherwise there than on the screens. Complete by type. */
const handlers: Handlers = {
  next: (session) => walk(session, 1),
  skip: (session) => walk(session, 1),
  back: (session) => walk(session, -1),
  decision: (session, { key, on }) => {
    const entry = session.entry(key);
    return entry && session.change((record, step) => markDecision(record, entry, on, step));
  },
  member: (session, { name, does, on }) => changeOfPerson(session, name, (record, person, step) => sayOfMember(record, person, does, on, step)),
  coach: (session, { name }) => (name === null ? session.change((record, step) => coach(record, undefined, step)) : changeOfPerson(session, name, coach)),
  askWhom: (session, { name }) => {
    if (name === null) return session.change((record, step) => chooseView(record, 'person', undefined, step));
    return changeOfPerson(session, name, (record, person, step) => chooseView(record, 'person', person, step));
  },
  askAbout: (session, { behaviour }) => session.change((record, step) => chooseView(record, 'behaviour', behaviour ?? undefined, step)),
  request: (session, { by }) => request(session, by),
  seekNext,
  shareCard: ({ id }) => vscode.commands.executeCommand('leadDebrief.share', { incident: { id }, card: true }),
};

/** Does what one intent asks for, where the deep path does it otherwise. Resolves to whether it does. */
export async function handleDeep(session: ReflectionSession, message: ReflectionMessage): Promise<boolean> {
  if (!Object.hasOwn(handlers, message.type)) return false;
  const handler = handlers[message.type as keyof Handlers] as Handler<string>;
  await handler(session, message as never);
  return true;
}

/** To the section behind, or before, once all is on disk. */
function walk(session: ReflectionSession, step: 1 | -1): Promise<boolean> {
  return session.go((record, at) => {
    const place = deepPlace(record) ?? 'list';
    const left = step === 1 && place !== 'list' && place !== 'card' ? leaveSection(record, place, at) : record;
    return openPlace(left, place === 'list' && step === 1 ? sectionToGoOn(record) : placeBeside(place, step), at);
  });
}

/** The two lines go to the clipboard, or into a mail that the lead sends: nothing is sent from here. */
async function request(session: ReflectionSession, by: RequestWay): Promise<void> {
  const { record, journal } = session;
  const open = record && openView(record);
  if (!record || open?.behaviour === undefined) return;
  const words = requestWords(record, open.behaviour, locale(), Date.now());
  if (by === 'copy') await vscode.env.clipboard.writeText(words);
  else {
    const mail = journal.people().people.find(({ id }) => id === open.person)?.mails?.[0] ?? '';
    if (!(await openMail(mail, record.title, words))) return;
  }
  await session.change(noteAsked);
}

/** Opens a mail that is written already in the person's mail program. Resolves to whether the editor passed it on. */
function openMail(to: string, subject: string, body: string): Thenable<boolean> {
  const fields = new URLSearchParams({ subject, body: body.replaceAll('\n', '\r\n') }).toString().replaceAll('+', '%20');
  // A text, which the editor passes on as it is: of a Uri it undoes the encoding, and a subject would end at its first & or #.
  return vscode.env.openExternal(`mailto:${encodeURIComponent(to)}?${fields}` as unknown as vscode.Uri);
}

/** What was written about the next situation becomes what the journal seeks next. */
async function seekNext(session: ReflectionSession): Promise<void> {
  if (!(await session.unsaved.flush())) return;
  const { record, journal } = session;
  const seek = record && nextSeek(record);
  if (!seek) return;
  const step = { now: new Date().toISOString(), newId };
  await session.unsaved.add({ save: () => journal.updateFacts((facts) => replaceSeek(facts, seek, step)) });
}
