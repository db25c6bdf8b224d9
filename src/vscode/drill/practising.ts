// Which drill, and what it is made of. A bundle of its own: most windows never practise.
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Replayed } from '../../core/drill/fromIncident';
import { newDrill, storyAgain, type DrillStory } from '../../core/drill/story';
import type { FoundIncidents } from '../found/foundIncidents';
import { shownTitle } from '../hiding';
import { offer } from '../offer';
import { newId } from '../place';
import type { PlacedJournal } from '../place/placedJournal';
import { plain } from '../plain';
import { pick } from '../prompting/pick';
import { saveOrSay } from '../saving';
import { drillRows, mayReplay } from './drillRows';
import { replayDocument, replayIncident } from './replaying';

if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });

export interface Practising {
  readonly journal: PlacedJournal;
  /** The journal's folder. */
  readonly folder: vscode.Uri;
  readonly extension: vscode.Uri;
  readonly found: FoundIncidents;
}

/** Asks which drill, and opens it. */
export async function practise(practising: Practising): Promise<void> {
  await practising.journal.load();
  await practising.journal.whenLoaded;
  const rows = await drillRows(practising, {
    story: (story) => begin(practising, story),
    incident: async (incident) => beginWith(practising, incident.title, await replayIncident(incident)),
    document: async (incident) => beginWith(practising, incident.title, await replayDocument(incident)),
  });
  const title = vscode.l10n.t('Practise with a Drill');
  await pick(rows, { title, placeHolder: vscode.l10n.t('What do you want to go through, decision by decision?'), matchOnDescription: true, matchOnDetail: true });
}

/** Practises with one incident of the list: a drill once more, an own one, or one that a document tells of. Says what is missing where it cannot be. */
export async function practiseThis(practising: Practising, id: string | undefined): Promise<void> {
  if (id === undefined) return practise(practising);
  const { journal, found } = practising;
  const one = found.get(id);
  if (one) return beginWith(practising, one.incident.title, await replayDocument(one.incident));
  const entry = journal.get(id);
  if (entry?.state !== 'ok') return;
  const { record } = entry;
  const again = storyAgain(record);
  if (again) return begin(practising, again);
  if (mayReplay(record)) return beginWith(practising, record.title, await replayIncident(record));
  const look = vscode.l10n.t('Look Back at It');
  await offer(plain(vscode.l10n.t('{0} comes as a drill once you have looked back at it: before your guess, nothing of its evidence is shown.', shownTitle(record.title))), { [look]: () => vscode.commands.executeCommand('leadDebrief.openReflection', id) });
}

async function beginWith(practising: Practising, title: string, replayed: Replayed | undefined): Promise<void> {
  if (replayed?.story) return begin(practising, replayed.story);
  const another = vscode.l10n.t('Choose Another…');
  if (replayed) await offer(plain(`${shownTitle(title)}: ${replayed.missing}`), { [another]: () => vscode.commands.executeCommand('leadDebrief.practise') });
}

/** Makes its record, and opens it. */
async function begin({ journal }: Practising, story: DrillStory): Promise<void> {
  const record = newDrill(story, { now: new Date().toISOString(), newId });
  const created = await saveOrSay(() => journal.create(record));
  if (created) await vscode.commands.executeCommand('leadDebrief.openReflection', created.id); // its first save may have led to another journal
}
