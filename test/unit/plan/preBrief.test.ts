import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { preBriefOf } from '../../../src/core/plan/preBrief';
import { dueRehearsal, noteRehearsal } from '../../../src/core/plan/rehearsal';
import { withPlan } from './plans';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const LOCALE = { zone: 'Europe/Berlin', language: 'en' };

function taught(id: string, day: string, text: string, more: Partial<Incident> = {}): Incident {
  const at = `2026-05-${day}T18:00:00Z`;
  return { format: 1, id, title: id, window: { start: `2026-05-${day}T10:00:00Z`, end: `2026-05-${day}T11:00:00Z` }, reflection: { path: 'short', started: at, finished: at }, lesson: { text }, ...more };
}

const declared: Incident = { format: 1, id: 'now', title: 'Checkout pool errors', window: { start: '2026-05-20T11:59:00Z' }, kind: 'real', services: ['payments'] };
const brief = (records: readonly Incident[], more: { files?: readonly string[]; loadLimit?: number } = {}) => preBriefOf(records, declared, { files: [], locale: LOCALE, now: NOW, ...more });

describe('what is shown when an incident is declared', () => {
  const others = [taught('a', '01', 'Old one.'), taught('b', '12', 'Newest one.'), taught('c', '11', 'Newer one.')];

  it('is the plan that is open, and the newest lessons where none is like it', () => {
    const { plan, lessons, load } = brief([withPlan('p', '02'), ...others]);
    assert.equal(plan?.incident.id, 'p');
    assert.deepEqual([lessons.map(({ words }) => words), load], [['From b, 12 May: Newest one.', 'From c, 11 May: Newer one.'], undefined]);
  });

  const alike: readonly [string, Partial<Incident>, { files?: readonly string[] }?][] = [
    ['a service in common', { services: ['Payments'] }], ['a tag that is the service', { tags: ['payments'] }], ['a word of the title', { title: 'The pool was full' }],
    ['a file that is open', { lesson: { text: 'It.', files: ['src/pool.ts'] } }, { files: ['src/pool.ts'] }],
  ];
  for (const [name, more, context] of alike) it(`puts first: ${name}`, () => assert.match(brief([...others, taught('x', '01', 'It.', more)], context).lessons[0]?.words ?? '', /: It\.$/));

  it('weighs a rare word more than one that many titles have, and figures not at all', () => {
    const many = ['1', '2', '3'].map((id) => taught(id, '10', `Many ${id}.`, { title: `Checkout ${id}` }));
    assert.match(brief([...many, taught('rare', '01', 'Rare.', { title: 'Pool' })]).lessons[0]?.words ?? '', /Rare/);
    assert.match(preBriefOf([...others, taught('n', '01', 'Figures.', { title: 'Incident 14:05' })], { ...declared, title: '14:05', services: [] }, { files: [], locale: LOCALE, now: NOW }).lessons[0]?.words ?? '', /Newest/);
  });

  it('decides between equals by the behaviour that cost most when the plan was made', () => {
    const costly = (costs: string): Partial<Incident> => ({ reflection: { path: 'short', started: '2026-05-01T18:00:00Z', finished: '2026-05-01T18:00:00Z', guess: { costly: costs } } });
    assert.match(brief([withPlan('p', '02', {}, costly('C5')), ...others, taught('x', '01', 'It.', costly('C5'))]).lessons[0]?.words ?? '', /: It\.$/);
  });

  it('has no lesson of a draft, a false alarm, or the incident itself', () => {
    const { lessons } = brief([{ ...declared, lesson: { text: 'Mine.' } }, taught('draft', '10', 'x', { reflection: { path: 'short', started: '2026-05-10T18:00:00Z' } }), taught('alarm', '10', 'x', { cancelled: '2026-05-10T18:00:00Z' }), taught('none', '10', ' ')]);
    assert.deepEqual(lessons, []);
  });

  it('says that the load limit is passed, and nothing of it where it is not', () => {
    const month = [declared, taught('r1', '10', 'x', { kind: 'real' }), taught('r2', '11', 'y', { kind: 'real' })];
    assert.equal(brief(month, { loadLimit: 2 }).load, 'Past your limit: 3 real this month, your limit is 2.');
    assert.equal(brief(month, { loadLimit: 3 }).load, undefined);
  });
});

describe('the rehearsal of a plan', () => {
  const finished = { reflection: { path: 'short', started: '2026-05-14T12:00:00Z', finished: '2026-05-14T12:00:00Z' } } as const;
  const due = (day: string, record = withPlan('a', '14', {}, finished)) => dueRehearsal([record], 'Europe/Berlin', Date.parse(`2026-05-${day}:00:00Z`))?.incident.id;
  it('is due from the third day on, in the lead’s zone', () => {
    assert.deepEqual([due('16T21'), due('16T22'), due('17T12'), due('30T12')], [undefined, 'a', 'a', 'a']);
  });
  it('is due once, and for no plan that is closed or of a draft', () => {
    assert.equal(due('20T12', noteRehearsal(withPlan('a', '14', {}, finished), '2026-05-18T10:00:00Z')), undefined);
    assert.equal(due('20T12', withPlan('a', '14', { closed: '2026-05-15T12:00:00Z' }, finished)), undefined);
    assert.equal(due('20T12', withPlan('a', '14')), undefined);
  });
});
