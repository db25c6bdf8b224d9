import assert from 'node:assert/strict';
import { endedWords, nextOf } from '../../../src/core/growth/next';
import type { Incident } from '../../../src/core/journal/schema';
import { finished, iso, LOCALE, NOW, waiting } from './records';

const HOUR = 3_600_000;
const next = (records: readonly Incident[]): ReturnType<typeof nextOf> => nextOf(records, LOCALE, NOW);

function draft(id: string, day: number, screen: string): Incident {
  const start = NOW - day * 24 * HOUR;
  return { ...waiting(id), window: { start: iso(start), end: iso(start + HOUR) }, reflection: { path: 'short', started: iso(start + 2 * HOUR), screen, skipped: ['guess'] } };
}

describe('what can be done next', () => {
  it('is drafts first, then what waits, the newest first', () => {
    const late = waiting('late');
    const early = waiting('early', { window: { start: iso(NOW - 90 * HOUR), end: iso(NOW - 80 * HOUR) } });
    const { items, more } = next([early, draft('old', 9, 'facts'), late, draft('new', 3, 'guess'), finished('done', 2, 3)]);
    assert.deepEqual(items.map(({ id, state }) => `${state} ${id}`), ['draft new', 'draft old', 'waiting late', 'waiting early']);
    assert.equal(more, 0);
  });

  it('leaves out what is still open, a false alarm, and what is finished', () => {
    const open = { ...waiting('open'), window: { start: iso(NOW - HOUR) } };
    assert.deepEqual(next([open, waiting('alarm', { cancelled: iso(NOW) }), finished('done', 1, 3)]).items, []);
  });

  it('says where a draft stopped, as the reflection counts', () => {
    const words = (records: readonly Incident[]): string | undefined => next(records).items[0]?.words;
    assert.equal(words([draft('a', 1, 'evidence')]), 'Draft, 3 of 5');
    const plan = { id: 'plan', cue: 'x', act: 'y', made: iso(NOW - 20 * 24 * HOUR) };
    assert.equal(words([draft('a', 1, 'evidence'), finished('b', 21, 3, { plan })]), 'Draft, 4 of 6');
    assert.equal(words([draft('a', 1, 'nowhere')]), 'Draft, 1 of 5');
  });

  it('says of a draft in the deep path how many of its sections are answered, and of one that left it where it is on the screens', () => {
    const words = (reflection: Partial<NonNullable<Incident['reflection']>>): string | undefined => {
      const record = draft('a', 1, 'guess');
      return next([{ ...record, reflection: { started: iso(NOW), ...record.reflection, path: 'deep', ...reflection } }]).items[0]?.words;
    };
    const answers = { luck: 'A colleague was awake.', 'said.goal': 'To sleep.', moment: 'Of the short path.', surprise: ' ' };
    assert.equal(words({ section: 'list' }), 'Draft, 0 of 9 sections answered');
    assert.equal(words({ section: 'D', answers }), 'Draft, 2 of 9 sections answered');
    assert.equal(words({ answers }), 'Draft, 2 of 5');
  });

  it('has the plan typed from memory from the third day on, without its words', () => {
    const plan = { id: 'plan', cue: 'two alerts', act: 'ask', made: iso(NOW - 3 * 24 * HOUR) };
    const [item] = next([finished('done', 4, 3, { plan })]).items;
    assert.deepEqual([item?.state, item?.title, JSON.stringify(item).includes('alerts')], ['plan', 'Your plan, typed from memory once more', false]);
  });

  it('offers two promises and one lesson, and counts the others each by themselves', () => {
    const told = (id: string, promises: number): Incident =>
      finished(id, 20, 3, { promises: Array.from({ length: promises }, (_, at) => ({ id: `${id}-${at}`, text: 'Add an alert', due: '2026-05-01', state: 'open' })), lesson: { text: 'Ask first' } });
    const due = (lessons: number, promises: number): readonly string[] => next(Array.from({ length: lessons }, (_, at) => told(`l${at}`, promises))).rest;
    assert.deepEqual([due(1, 2), due(2, 1), due(2, 2), due(3, 1)], [[], ['1 more lesson is due after this one.'], ['2 more promises to check after these.', '1 more lesson is due after this one.'], ['1 more promise to check after these.', '2 more lessons are due after this one.']]);
  });

  it('offers five, counts the others, and cuts a long title', () => {
    const many = Array.from({ length: 9 }, (_, at) => waiting(`w-${at}`, { title: `${'x'.repeat(98)}🚒🚒` }));
    const { items, more, rest } = next(many);
    assert.deepEqual([items.length, more, rest], [5, 4, ['4 more in the list.']]);
    assert.equal(items[0]?.title, `${'x'.repeat(98)}…`);
  });
});

describe('how long ago an incident was over', () => {
  const table: [number, string][] = [
    [-HOUR, 'Ended just now'],
    [30_000, 'Ended just now'],
    [59 * 60_000, 'Ended 59 min ago'],
    [5 * HOUR, 'Ended 5 h ago'],
    [47 * HOUR, 'Ended 47 h ago'],
    [72 * HOUR, 'Ended 3 days ago'],
    [60 * 24 * HOUR, 'Ended on 15 March'],
  ];
  for (const [ago, words] of table) {
    it(words, () => assert.equal(endedWords(iso(NOW - ago), LOCALE, NOW), words));
  }
});
