import assert from 'node:assert/strict';
import { documentClaim, toldBy } from '../../../src/core/found/documentClaim';
import { readIncidentDocument } from '../../../src/core/documents/read';
import { findings } from '../../../src/core/found/findings';
import type { Claim } from '../../../src/core/journal/schema';
import type { Circumstances } from '../../../src/core/prompting/scene';
import { readPromptSettings } from '../../../src/core/prompting/settings';
import { claimOfSignal, onlyListedClaim } from '../../../src/core/signals/signalClaim';
import { takeTurn } from '../../../src/vscode/prompting/turn';

/** A Friday, at a moment in which nothing holds a question back. */
const NOW = Date.parse('2026-05-15T12:00:00Z');
const { settings } = readPromptSettings(() => undefined);
const locale = { zone: 'UTC', language: 'en' };

const document = (day = '2026-05-14', [began, seen, ended] = ['14:05', '14:20', '15:40']): Claim => {
  const read = readIncidentDocument('docs/pager.md', `# The pager was silent\n\n**Date:** ${day}\n\n## Impact\n\nNobody could buy.\n\n## Timeline\n\nAll times in UTC.\n\n- ${began} The first alert fires\n- ${seen} The pool is full\n- ${ended} Resolved\n\n## Root cause\n\nA pool.\n`);
  const claim = documentClaim(toldBy('shop/docs/pager.md', read), undefined, NOW);
  assert.ok(claim);
  return claim;
};
const signal = (decision: 'prompt' | 'list'): Claim =>
  claimOfSignal({ decision, score: 1, triggers: ['incidentMention'], mark: 'a', hash: 'a'.repeat(40), subject: 'Drop the index that caused an outage', at: '2026-05-14T10:00:00Z' }, { id: 'signal0001', locale, now: NOW });

describe('what was found is asked about', () => {
  const judged = (claims: readonly Claim[], more: Partial<Circumstances> = {}): readonly (readonly [string, string, string])[] => {
    const records = findings([], [], claims, NOW).found.map(({ incident }) => incident);
    const { verdict } = takeTurn({ records, history: { state: 'read', history: { format: 1, asked: [] } }, settings, zone: 'UTC', now: NOW, moment: { windowActive: true, debugging: false }, ...more });
    return verdict.incidents.map(({ incident, act, reason }) => [incident.title, act, reason.code] as const);
  };
  const asked = (...claims: readonly Claim[]) => judged(claims);
  const becomes = (claim: Claim, more: Partial<Circumstances>) => judged([claim], more)[0]?.slice(1);

  it('where a document tells of it, under the rules of every incident', () => {
    assert.deepEqual(asked(document()), [['The pager was silent', 'ask', 'ready']]);
  });

  it('where git is sure enough; what is only inferred stays in the list, and so does what needs a sign that was twice no incident', () => {
    assert.deepEqual(asked(signal('prompt')), [['Drop the index that caused an outage', 'ask', 'ready']]);
    for (const claim of [signal('list'), onlyListedClaim(signal('prompt'))]) assert.deepEqual(asked(claim), [['Drop the index that caused an outage', 'list', 'inferred']]);
  });

  it('not before 10:30 where it ended in the night, not while somebody types, not in a window that is behind, and three times in seven days at most', () => {
    const night = document('2026-05-15', ['01:05', '01:20', '03:40']);
    assert.deepEqual(becomes(night, { now: Date.parse('2026-05-15T10:29:00Z') }), ['wait', 'night']);
    assert.deepEqual(becomes(night, { now: Date.parse('2026-05-15T10:30:00Z') }), ['ask', 'ready']);
    assert.deepEqual(becomes(document(), { moment: { windowActive: true, debugging: false, lastTypedAt: NOW - 60_000 } }), ['wait', 'typing']);
    assert.deepEqual(becomes(document(), { moment: { windowActive: false, debugging: false } }), ['wait', 'windowInactive']);
    const before = ['2026-05-11', '2026-05-12', '2026-05-13'].map((day) => ({ incident: day, times: [`${day}T12:00:00Z`], answer: 'skip' as const, answered: `${day}T12:01:00Z` }));
    assert.deepEqual(becomes(document(), { history: { state: 'read', history: { format: 1, asked: before } } }), ['wait', 'weekFull']);
    assert.deepEqual(becomes(document(), { history: { state: 'read', history: { format: 1, asked: before.slice(1) } } }), ['ask', 'ready']);
    assert.deepEqual(becomes(document('2026-05-06'), {}), ['list', 'tooOld']);
  });
});
