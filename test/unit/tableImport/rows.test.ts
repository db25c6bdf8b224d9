import assert from 'node:assert/strict';
import { severityOf } from '../../../src/core/incident/rawSeverity';
import { incidentOf } from '../../../src/core/tableImport/rows';
import { chooseColumn, firstChoice } from '../../../src/core/tableImport/tableState';
import type { Incident } from '../../../src/core/journal/schema';
import { exported, judged, NOW, stateOf, tableOf, ZONE } from './tables';

const HEAD = 'id,title,start,end,status,mode';
const rows = (...lines: string[]) => tableOf([HEAD, ...lines].join('\n'));
const leftOf = (...lines: string[]): readonly string[] => judged(rows(...lines)).left.map(({ reason }) => reason);

describe('rows of a table as incidents', () => {
  it('one sentence for each row that is none, and nothing is changed to fit', () => {
    const over = '2026-05-14T15:00:00Z';
    assert.deepEqual(
      leftOf(
        `1,,2026-05-14T14:00:00Z,${over},,`, `2,a,,${over},,`, '3,a,2026-05-14T14:00:00Z,,,', '4,a,2026-05-14T14:00:00Z,,triggered,', `5,a,2026-05-14T14:00:00Z,${over},In Progress,`,
        `6,a,2026-05-14T16:00:00Z,${over},,`, `7,a,2026-03-14T16:00:00Z,${over},,`, `8,a,2026-07-02T16:00:00Z,2026-07-02T17:00:00Z,,`, `9,a,2026-06-30T16:00:00Z,2026-07-02T17:00:00Z,,`,
        `10,a,2026-05-14,${over},,`, `11,a,2026-05-14 10:00 CST,${over},,`, `12,a,yesterday,${over},,`, `13,a,2026-02-30 10:00,${over},,`, `14,a,2026-05-14T14:00:00Z,${over},Merged,`,
      ),
      [
        'It has no title.', 'It has no start.', 'It has no end. Only incidents that are over are imported.', 'It has no end, and its status is “triggered”. Only incidents that are over are imported.', 'Its status is “In Progress”, so it is not over.',
        'The end is before the start.', 'That is more than 30 days. Is the month right?', 'The start is in the future.', 'The end is in the future.',
        '“2026-05-14” is a day without a time of day.', '“2026-05-14 10:00 CST”: it is not clear which zone “CST” is.', '“yesterday” cannot be read as a time.', '“2026-02-30 10:00” is no time that there is, in this order of day and month.', 'It was none: its status is “Merged”.',
      ],
    );
  });

  it('keeps a link where it is one, and no other address', () => {
    const urls = (url: string) => judged(tableOf(`title,start,end,url\nt,2026-05-14T14:00:00Z,2026-05-14T15:00:00Z,${url}`)).ready.map((row) => row.url);
    assert.deepEqual(['https://x.pagerduty.com/incidents/1', 'http://x.example', 'command:foo', 'file:///etc/passwd', 'https://a b'].map((url) => urls(url)[0]), ['https://x.pagerduty.com/incidents/1', undefined, undefined, undefined, undefined]);
  });

  it('drills and tests are drills, by the word or by the column', () => {
    const kinds = (column: string, ...values: string[]) => judged(tableOf([`title,start,end,${column}`, ...values.map((value, at) => `t${at},2026-05-14T14:00:00Z,2026-05-14T15:00:00Z,${value}`)].join('\n'))).ready.map(({ kind }) => kind);
    assert.deepEqual(kinds('mode', 'standard', 'test', 'tutorial', 'retrospective', 'Game Day', 'Fire drill', 'contest'), ['real', 'drill', 'drill', 'real', 'drill', 'drill', 'real']);
    assert.deepEqual([kinds('is_drill', 'true', 'no', ''), kinds('type', 'true', 'incident')], [['drill', 'real', 'real'], ['real', 'real']]);
  });

  it('severities in the words of the tools; the word itself stays', () => {
    const words: readonly (readonly [string, string | undefined])[] = [
      ['SEV-1', 'sev1'], ['sev0', 'sev1'], ['P2', 'sev2'], ['3', 'sev3'], ['1 - Critical', 'sev1'], ['Critical', 'sev1'], ['Highest', 'sev1'], ['major', 'sev2'], ['High', 'sev2'], ['Minor', 'sev3'], ['Medium', 'sev3'],
      ['low', 'sev4'], ['P5', 'sev4'], ['none', undefined], ['', undefined], ['17', undefined], ['1.5', undefined], ['Tier A', undefined], ['below', undefined],
    ];
    for (const [raw, severity] of words) assert.equal(severityOf(raw), severity, raw);
  });

  it('finds again what the journal has: by its id in any claim, never by the id of another source', () => {
    const table = exported('pagerduty.csv');
    const [first, second] = judged(table).ready.map((row, at) => incidentOf(row, 'pagerduty', () => `id${at}`, NOW)) as [Incident, Incident];
    const merged: Incident = { ...first, title: 'Called otherwise', window: { start: '2026-05-14T10:00:00Z' }, claims: [{ id: 'c', source: 'git', seen: '2026-05-14T10:00:00Z' }, ...(first.claims ?? [])] };
    assert.deepEqual(judged(table, {}, [merged]).known, [{ line: 2, title: first.title }]);
    assert.deepEqual(judged(table, {}, [merged]).ready.map(({ ref }) => ref), [second.claims?.[0]?.ref]);
    assert.equal(judged(table, { source: 'jira' }, [merged]).known.length, 0);
    assert.deepEqual(judged(table, {}, [first, second]).ready, []);
    assert.ok(stateOf(table, {}, [first, second]).counts.includes('In your journal already: 2. They stay as they are.'));
  });

  it('of a source that is not known a short number is no identity; without an id, start and title are', () => {
    const one = judged(rows('1,a,2026-05-14T14:00:00Z,2026-05-14T15:00:00Z,,'));
    const had = one.ready.map((row) => incidentOf(row, 'import', () => 'id1', NOW));
    assert.equal(had[0]?.claims?.[0]?.ref, undefined);
    assert.equal(judged(rows('1,b,2026-05-15T14:00:00Z,2026-05-15T15:00:00Z,,'), {}, had).ready.length, 1, 'row 1 of another sheet');
    const bare = tableOf('title,start,end\nA,2026-05-14T14:00:00Z,2026-05-14T15:00:00Z\nb,2026-05-14T14:00:00Z,2026-05-14T15:00:00Z');
    assert.deepEqual(judged(bare, {}, had).known, [{ line: 2, title: 'A' }]);
    const named = judged(rows('ticket-17,a,2026-05-14T14:00:00Z,2026-05-14T15:00:00Z,,')).ready.map((row) => incidentOf(row, 'import', () => 'id1', NOW));
    assert.equal(judged(rows('ticket-17,b,2026-05-16T14:00:00Z,2026-05-16T15:30:00Z,,'), {}, named).known.length, 1);
  });

  it('what looks like an incident of the journal waits for the lead’s word, with the rule of identity that says so', () => {
    const declared: Incident = { format: 1, id: 'mine', title: 'Checkout slow', window: { start: '2026-05-14T14:10:00Z', end: '2026-05-14T15:00:00Z' }, services: ['checkout'], claims: [{ id: 'c', source: 'person', seen: '2026-05-14T14:10:00Z' }] };
    const table = exported('pagerduty.csv');
    const { ready, alike } = judged(table, {}, [declared]);
    assert.deepEqual([ready.map(({ line }) => line), alike], [[3], [{ line: 2, reason: '“Checkout: p99 above 5 s, "orders" pool full” and “Checkout slow” are about the same service, at most 30 minutes apart.' }]]);
    assert.deepEqual(judged(table, { alike: true }, [declared]).ready.map(({ line }) => line), [2, 3]);
    assert.deepEqual([stateOf(table, { alike: true }, [declared]).alike?.on, stateOf(table).alike], [true, undefined]);
    const apart = { ...declared, apart: [{ id: 'a', source: 'pagerduty', ref: 'Q1AAAAAAAAAAAA', at: '2026-05-15T00:00:00Z' }] };
    assert.deepEqual(judged(table, {}, [apart]).alike, [], 'which the lead parted from it');
    const months = (at: number): Incident => ({ ...declared, id: `r${at}`, window: { start: new Date(Date.parse('2024-01-01T00:00:00Z') + at * 86_400_000).toISOString(), end: new Date(Date.parse('2024-01-02T00:00:00Z') + at * 86_400_000).toISOString() }, services: ['other'] });
    assert.equal(judged(table, {}, [...Array.from({ length: 800 }, (_, at) => months(at)), declared]).alike.length, 1, 'among many');
  });

  it('the same incident twice in a file is imported once, and said', () => {
    const { ready, left } = judged(tableOf('incident_number,service_name,id,title,start,end\n1,x,Q1,a,2026-05-14T14:00:00Z,2026-05-14T15:00:00Z\n1,x,Q1,a again,2026-05-14T14:00:00Z,2026-05-14T15:10:00Z'));
    assert.deepEqual([ready.length, left], [1, [{ line: 3, reason: 'It is the same incident as in line 2.' }]]);
  });

  it('a title that is too long is cut, and that is said', () => {
    const state = stateOf(rows(`1,${'x'.repeat(300)},2026-05-14T14:00:00Z,2026-05-14T15:00:00Z,,`));
    assert.equal(state.rows[0]?.title, `${'x'.repeat(199)}…`);
    assert.ok(state.counts.includes('Titles that are longer than 200 signs, and are cut: 1.'));
  });
});

