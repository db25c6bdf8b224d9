import assert from 'node:assert/strict';
import { isListOnly, listOnlyTriggers, news, readMemory, refuse, remember, rememberPast, takeBackRefusal, withPast, type RepositoryMemory } from '../../../src/core/signals/repositoryMemory';
import type { Signal } from '../../../src/core/signals/signal';

const hash = (sign: string): string => sign.repeat(40);
const NOW = Date.UTC(2026, 4, 15);
const signal = (sign: string, more: Partial<Signal> = {}): Signal => ({
  mark: `2026-05-14T14:00:00Z change ${sign}`, hash: hash(sign), subject: `change ${sign}`, at: '2026-05-14T14:00:00Z', decision: 'prompt', score: 1, triggers: ['incidentMention'], ...more,
});
const look = (signals: readonly Signal[], memory?: RepositoryMemory): RepositoryMemory => remember(memory, { tip: hash('f'), now: NOW, signals, production: {} });

describe('what is remembered of a repository', () => {
  it('makes nothing news twice, also when a force push rewrote it', () => {
    const memory = look([signal('a'), signal('b')]);
    assert.deepEqual(news([signal('a'), signal('b', { hash: hash('c') }), signal('d')], memory).map(({ hash: each }) => each), [hash('d')]);
    assert.deepEqual(look([signal('a')], memory).said.length, 2);
  });

  it('tells production going back to a commit from the commit', () => {
    const memory = look([signal('a')]);
    const back = signal('a', { mark: '2026-05-14T15:00:00Z production-2 production-3', wentBack: { from: 'production-2', to: 'production-3' } });
    assert.deepEqual(news([back], memory), [back]);
    assert.deepEqual(news([back], look([back], memory)), []);
  });

  it('lists a trigger that was twice no incident, about two commits, until that is taken back', () => {
    const said = look([signal('a'), signal('b', { triggers: ['quickRevert', 'incidentMention', 'planned'] })]);
    const once = refuse(refuse(said, hash('a')), hash('a'));
    assert.deepEqual(listOnlyTriggers(once), []);
    const twice = refuse(once, hash('b'));
    assert.deepEqual(listOnlyTriggers(twice), ['incidentMention']);
    assert.deepEqual(listOnlyTriggers(takeBackRefusal(twice, hash('b'))), []);
    assert.deepEqual(listOnlyTriggers(look([signal('c')], twice)), ['incidentMention']);
    assert.equal(refuse(twice, hash('e')), twice, 'never said');
  });

  it('what was said before is only listed then, too, unless enough else speaks for it', () => {
    const memory = look([signal('a'), signal('b'), signal('c'), signal('d', { triggers: ['emergency', 'incidentMention'] }), signal('e', { triggers: ['quickRevert', 'incidentMention'] })]);
    const twice = refuse(refuse(memory, hash('a')), hash('b'));
    assert.deepEqual(['c', 'd', 'e', 'f'].map((sign) => isListOnly(twice, hash(sign))), [true, false, true, false]);
    assert.equal(isListOnly(takeBackRefusal(twice, hash('b')), hash('c')), false);
  });

  it('is bounded, and survives being stored', () => {
    const many = Array.from({ length: 700 }, (_, number) => signal('a', { mark: `mark ${number}`, hash: number.toString(16).padStart(40, '0') }));
    const memory = look(many);
    assert.equal(memory.said.length, 500);
    assert.equal(memory.said.at(-1)?.mark, 'mark 699');
    assert.deepEqual(readMemory(JSON.parse(JSON.stringify(memory))), memory);
  });

  it('holds what was found in the past too, which is forgotten first, and the document that a commit brought', () => {
    const memory = look([signal('c')]);
    const past = rememberPast(memory, [signal('c'), signal('b', { document: 'docs/b.md' }), signal('a')]);
    assert.deepEqual(past.said.map(({ hash: each, document }) => [each[0], document]), [['a', undefined], ['b', 'docs/b.md'], ['c', undefined]]);
    const later = look([signal('d')], memory);
    assert.deepEqual(withPast(later, past.said).said.map(({ hash: each }) => each[0]), ['a', 'b', 'c', 'd']);
    assert.equal(withPast(later, memory.said), later);
    const many = Array.from({ length: 700 }, (_, number) => signal('a', { mark: `mark ${number}` }));
    assert.deepEqual([rememberPast(memory, many).said.length, rememberPast(memory, many).said.at(-1)], [500, memory.said[0]]);
  });

  it('is none where it cannot be read', () => {
    for (const broken of [undefined, null, 7, {}, { ...look([]), tip: '--output=x' }, { ...look([]), format: 2 }]) assert.equal(readMemory(broken), undefined);
  });
});
