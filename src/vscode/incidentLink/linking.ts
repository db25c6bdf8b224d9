// Links to incidents: following one, and copying one. A bundle of its own: most windows never meet one.
import * as vscode from 'vscode';
import type { NotedMoment } from '../../core/incident/life';
import { isOpen } from '../../core/incident/life';
import type { Incident } from '../../core/journal/schema';
import { linkQuestion, nothingWords } from '../../core/incidentLink/effectWords';
import { linkEffect, separately, type Held, type LinkEffect } from '../../core/incidentLink/linkEffect';
import { LinkPace } from '../../core/incidentLink/linkPace';
import { readLink, type IncidentLink } from '../../core/incidentLink/readLink';
import type { Journal } from '../../store/journal';
import { refused, type Refused, type Saved } from '../../store/refusal';
import { shownTitle } from '../hiding';
import { part } from '../parts';
import { locale, newId } from '../place';
import type { PlacedJournal } from '../place/placedJournal';
import { plain } from '../plain';
import { saveOrSay } from '../saving';

const pace = new LinkPace();

/** Looks at a link that the editor was asked to open, and hands on what may be followed. Says in one sentence why another is not. */
export function meetLink(uri: vscode.Uri, follow: (link: IncidentLink) => unknown): unknown {
  const next = pace.next(Date.now());
  if (next === 'say') return void vscode.window.showWarningMessage(vscode.l10n.t('More than five links came within a minute. The others are not followed.'));
  if (next === 'drop') return undefined;
  // A sign that was not encoded ends what the editor takes for the query.
  const reading = readLink(uri.path, uri.fragment === '' ? uri.query : `${uri.query}#${uri.fragment}`, Date.now());
  return reading.ok ? follow(reading.link) : sayNot(reading.reason);
}

function sayNot(reason: string): void {
  void vscode.window.showWarningMessage(plain(vscode.l10n.t('The link was not followed. {0}', reason)));
}

let turn: Promise<unknown> = Promise.resolve();

/** Asks, and does what the lead wants, one link after another. Opens no reflection, and shows nothing that a link names. */
export function followLink(placed: PlacedJournal, link: IncidentLink): Promise<void> {
  const mine = turn.then(() => follow(placed, link));
  turn = mine.catch(() => undefined);
  return mine;
}

async function follow(placed: PlacedJournal, link: IncidentLink): Promise<void> {
  const journal = await placed.whereTo();
  if (!journal) return;
  await journal.load();
  await journal.whenLoaded;
  const moment = momentNow();
  const effect = linkEffect(link, held(journal), moment());
  if (!effect.ok) return sayNot(effect.reason);
  if (effect.act === 'none') return void vscode.window.showInformationMessage(plain(nothingWords(effect.record, locale(), Date.now())));
  const { message, detail, yes, apart } = linkQuestion(link, effect, locale(), Date.now());
  const answer = await vscode.window.showInformationMessage(message, { modal: true, detail }, yes, ...(apart === undefined ? [] : [apart]));
  if (answer === undefined) return;
  const attempt = answer === yes || effect.act === 'add' ? saving(journal, link, effect, moment) : savingApart(journal, link, effect, moment);
  void finish(journal, await attempt(), attempt);
}

function held(journal: Journal): Held {
  return { records: journal.records(), deleted: journal.deletedEntries().flatMap((entry) => (entry.state === 'ok' ? [entry.record] : [])) };
}

type Asked = Extract<LinkEffect, { readonly act: 'add' | 'change' }>;

type Attempt = () => Promise<Saved<Incident> | Refused>;

/** Another window may have changed the record since it was asked about: what the link does is worked out once more on what is in the file. */
function saving(journal: Journal, link: IncidentLink, effect: Asked, moment: () => NotedMoment): Attempt {
  if (effect.act === 'add') return () => journal.create(effect.record);
  return () =>
    journal.update(effect.before.id, (record) => {
      const again = linkEffect(link, { records: [record], deleted: [] }, moment());
      return again.ok && again.act === 'change' ? again.after : record;
    });
}

/** The new one first: nothing is lost where the second save fails, and the claim is in one of the two only. */
function savingApart(journal: Journal, link: IncidentLink, { before }: Extract<Asked, { readonly act: 'change' }>, moment: () => NotedMoment): Attempt {
  return async () => {
    const [, fresh] = separately(before, link, moment()) ?? [];
    if (!fresh) return refused('failed', vscode.l10n.t('The two could not be parted.'));
    const added = journal.has(fresh.id) ? { ok: true as const, record: fresh } : await journal.create(fresh);
    const kept = added.ok ? await journal.update(before.id, (record) => separately(record, link, moment())?.[0] ?? record) : added;
    return kept.ok ? added : kept;
  };
}

/** The next link does not wait for this: a notification may stay open for long. What is open has its clock to be seen by; the last plan comes up as after *Declare*. */
async function finish(journal: Journal, first: Saved<Incident> | Refused, attempt: Attempt): Promise<void> {
  let done: Saved<Incident> | Refused | undefined = first;
  const saved = await saveOrSay(async () => {
    const outcome = done ?? (await attempt());
    done = undefined;
    return outcome;
  });
  if (!saved) return;
  void vscode.window.showInformationMessage(vscode.l10n.t('Saved: “{0}”.', shownTitle(saved.title)));
  if (isOpen(saved)) await part('atCue').noteDeclared(journal, saved);
}

/** One moment for all tries, so that what is made keeps its ids. */
function momentNow(): () => NotedMoment {
  const now = new Date().toISOString();
  const made: string[] = [];
  return () => {
    let next = 0;
    return { now, locale: locale(), newId: () => (made[next++] ??= newId()) };
  };
}
