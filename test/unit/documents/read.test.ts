import assert from 'node:assert/strict';
import { dayText } from '../../../src/core/documents/days';
import { readIncidentDocument } from '../../../src/core/documents/read';
import { said } from '../../../tools/evaluate/documents/said';
import { examples, others } from './examples';

describe('an incident document', () => {
  for (const { name, path, text, title, date, start, end, startLine, severity, entries } of examples)
    it(`is read: ${name}`, () => {
      const found = readIncidentDocument(path, text);
      assert.ok(found.accepted, `${found.score}: ${found.signals.map((each) => `${each.name} ${each.weight}`).join(', ')}`);
      assert.deepEqual([said(found.start), said(found.end)], [start, end]);
      if (title !== undefined) assert.equal(found.title.value, title);
      if (date !== undefined) assert.equal(found.day && dayText(found.day.value), date);
      if (startLine !== undefined) assert.equal(found.start?.line, startLine);
      assert.equal(found.severity?.value, severity);
      if (entries !== undefined) assert.equal(found.timeline.length, entries);
    });

  for (const { name, path, text } of others)
    it(`is not ${name}`, () => {
      const { accepted, score, signals } = readIncidentDocument(path, text);
      assert.ok(!accepted, `${score}: ${signals.map((each) => `${each.name} ${each.weight}`).join(', ')}`);
    });

  it('says what its times mean where it states no zone: they are read in the one that is handed in', () => {
    const text = '# 2031-07-01 outage\n\n- Start: 2031-07-01 14:00\n- End: 2031-07-01 15:00\n';
    const [utc, berlin] = [readIncidentDocument('a.md', text), readIncidentDocument('a.md', text, 'Europe/Berlin')];
    assert.deepEqual([said(utc.start), utc.start?.moment.zone], ['2031-07-01T14:00:00Z', 'assumed']);
    assert.deepEqual([said(berlin.start), berlin.start?.moment.zone], ['2031-07-01T12:00:00Z', 'assumed']);
    const stated = readIncidentDocument('a.md', text.replace('14:00', '14:00 BST').replace('15:00', '15:00 BST'), 'Europe/Berlin');
    assert.deepEqual([said(stated.start), stated.start?.moment.zone], ['2031-07-01T13:00:00Z', 'stated']);
  });

  it('gives the day in its own zone', () => {
    const { start } = readIncidentDocument('2031-05-03-search.md', '# Search down\n\nAll times in JST\n\nDate: 2031-05-03\n');
    assert.equal(said(start), '2031-05-03');
    assert.equal(new Date(start?.moment.at ?? 0).toISOString(), '2031-05-02T15:00:00.000Z');
  });

  it('has its actions, each with its line and whether it is done', () => {
    const { actions } = readIncidentDocument(examples[1]?.path ?? '', examples[1]?.text ?? '');
    assert.deepEqual(actions, [{ text: 'An alert', line: 21, done: true }, { text: 'A limit', line: 22, done: false }]);
  });

  it('has a summary and the words of each entry', () => {
    const { summary, timeline } = readIncidentDocument(examples[1]?.path ?? '', examples[1]?.text ?? '');
    assert.deepEqual(summary, { value: 'Two alerts came.', line: 4 });
    assert.deepEqual(timeline.map(({ text, line }) => [line, text]), [[12, 'Maintenance of the nodes'], [13, 'Pods fail'], [14, 'Looking for the cause'], [15, 'All healthy and issue resolved']]);
  });

  it('has the entries that stand elsewhere where its timeline is only fields', () => {
    const more = examples[0]?.text.replace('  - 2031-02-18 14:40 The node was back\n', '  – 2031-02-18 14:40 The node was back\n  - 2031-02-18 14:50 The queue was short\n');
    assert.deepEqual(readIncidentDocument('a.md', more ?? '').timeline.map(({ line }) => line), [17, 18, 19, 20]);
  });

  it('says whether it was practised', () => {
    const drill = (title: string): boolean => readIncidentDocument('a.md', `# ${title}\n`).drill;
    assert.deepEqual(['Memory OOM Kill (Chaos Test)', 'Game day: the queue', 'Tabletop: a region is lost'].map(drill), [true, true, true]);
    assert.deepEqual(['Queue outage', 'Exercised pods fail'].map(drill), [false, false]);
  });

  it('ignores run-up far before its own day, a pasted log, and an end before the beginning', () => {
    const text = '# Outage on 2031-03-26\n\nAll times in UTC\n\n## Timeline\n- 2030-12-05 16:21 The bug is written\n- 2031-03-26 23:04 The node is drained\n- 2031-03-27 02:50 Users report it\n\n```\nStarted: 0001-01-01 00:00:00\n```\n\n- Ended: 2031-03-26 08:00\n';
    const { start, end } = readIncidentDocument('docs/post-mortems/2031-03-26.md', text);
    assert.deepEqual([said(start), said(end)], ['2031-03-26T23:04:00Z', '2031-03-27T02:50:00Z']);
  });
});
