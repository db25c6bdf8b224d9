import * as l10n from '@vscode/l10n';
import type { Commit, GitEvidence, Landing, Signature } from '../evidence/commit';
import type { Incident, People } from '../journal/schema';
import { FORMAT } from '../journal/values';
import { BEHAVIOUR_TABLE } from '../reflection/behaviours';

/** A made-up incident, and one before it whose plan is asked about first. Nobody in it is real, and nothing of it happened. */
export interface Story {
  /** The incident to look back at. */
  readonly incident: Incident;
  readonly before: Incident;
  readonly people: People['people'];
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** How long it took, in minutes. */
const LENGTH = 95;
const NAMES: Readonly<Record<'priya' | 'mei' | 'sam', Signature>> = {
  priya: { name: 'Priya Nair', mail: 'priya@example.org' },
  mei: { name: 'Mei Lin', mail: 'mei@example.org' },
  sam: { name: 'Sam Okafor', mail: 'sam@example.org' },
};

/**
 * Tells the story anew, with times of yesterday. Its two titles say that it is made up, wherever they are shown.
 * @param now the clock, in milliseconds
 */
export function madeUpStory(now: number, newId: () => string): Story {
  const mei = `p-${newId()}`;
  return { incident: yesterday(now, newId), before: lastMonth(now, newId, mei), people: [{ id: mei, name: NAMES.mei.name, mails: [NAMES.mei.mail] }] };
}

/** A time so many minutes after the incident began. */
function timeIn(start: number): (minutes: number) => string {
  return (minutes) => new Date(start + minutes * MINUTE).toISOString().replace('.000Z', 'Z');
}

function wholeMinutes(time: number): number {
  return Math.floor(time / MINUTE) * MINUTE;
}

function yesterday(now: number, newId: () => string): Incident {
  const at = timeIn(wholeMinutes(now - DAY));
  return {
    format: FORMAT,
    id: newId(),
    title: l10n.t('Checkout stands still (made up)'),
    window: { start: at(0), end: at(LENGTH), startFrom: 'person', endFrom: 'person' },
    severity: 'sev2',
    role: 'commander',
    kind: 'real',
    claims: [{ id: newId(), source: 'person', seen: at(LENGTH) }],
    incidentNotes: [
      { id: newId(), at: at(18), text: l10n.t('Support: two shops say that customers pay twice') },
      { id: newId(), at: at(61), text: l10n.t('Handed over to Priya for ten minutes') },
    ],
    foresight: [
      { id: newId(), at: at(9), belief: l10n.t('The new connection pool is too small. Going back will clear it.'), sure: 70, next: l10n.t('Errors fall within five minutes of the revert.') },
      { id: newId(), at: at(44), belief: l10n.t('It is the retries. Each order asks five times.'), sure: 55, next: l10n.t('The queue gets shorter once retries are capped.') },
    ],
  };
}

/** Finished a month ago, so that there is a plan to ask about. */
function lastMonth(now: number, newId: () => string, mei: string): Incident {
  const at = timeIn(wholeMinutes(now - 30 * DAY));
  const [named, after] = [newId(), at(DAY / MINUTE)];
  return {
    format: FORMAT,
    id: newId(),
    title: l10n.t('Search lags behind (made up)'),
    window: { start: at(0), end: at(50), startFrom: 'person', endFrom: 'person' },
    role: 'commander',
    kind: 'real',
    outcome: 'clean',
    claims: [{ id: newId(), source: 'person', seen: at(50) }],
    people: [{ id: named, person: mei, marks: ['corrected'], note: l10n.t('She saw that only one half of the hosts was slow.') }],
    reflection: {
      path: 'short',
      started: after,
      finished: after,
      screen: 'summary',
      guess: { best: 'C1', costly: 'C4' },
      person: named,
      ratings: [{ id: newId(), at: after, behaviour: 'C4', table: BEHAVIOUR_TABLE, anchor: 2, evidence: l10n.t('I kept to the first idea for half an hour.') }],
    },
    plan: { id: newId(), cue: l10n.t('the same graph for the third time without a new idea'), act: l10n.t('ask one person to argue for another cause'), made: after },
  };
}

/** What git would say about it, were there a repository. */
export function madeUpGit({ window }: Pick<Incident, 'window'>): GitEvidence {
  const at = timeIn(Date.parse(window.start));
  const pool = landing(1, at(-14), NAMES.sam, l10n.t('checkout: halve the connection pool (#412)'));
  const landings: readonly Landing[] = [
    landing(5, at(150), NAMES.mei, l10n.t('docs: what to look at first when the queue rises (#417)')),
    landing(4, at(83), NAMES.priya, l10n.t('checkout: ask again at most twice (#416)')),
    landing(3, at(36), NAMES.sam, l10n.t('checkout: log how often an order is asked for (#415)')),
    { ...landing(2, at(21), NAMES.mei, `Revert "${pool.subject}"`), body: `This reverts commit ${pool.hash}.` },
    pool,
  ];
  return { repositories: [{ name: 'checkout', root: '', landings, earlier: [], tags: [] }] };
}

/** As a hash looks; no commit has it. */
const hashOf = (number: number): string => (0x4c9e2f17 + number * 0x1d3b5a71).toString(16).padStart(8, '0').slice(-8).repeat(5);

function landing(number: number, at: string, author: Signature, subject: string): Landing {
  const commit: Commit = { hash: hashOf(number), parents: [hashOf(0)], author, at, subject, body: '', coAuthors: [] };
  return { ...commit, merged: [] };
}