describe('the lead’s choice of columns', () => {
  const table = tableOf('a,b,c\nx,2026-05-14 14:00,13/05/2026 14:00\ny,2026-05-15 14:00,14/05/2026 14:00');

  it('nothing is guessed where no name speaks for it', () => {
    assert.deepEqual(firstChoice(table, ZONE), { columns: {}, source: 'import', zone: ZONE });
    assert.deepEqual([stateOf(table).count, stateOf(table).unused], [0, ['a', 'b', 'c']]);
  });

  it('a column becomes one thing only, and the order of dates is looked for in those that were chosen', () => {
    let choice = chooseColumn(firstChoice(table, ZONE), table, 'title', 0);
    choice = chooseColumn(choice, table, 'end', 1);
    choice = chooseColumn(choice, table, 'start', 2);
    assert.deepEqual([choice.columns, choice.order], [{ title: 0, end: 1, start: 2 }, 'dayFirst']);
    assert.deepEqual(judged(table, choice).ready.map(({ window }) => window.start), ['2026-05-13T12:00:00Z', '2026-05-14T12:00:00Z']);
    assert.deepEqual(chooseColumn(choice, table, 'start', 1).columns, { title: 0, start: 1 });
    assert.deepEqual(chooseColumn(choice, table, 'title', null).columns, { end: 1, start: 2 });
    assert.equal(chooseColumn(choice, table, 'ref', 3), choice, 'there is no fourth');
  });

  it('a column that is called so and holds no times is none', () => {
    const { columns } = firstChoice(tableOf('title,started,created,resolved,closed\na,yes,2026-05-14 14:00,true,2026-05-14 15:00'), ZONE);
    assert.deepEqual(columns, { title: 0, start: 2, end: 4 });
  });

  it('what the page gets stays small, however wide the table and however much is wrong', () => {
    const wide = tableOf(`${Array.from({ length: 300 }, (_, at) => `column ${at} ${'x'.repeat(500)}`).join(',')}\n${`${'y'.repeat(300)},`.repeat(299)}\n`.repeat(1));
    assert.ok(JSON.stringify(stateOf(wide)).length < 60_000);
    const wrong = tableOf(`title,start,end\n${'a,b,c\n'.repeat(3_000)}`);
    const state = stateOf(wrong);
    assert.deepEqual([state.left.length, state.moreLeft], [100, 2_900]);
  });
});
