import assert from 'node:assert/strict';
import { documentClaim, toldBy } from '../../../src/core/found/documentClaim';
import { readIncidentDocument } from '../../../src/core/documents/read';
import { findings } from '../../../src/core/found/findings';
import type { Claim } from '../../../src/core/journal/schema';
import { readPromptSettings } from '../../../src/core/prompting/settings';
import { claimOfSignal, onlyListedClaim } from '../../../src/core/signals/signalClaim';
import { takeTurn } from '../../../src/vscode/prompting/turn';

/** A Friday, at a moment in which nothing holds a question back. */
const NOW = Date.parse('2026-05-15T12:00:00Z');
const { settings } = readPromptSettings(() => undefined);
const locale = { zone: 'UTC', language: 'en' };

const document = (): Claim => {
  const read = readIncidentDocument('docs/pager.md', '# The pager was silent\n\n**Date:** 2026-05-14\n\n## Impact\n\nNobody could buy.\n\n## Timeline\n\nAll times in UTC.\n\n- 14:05 The first alert fires\n- 14:20 The pool is full\n- 15:40 Resolved\n\n## Root cause\n\nA pool.\n');
  const claim = documentClaim(toldBy('shop/docs/pager.md', read), undefined, NOW);
  assert.ok(claim);
  return claim;
};
const signal = (decision: 'prompt' | 'list'): Claim =>
  claimOfSignal({ decision, score: 1, triggers: ['incidentMention'], mark: 'a', hash: 'a'.repeat(40), subject: 'Drop the index that caused an outage', at: '2026-05-14T10:00:00Z' }, { id: 'signal0001', locale, now: NOW });

describe('what was found is asked about', () => {
  const asked = (...claims: readonly Claim[]): readonly (readonly [string, string, string])[] => {
    const records = findings([], [], claims, NOW).found.map(({ incident }) => incident);
    const { verdict } = takeTurn({ records, history: { state: 'read', history: { format: 1, asked: [] } }, settings, zone: 'UTC', now: NOW, moment: { windowActive: true, debugging: false } });
    return verdict.incidents.map(({ incident, act, reason }) => [incident.title, act, reason.code] as const);
  };

  it('where a document tells of it, under the rules of every incident', () => {
    assert.deepEqual(asked(document()), [['The pager was silent', 'ask', 'ready']]);
  });

  it('where git is sure enough; what is only inferred stays in the list, and so does what needs a sign that was twice no incident', () => {
    assert.deepEqual(asked(signal('prompt')), [['Drop the index that caused an outage', 'ask', 'ready']]);
    for (const claim of [signal('list'), onlyListedClaim(signal('prompt'))]) assert.deepEqual(asked(claim), [['Drop the index that caused an outage', 'list', 'inferred']]);
  });
});
