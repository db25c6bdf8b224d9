import type { Incident, StoredEvidence } from '../journal/schema';
import type { GitEvidence } from './commit';
import type { ToldDocument } from '../found/documentClaim';
import { documentEntries } from './documentEntries';
import type { EvidenceEntry, Timeline } from './entry';
import { gitEntries } from './gitEntries';
import { everybodyIn } from './people';
import { recordEntries, storedEntry } from './recordEntries';
import { isAbout } from './stored';

/** More turning points than these are no points any more. */
const MOST_POINTS = 50;

/**
 * All that happened around an incident, by time: what the record says, what git says, and what the lead marked, hid or added. A
 * stored entry whose commit is gone still shows. Begins before the incident, and names no suspect: knowing the end makes every
 * beginning look like a cause.
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
  const inside = new Set(landings.filter(({ at }) => isBetween(at, start, end)).map(({ hash }) => hash)).size;
  return { entries: withFewPoints(entries), ...everybody, inside };
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

function touched(entry: EvidenceEntry, { id, hidden, moment }: StoredEvidence): EvidenceEntry {
  const marks = { ...(hidden === true && { hidden }), ...(moment === true && { moment, turningPoint: true }) };
  return { ...entry, storedId: entry.storedId ?? id, ...marks };
}

/** What comes first where times are equal: the beginning before all, the end behind all. */
const RANK: Partial<Record<EvidenceEntry['kind'], number>> = { began: -1, ended: 1 };

function byTime(a: EvidenceEntry, b: EvidenceEntry): number {
  const rank = (RANK[a.kind] ?? 0) - (RANK[b.kind] ?? 0);
  return Date.parse(a.at) - Date.parse(b.at) || rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Which turning points stay where there are too many: the lowest first. */
function weight({ source, kind, moment, fixCandidate }: EvidenceEntry): number {
  if (moment || (source !== 'git' && source !== 'document')) return 0;
  if (source === 'document') return 2;
  if (fixCandidate || kind === 'revert') return 1;
  return kind === 'tag' ? 2 : 3;
}

function withFewPoints(entries: readonly EvidenceEntry[]): EvidenceEntry[] {
  const points = entries.filter(({ turningPoint }) => turningPoint);
  const kept = new Set(points.sort((a, b) => weight(a) - weight(b)).slice(0, MOST_POINTS));
  return entries.map((entry) => (entry.turningPoint && !kept.has(entry) ? { ...entry, turningPoint: false } : entry));
}
