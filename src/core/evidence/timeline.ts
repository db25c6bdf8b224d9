import * as l10n from '@vscode/l10n';
import { withField } from '../journal/fields';
import type { Incident, StoredEvidence } from '../journal/schema';
import type { GitEvidence, RepositoryEvidence } from './commit';
import type { ToldDocument } from '../found/documentClaim';
import { documentEntries } from './documentEntries';
import type { EvidenceEntry, Timeline } from './entry';
import { gitEntries } from './gitEntries';
import { ownHands } from './ownHands';
import { everybodyIn } from './people';
import { priorChanges } from './priorChanges';
import { recordEntries, storedEntry } from './recordEntries';
import { isAbout } from './stored';

/** More turning points than these are no points any more. */
const MOST_POINTS = 50;

/**
 * All that happened around an incident, by time: what the record says, what git says, and what the lead marked, hid or added. A
 * stored entry whose commit is gone still shows. Begins before the incident, and names no suspect among its entries: knowing the end
 * makes every beginning look like a cause.
 * @param git what git said about the window, or undefined where nothing was read
 * @param documents what the documents of its claims tell
 */
export function timeline(record: Incident, git: GitEvidence | undefined, documents: readonly ToldDocument[] = []): Timeline {
  const repositories = git?.repositories ?? [];
  const landings = repositories.flatMap((repository) => repository.landings);
  const everybody = everybodyIn(landings);
  const live = [...recordEntries(record), ...documentEntries(documents), ...gitEntries({ repositories }, record.window.start, everybody)];
  const entries = withStored(live, record.evidence ?? []).sort(byTime);
  const { start, end = start } = record.window;
  const inside = [...new Map(landings.filter(({ at }) => isBetween(at, start, end)).map((landing) => [landing.hash, landing])).values()];
  const several = new Set(entries.flatMap(({ repository = [] }) => repository)).size > 1;
  const [narrowed, hands, prior] = [narrowedWords(repositories), ownHands({ repositories }, inside, everybody, record), priorChanges({ repositories }, start)];
  return {
    entries: withFewPoints(entries),
    ...everybody,
    inside: inside.length,
    ...(several && { several }),
    ...(narrowed.length > 0 && { narrowed }),
    ...(hands !== undefined && { ownHands: hands }),
    ...(prior && { prior }),
  };
}

/** How much of each repository is shown at first, and what says so. */
function narrowedWords(repositories: readonly RepositoryEvidence[]): readonly string[] {
  return repositories.flatMap(({ name, landings, own }) => {
    if (!own) return [];
    const count = landings.filter(({ hash }) => own.landings.has(hash)).length;
    return count === 1 ? l10n.t('1 of {0} changes in {1} touches your paths, as {2} has them.', landings.length, name, own.rule) : l10n.t('{0} of {1} changes in {2} touch your paths, as {3} has them.', count, landings.length, name, own.rule);
  });
}

function isBetween(at: string, start: string, end: string): boolean {
  return Date.parse(at) >= Date.parse(start) && Date.parse(at) <= Date.parse(end);
}

function withStored(live: readonly EvidenceEntry[], stored: readonly StoredEvidence[]): EvidenceEntry[] {
  const rest = new Set(stored);
  const merged = live.map((entry) => {
    const own = stored.filter((each) => isAbout(each, entry));
    for (const each of own) rest.delete(each);
    return own.reduce(touched, entry);
  });
  return [...merged, ...[...rest].map((each) => touched(storedEntry(each), each))];
}

/** With what the lead did to it. What was touched is shown wherever its paths are. */
function touched(live: EvidenceEntry, { id, hidden, moment, decision }: StoredEvidence): EvidenceEntry {
  const marks = { ...(hidden === true && { hidden }), ...(moment === true && { moment, turningPoint: true }), ...(decision === true && { decision }) };
  const entry = withField<EvidenceEntry, 'elsewhere'>(live, 'elsewhere', undefined);
  return { ...entry, storedId: entry.storedId ?? id, ...marks };
}

/** What comes first where times are equal: the beginning before all, the end behind all. */
const RANK: Partial<Record<EvidenceEntry['kind'], number>> = { began: -1, ended: 1 };

function byTime(a: EvidenceEntry, b: EvidenceEntry): number {
  const rank = (RANK[a.kind] ?? 0) - (RANK[b.kind] ?? 0);
  return Date.parse(a.at) - Date.parse(b.at) || rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Which turning points stay where there are too many: the lowest first. */
function weight({ source, kind, moment, fixCandidate, elsewhere }: EvidenceEntry): number {
  if (moment || (source !== 'git' && source !== 'document')) return 0;
  if (elsewhere) return 4;
  if (source === 'document') return 2;
  if (fixCandidate || kind === 'revert') return 1;
  return kind === 'tag' ? 2 : 3;
}

function withFewPoints(entries: readonly EvidenceEntry[]): EvidenceEntry[] {
  const points = entries.filter(({ turningPoint }) => turningPoint);
  const kept = new Set(points.sort((a, b) => weight(a) - weight(b)).slice(0, MOST_POINTS));
  return entries.map((entry) => (entry.turningPoint && !kept.has(entry) ? { ...entry, turningPoint: false } : entry));
}
