import * as l10n from '@vscode/l10n';
import type { AccessFacts, PlaceFacts, PlaceId, PrivacyFacts } from './facts';
import { shellWord } from './shell';
import { finding, type Finding } from './state';

const names = (): Readonly<Record<PlaceId, string>> => ({
  journal: l10n.t('The journal'),
  backups: l10n.t('The second copies'),
  asked: l10n.t('What was asked'),
  left: l10n.t('The folder that was left'),
});

/** Who on this machine can read the files, by their modes. */
export function readerFindings({ places, platform }: PrivacyFacts): readonly Finding[] {
  const found = places.filter(({ access }) => access.kind !== 'none');
  if (found.length === 0) return [finding('info', l10n.t('There is no file yet that anybody could read.'))];
  if (found.some(({ access }) => access.kind === 'windows')) return [onWindows()];
  const always = finding('info', l10n.t('Whoever administers this machine can read everything on it, and so can each program that you run: other extensions, and assistants that work in this editor.'), {
    details: [l10n.t('Not checked: access lists beside the modes, folders that are shared over the network, and whether the disk is encrypted. Drives without modes of their own (FAT, network drives) show made-up ones.')],
  });
  return [...found.map((place) => placeReaders(place, platform)), always];
}

function onWindows(): Finding {
  return finding('unknown', l10n.t('Not checked on Windows: who can read a file is in access lists there, which Lead Debrief does not read.'), {
    details: [l10n.t('In the Explorer: Properties of the folder, Security. A folder in your own profile is normally readable by you and by administrators.')],
  });
}

type Modes = Extract<AccessFacts, { kind: 'modes' }>;

function placeReaders({ id, path, access }: PlaceFacts, platform: string): Finding {
  const name = names()[id];
  if (access.kind !== 'modes') return finding('unknown', l10n.t('{0}: not all of it could be looked at, because you may not list it.', name), { details: [path] });
  const details = access.foreign > 0 ? [l10n.t('{0} of its files belong to another user of this machine, who can read them.', access.foreign)] : [];
  const sentence = whoElse(access);
  if (sentence === undefined && access.foreign === 0) return finding('fine', l10n.t('{0}: only you.', name));
  const steps = [{ text: l10n.t('To leave them to yourself alone:'), commands: [`chmod -R go-rwx ${shellWord(path, platform)}`] }];
  return finding('look', l10n.t('{0}: {1}', name, sentence ?? l10n.t('you and another user.')), { details, steps });
}

/** Who beside the owner; undefined where nobody. */
function whoElse({ files, group, others, groupLists, othersList }: Modes): string | undefined {
  if (others > 0) return l10n.t('everybody who has an account on this machine can read {0} of {1} files.', others, files);
  if (group > 0) return l10n.t('the members of a group of users can read {0} of {1} files.', group, files);
  if (othersList > 0) return l10n.t('everybody who has an account on this machine can list the names of its files, which hold titles, and not what is in them.');
  if (groupLists > 0) return l10n.t('the members of a group of users can list the names of its files, which hold titles, and not what is in them.');
  return undefined;
}
