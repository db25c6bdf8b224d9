import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { dueLessons, noteRecall, retireLesson, returnsOf, takeBackRetiring, tieLesson, withLesson } from '../../../src/core/plan/lesson';
import { lessonsOfFile, untieFile } from '../../../src/core/plan/lessonFiles';
import { returnsWords, tiedWords } from '../../../src/core/plan/lessonWords';
import { writeText } from '../../../src/core/reflection/texts';
import { incident } from '../journal/sample';

const NOW = '2026-06-01T12:00:00Z';
const LOCALE = { language: 'en', zone: 'UTC' };
const step = (now = NOW) => ({ now, newId: () => 'r000000001', session: now });
const taught = (id: string, lesson: Partial<NonNullable<Incident['lesson']>> = {}, start = '2026-05-14T09:00:00Z'): Incident =>
  incident(id, { window: { start, end: start }, reflection: { path: 'short', started: '2026-05-14T12:00:00Z', finished: '2026-05-14T12:10:00Z' }, lesson: { text: 'Ask who else sees it', ...lesson } });

describe('the words of a lesson', () => {
  it('are kept as typed; one without words that never came back is none', () => {
    assert.equal(writeText(incident('a1'), 'lesson', 'Ask ', step()).lesson?.text, 'Ask ');
    assert.equal(withLesson(writeText(incident('a1'), 'lesson', 'Ask', step()), undefined).lesson, undefined);
    const seen = noteRecall(taught('a1'), true, step());
    assert.deepEqual(withLesson(seen, undefined).lesson, { text: '', seen: seen.lesson?.seen });
  });

  it('that are reworded after Finish leave what they said before as a revision', () => {
    const reworded = writeText(taught('a1'), 'lesson', 'Ask twice', step());
    assert.equal(reworded.lesson?.text, 'Ask twice');
    assert.deepEqual(reworded.reflection?.revisions, [{ id: 'r000000001', at: NOW, field: 'lesson', before: 'Ask who else sees it' }]);
  });
});

describe('a lesson', () => {
  it('comes back after 3, 10, 30 and 90 days, and says so', () => {
    assert.deepEqual(returnsOf(taught('a1'), NOW).map((day) => day.slice(0, 10)), ['2026-05-17', '2026-05-24', '2026-06-13', '2026-08-12']);
    assert.equal(returnsOf(incident('a1'), NOW)[0]?.slice(0, 10), '2026-06-04', 'before Finish from now on');
    assert.match(returnsWords(taught('a1'), LOCALE, Date.parse(NOW)), /17 May|May 17/);
    const all = [1, 2, 3, 4].reduce<Incident>((record) => noteRecall(record, true, step()), taught('a1'));
    assert.equal(returnsWords(all, LOCALE, Date.parse(NOW)), 'It has come back as often as a lesson does.');
  });

  it('that was retired is not due, until that is taken back', () => {
    const due = (record: Incident): number => dueLessons([record], 'UTC', Date.parse(NOW)).length;
    const retired = retireLesson(taught('a1'), NOW);
    assert.deepEqual([due(taught('a1')), due(retired), due(takeBackRetiring(retired))], [1, 0, 1]);
    assert.equal(retireLesson(retired, '2026-07-01T12:00:00Z'), retired);
    assert.equal(returnsWords(retired, LOCALE, Date.parse(NOW)), 'You retired it: it comes back no more.');
  });

  it('is tied to files, services and behaviours; none of a kind is no field', () => {
    const tied = tieLesson(taught('a1', { services: ['old'] }), { files: ['src/queue.ts'], services: [], behaviours: ['C5'] });
    assert.deepEqual(tied.lesson, { text: 'Ask who else sees it', files: ['src/queue.ts'], behaviours: ['C5'] });
    assert.equal(tiedWords(tied), 'About src/queue.ts, Close the loop.');
    assert.equal(tiedWords(taught('a1')), '');
    assert.deepEqual(tieLesson(incident('a1'), { files: ['a'] }), incident('a1'));
  });
});

describe('the lessons of a file', () => {
  const records = [
    taught('a1', { files: ['src/queue.ts'] }),
    taught('b2', { files: ['src/queue.ts', 'src/pool.ts'] }, '2026-05-20T09:00:00Z'),
    taught('c3', { files: ['src/queue.ts'], retired: NOW }),
    taught('d4', { files: ['queue.ts'], text: ' ' }),
  ];
  const of = (path: string): readonly string[] => lessonsOfFile(records, path).map(({ id }) => id);

  it('are those that still say something, the newest first, also where the repository lies below the folder that is open', () => {
    assert.deepEqual(of('src/queue.ts'), ['b2', 'a1']);
    assert.deepEqual(of('service/src/queue.ts'), ['b2', 'a1']);
    assert.deepEqual(of('src/myqueue.ts'), []);
    assert.deepEqual(of('queue.ts'), []);
  });

  it('can do without one', () => {
    assert.deepEqual(untieFile(records[1] as Incident, 'service/src/queue.ts').lesson?.files, ['src/pool.ts']);
    assert.equal(untieFile(records[0] as Incident, 'src/queue.ts').lesson?.files, undefined);
    assert.equal(untieFile(records[0] as Incident, 'other.ts'), records[0]);
  });
});
