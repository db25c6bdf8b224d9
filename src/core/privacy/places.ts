import * as l10n from '@vscode/l10n';
import type { PlaceFacts, PlaceId, PrivacyFacts } from './facts';
import { finding, type Finding } from './state';

/** Programs that copy a folder to other machines, by what their folders are called. */
const CLOUDS: readonly (readonly [name: string, folder: RegExp])[] = [
  ['Dropbox', /[\\/]Dropbox(?: \([^\\/]*\))?[\\/]/i],
  ['OneDrive', /[\\/]OneDrive(?: - [^\\/]*)?[\\/]/i],
  ['iCloud', /[\\/]Mobile Documents[\\/]|[\\/]iCloud ?Drive[\\/]/i],
  ['Google Drive', /[\\/](?:GoogleDrive|Google Drive|My Drive)[^\\/]*[\\/]/i],
  ['Nextcloud', /[\\/](?:Nextcloud|ownCloud)[\\/]/i],
  ['Syncthing', /[\\/]Syncthing[\\/]/i],
];

const placeTexts = (): Readonly<Record<PlaceId, string>> => ({
  journal: l10n.t('The journal: every answer, rating, note and name.'),
  backups: l10n.t('Second copies of the journal, in the editor’s own folder: the last good one of each file, and what it held on earlier days, for 30 days and up to 20 MB.'),
  asked: l10n.t('When you were asked to look back, and what you answered to that. No text of yours.'),
  left: l10n.t('The journal was here before it was moved. Nothing reads it any more; you can delete it.'),
});

/** Where the files are. */
export function placeFindings({ places, founded, noJournal, people }: PrivacyFacts): readonly Finding[] {
  const found = places.map((place, number) => placeFinding(place, number, founded));
  const names = people > 0 && noJournal === undefined ? [peopleFinding(people)] : [];
  return [...found, ...names, ...places.flatMap(cloudFinding)];
}

function placeFinding({ id, path, access }: PlaceFacts, number: number, founded: boolean): Finding {
  const notYet = id === 'journal' && !founded ? [l10n.t('Nothing was saved yet. The first save makes this folder, readable by you alone and ignored by git.')] : [];
  const text = placeTexts()[id];
  if (access.kind === 'none') return finding('info', text, { details: [path, ...notYet] });
  return finding(id === 'left' ? 'look' : 'info', text, { details: notYet, place: { number, path } });
}

function peopleFinding(people: number): Finding {
  const text = people === 1 ? l10n.t('One person is named, in debrief-people.json and in what you wrote.') : l10n.t('{0} people are named, in debrief-people.json and in what you wrote.', people);
  return finding('info', text, { action: { id: 'replaceName', words: l10n.t('Replace a Name by an Alias…') } });
}

function cloudFinding({ path, access }: PlaceFacts): readonly Finding[] {
  const cloud = access.kind === 'none' ? undefined : CLOUDS.find(([, folder]) => folder.test(path))?.[0];
  if (cloud === undefined) return [];
  return [finding('look', l10n.t('{0} seems to lie in a folder of {1}, which copies it to other machines.', path, cloud), { details: [l10n.t('Lead Debrief cannot see whether it does. Another place can be chosen in the setting “leadDebrief.journal.location”.')] })];
}
