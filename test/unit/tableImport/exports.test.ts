import assert from 'node:assert/strict';
import { FIELDS, recogniseColumns } from '../../../src/core/tableImport/fields';
import { incidentOf } from '../../../src/core/tableImport/rows';
import { judgeIncident } from '../../../src/core/journal/check';
import { contextOf, exported, judged, NOW, stateOf } from './tables';

/** What became of the columns, by their names. */
function became(name: string): Readonly<Record<string, string | undefined>> {
  const table = exported(name);
  const columns = recogniseColumns(table);
  return Object.fromEntries(FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [[field, table.columns[columns[field]]]])));
}

describe('exports of incident tools', () => {
  it('PagerDuty, the incident report', () => {
    assert.deepEqual(became('pagerduty.csv'), { title: 'description', start: 'created_on', end: 'resolved_on', severity: 'urgency', service: 'service_name', ref: 'id' });
    const { ready, left } = judged(exported('pagerduty.csv'));
    assert.deepEqual(ready[0], {
      line: 2, title: 'Checkout: p99 above 5 s, "orders" pool full', isCut: false, window: { start: '2026-05-14T14:02:11Z', end: '2026-05-14T15:37:40Z' },
      kind: 'real', severity: 'sev2', rawSeverity: 'high', services: ['Checkout'], ref: 'Q1AAAAAAAAAAAA',
    });
    assert.deepEqual(ready[1]?.window, { start: '2026-05-15T00:10:00Z', end: '2026-05-15T00:41:00Z' }, 'with its own zone');
    assert.deepEqual(left, [{ line: 4, reason: 'It has no end. Only incidents that are over are imported.' }]);
    assert.equal(contextOf(exported('pagerduty.csv')).choice.source, 'pagerduty');
  });

  it('PagerDuty, the answer of its interface: priority before urgency, the incident’s own link and title', () => {
    assert.deepEqual(became('pagerduty.json'), { title: 'title', start: 'created_at', end: 'resolved_at', severity: 'priority', service: 'service', ref: 'id', url: 'html_url', status: 'status', kind: 'type' });
    const { ready, left } = judged(exported('pagerduty.json'));
    assert.deepEqual(ready.map(({ line, title, severity, rawSeverity, services, kind, ref }) => [line, title, severity, rawSeverity, services, kind, ref]), [[3, 'Checkout: p99 above 5 s', 'sev1', 'P1', ['Checkout'], 'real', 'Q1AAAAAAAAAAAA']]);
    assert.deepEqual(left, [{ line: 23, reason: 'It has no end, and its status is “acknowledged”. Only incidents that are over are imported.' }]);
    assert.equal(contextOf(exported('pagerduty.json')).choice.source, 'pagerduty');
  });

  it('incident.io: its timestamps by name, a test as a drill, a declined one as none', () => {
    assert.deepEqual(became('incidentio.json'), {
      title: 'name', start: 'Reported at', end: 'Resolved at', severity: 'severity', ref: 'id', url: 'permalink', status: 'incident_status.category', kind: 'mode',
    });
    const { ready, left } = judged(exported('incidentio.json'));
    assert.deepEqual(ready.map(({ title, window, kind, severity }) => [title, window.start, window.end, kind, severity]), [
      ['Our database is sad', '2026-05-14T14:01:57Z', '2026-05-14T15:37:00Z', 'real', 'sev2'],
      ['Game day of the payments team', '2026-05-18T09:00:00Z', '2026-05-18T11:00:00Z', 'drill', 'sev3'],
    ]);
    assert.deepEqual(left, [{ line: 39, reason: 'It was none: its status is “declined”.' }]);
    assert.equal(contextOf(exported('incidentio.json')).choice.source, 'incidentio');
  });

  it('Jira: its key, its own form of a date in the lead’s zone, components of several columns', () => {
    assert.deepEqual(became('jira.csv'), { title: 'Summary', start: 'Created', end: 'Resolved', severity: 'Priority', service: 'Component/s', ref: 'Issue key', status: 'Status', kind: 'Issue Type' });
    const { ready, left } = judged(exported('jira.csv'));
    assert.deepEqual(ready.map(({ ref, window, services, severity }) => [ref, window.start, window.end, services, severity]), [['OPS-17', '2026-05-14T12:02:00Z', '2026-05-14T13:37:00Z', ['Checkout', 'Ledger'], 'sev1']]);
    assert.deepEqual(left.map(({ line }) => line), [6], 'below a text of four lines');
    assert.equal(contextOf(exported('jira.csv')).choice.source, 'jira');
    assert.equal(stateOf(exported('jira.csv')).zone?.count, 3);
  });

  it('Opsgenie: milliseconds since 1970', () => {
    const { ready } = judged(exported('opsgenie.csv'));
    assert.deepEqual(ready.map(({ title, window, severity, ref }) => [title, window.start, severity, ref?.slice(-1)]), [
      ['Replica lag above 60 s', '2026-05-14T14:02:00Z', 'sev2', '1'],
      ['Replica lag above 60 s', '2026-05-15T14:00:00Z', 'sev3', '2'],
    ]);
    assert.equal(contextOf(exported('opsgenie.csv')).choice.source, 'opsgenie');
  });

  it('a sheet with semicolons, points in its dates and a mark before its first letter', () => {
    const { ready, left } = judged(exported('sheet.csv'));
    assert.deepEqual(ready.map(({ line, title, window, severity, services }) => [line, title, window.start, window.end, severity, services]), [
      [2, 'Payment timeouts', '2026-05-14T14:02:00Z', '2026-05-14T15:37:00Z', 'sev2', ['Checkout', 'Ledger']],
      [5, 'Nobody could log in', '2026-06-04T21:50:00Z', '2026-06-04T23:10:00Z', 'sev1', ['Login']],
    ]);
    assert.deepEqual(left, [{ line: 3, reason: 'The end is before the start.' }]);
    assert.deepEqual([stateOf(exported('sheet.csv')).order?.order, stateOf(exported('sheet.csv')).unused], ['dayFirst', ['Titel']]);
  });

  it('dates that nobody can tell are not imported before the lead chose', () => {
    const table = exported('ambiguous.tsv');
    const { order, count, left } = stateOf(table);
    assert.deepEqual([order?.order, order?.isOpen, count], [undefined, true, 0]);
    assert.match(left[0]?.reason ?? '', /choose whether the day or the month comes first/);
    assert.deepEqual(judged(table, { order: 'dayFirst' }).ready.map(({ window }) => window.start), ['2026-05-04T08:00:00Z']);
    assert.deepEqual(judged(table, { order: 'dayFirst' }).left, [{ line: 3, reason: 'The start is in the future.' }]);
    assert.deepEqual(judged(table, { order: 'monthFirst' }).ready.map(({ window }) => window.start), ['2026-04-05T08:00:00Z', '2026-06-07T08:00:00Z']);
  });

  it('each row is a record that the journal takes: waiting, with one claim', () => {
    for (const name of ['pagerduty.csv', 'pagerduty.json', 'incidentio.json', 'jira.csv', 'opsgenie.csv', 'sheet.csv']) {
      const table = exported(name);
      const { choice } = contextOf(table);
      let made = 0;
      for (const row of judged(table).ready) {
        const incident = incidentOf(row, choice.source, () => `id${(made += 1)}`, NOW);
        assert.equal(judgeIncident(incident).state, 'valid', name);
        assert.deepEqual([incident.reflection, incident.window.startFrom, incident.window.endFrom], [undefined, choice.source, choice.source]);
        const [claim, ...more] = incident.claims ?? [];
        assert.deepEqual([claim?.source, claim?.ref, claim?.seen, claim?.title, claim?.start, claim?.end, claim?.urls, more.length], [choice.source, row.ref, '2026-07-01T12:00:00Z', incident.title, incident.window.start, incident.window.end, row.url && [row.url], 0], name);
        assert.deepEqual([incident.title, incident.window.start, incident.window.end, incident.severity, incident.rawSeverity, incident.services ?? [], incident.kind], [row.title, row.window.start, row.window.end, row.severity, row.rawSeverity, row.services, row.kind]);
      }
    }
  });
});
