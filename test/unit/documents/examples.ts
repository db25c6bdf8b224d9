/** Made-up documents, one for each style of structure and of times; what a reader finds in them. */
export interface Example {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  /** In UTC; only a day where no time is given. Null where there is none. */
  readonly start: string | null;
  readonly end: string | null;
  /** The line of the beginning. */
  readonly startLine?: number;
  readonly severity?: string;
  readonly entries?: number;
}

const lines = (...each: readonly string[]): string => `${each.join('\n')}\n`;

export const examples: readonly Example[] = [
  {
    name: 'key events in a list without colons',
    path: 'reports/2031-02-18-queue.md',
    text: lines('---', 'title: Incident on 2031-02-18 - Queue stopped', '---', '', '# Incident on 2031-02-18 - Queue stopped', '', '- **Key events**', '  - Fault occurs 2031-02-18 14:13', '  - Incident declared 2031-02-18 14:23', '  - Repaired 2031-02-18 14:40', '  - Resolved 2031-02-18 14:59', '', '- **Impact**:', '  - Nothing left the queue.', '', '- **Context**:', '  - 2031-02-18 14:13 A node was drained', '  - 2031-02-18 14:20 The alert came', '  - 2031-02-18 14:40 The node was back', '', '- **Resolution**:', '  - The drain waits now.'),
    title: 'Incident on 2031-02-18 - Queue stopped', date: '2031-02-18', start: '2031-02-18T14:13:00Z', end: '2031-02-18T14:59:00Z', startLine: 8, entries: 7,
  },
  {
    name: 'a table, a zone for all, the duration decides',
    path: 'PM2031-007_-_Kafka.md',
    text: lines('# Metrics stopped', '', '## Summary', 'Two alerts came.', '', '## Timeline', '', 'All times in CET.', '', '| Time | Event |', '| :--- | --- |', '| 2031-10-06 07:00 | Maintenance of the nodes |', '| 2031-10-06 08:00 | Pods fail |', '| 2031-10-06 09:00 - 11:00 | Looking for the cause |', '| 2031-10-06 12:00 | All healthy and issue resolved |', '', '## Contributing Factors', '- Memory', '', '## Action Items', '- [x] An alert', '- A limit', '', '# Stats', '- Time to recovery: 240 minutes'),
    title: 'Metrics stopped', start: '2031-10-06T07:00:00Z', end: '2031-10-06T11:00:00Z', startLine: 13, entries: 4,
  },
  {
    name: 'headings that are times, a day that is carried and turns',
    path: 'docs/incident-reports/2031-03-24-cache.md',
    text: lines('# 2031-03-24, cache wiped', '', '## Timeline', '', 'All times in CET', '', '### 2031-03-24 22:54', '', 'Start of incident. The cache is empty.', '', '### 23:45', '', 'Builds are late.', '', '### 01:14', '', 'Builds are back to normal.', '', '## Lessons learnt', '', '- Warm it first.'),
    date: '2031-03-24', start: '2031-03-24T21:54:00Z', end: '2031-03-25T00:14:00Z', startLine: 7, entries: 3,
  },
  {
    name: 'month first, am and pm, an American zone',
    path: '2031-02/queue-full.md',
    text: lines('# Block creation stopped', '', '## Issue Summary', 'Blocks came late.', '', '## Timeline (all times PST) 02/13/2031 - 02/19/2031. All times approximations', '', '02-13-2031 11:00 pm - The queue grew.', '', '02-14-2031 11:30 am - The queue was full.', '', '02-15-2031 3:00 am - The fix was out.', '', '## Resolution and recovery', 'A release.'),
    start: '2031-02-14T07:00:00Z', end: '2031-02-15T11:00:00Z', startLine: 8, entries: 3,
  },
  {
    name: 'only days, in a folder that is a month',
    path: '2031-03/2031-03-07-selection.md',
    text: lines('# Inefficient selection', '', '## Issue Summary', 'Some items waited.', '', '## Timeline (all times PST) 01/16/2031 - 02/28/2031', '01-16-2031 - Somebody noticed.', '', '02-28-2031 - The fix was out.', '', '## Resolution and recovery', 'A release.'),
    start: '2031-01-16', end: null, startLine: 7, entries: 2,
  },
  {
    name: 'three sections and no list: a sentence tells the range',
    path: '_posts/2031-01-11-outage-postmortem.md',
    text: lines('---', 'title: "Major outage postmortem"', 'date: "2031-01-11"', '---', '', 'On Thursday January 9 from 17:09 EST to approximately 23:42 EST (6 hours and 33 minutes), the platform was unavailable.', '', 'No data was lost.'),
    title: 'Major outage postmortem', date: '2031-01-09', start: '2031-01-09T22:09:00Z', end: '2031-01-10T04:42:00Z', startLine: 6,
  },
  {
    name: 'bold fields with a range, and a severity',
    path: 'docs/incidents/001-wildcard.md',
    text: lines('# 2031-05-02 — A wildcard too many', '', '**Severity:** S1 (recovered).', '**Duration:** ~2h from trigger to recovery.', '**Window:** ~02:11 UTC (delete) → ~04:00 UTC (all green).', '', '## Summary', 'A command deleted the roles.', '', '## Root cause', 'A flag.'),
    date: '2031-05-02', start: '2031-05-02T02:11:00Z', end: '2031-05-02T04:00:00Z', startLine: 5, severity: 'S1',
  },
  {
    name: 'timestamps of an incident tool',
    path: 'post-mortem.md',
    text: lines('# Logins refused', '', '- **Severity:** Minor', '', '### Key Timestamps', '', '- **Reported:** March 3, 2031 9:38 AM (UTC)', '- **Impact start:** March 3, 2031 9:36 AM (UTC)', '- **Fixed:** March 3, 2031 9:45 AM (UTC)', '- **Closed:** March 3, 2031 10:12 AM (UTC)', '', '## Contributors', 'A release.'),
    start: '2031-03-03T09:36:00Z', end: '2031-03-03T09:45:00Z', startLine: 8, severity: 'Minor',
  },
  {
    name: 'a day over several columns, the year in the head',
    path: '2031-10/compromise.md',
    text: lines('# Suspected compromise', '', '## Issue Summary', 'A strange command.', '', '## Timeline (all times PT)', '| Day | Date (2031) | Time (PT) | Event |', '|-----|---|---|---|', '| Fri | Oct 31 | 21:33 | A user asks |', '| Fri | Oct 31 | 23:59 | The machine is off |', '| Sat | Nov 1 | 08:10 | It was a false alarm, resolved |', '', '## Root Cause', 'A script.'),
    start: '2031-11-01T04:33:00Z', end: '2031-11-01T15:10:00Z', startLine: 9, entries: 3,
  },
  {
    name: 'Japanese',
    path: 'docs/postmortems/PM-2031-003.md',
    text: lines('# 検索の障害', '', '**重大度**: SEV-2', '', '発生日: 2031年5月3日', '', '## 概要', '検索が止まった。', '', '## タイムライン', '', '| 時刻 (JST) | 出来事 |', '|---|---|', '| 23:40 | 障害発生 |', '| 00:20 | 復旧 |', '', '## 原因', '索引'),
    date: '2031-05-03', start: '2031-05-03T14:40:00Z', end: '2031-05-03T15:20:00Z', severity: 'SEV-2', entries: 2,
  },
  {
    name: 'German',
    path: 'docs/incidents/datenbank.md',
    text: lines('# Ausfall der Datenbank', '', 'Datum: 12. März 2031', '', '## Zusammenfassung', 'Die Datenbank war voll.', '', '## Zeitlicher Ablauf', '', 'Alle Zeiten in MEZ, all times MEZ.', '', '- 10.05 Uhr Erste Fehler', '- 10.40 Uhr Platz geschaffen', '', '## Ursache', 'Alte Protokolle', '', '## Maßnahmen', '- Aufräumen'),
    date: '2031-03-12', start: '2031-03-12T09:05:00Z', end: '2031-03-12T09:40:00Z', entries: 2,
  },
  {
    name: 'four digits and a carriage return',
    path: 'postmortems/2031-02-02-bug.md',
    text: '# A bug that was reported\r\n\r\n### Timeline (UTC)\r\n\r\n- 2031-02-02 1625: a mail says so\r\n- 2031-02-02 1650: a call\r\n- 2031-02-02 2150: the fix is out\r\n',
    start: '2031-02-02T16:25:00Z', end: '2031-02-02T21:50:00Z', startLine: 5, entries: 3,
  },
  {
    name: 'an entry of a status page: its date is the beginning',
    path: 'content/issues/2031-08-22-search.md',
    text: lines('---', 'title: >-', '  Search does not', '  answer', 'date: 2031-08-22T14:10:00Z', 'resolved: true', 'resolvedWhen: 2031-08-22T15:55:00Z', 'severity: down', 'affected:', '  - Search', '---', 'We look into it.'),
    title: 'Search does not answer', date: '2031-08-22', start: '2031-08-22T14:10:00Z', end: '2031-08-22T15:55:00Z', startLine: 5, severity: 'down', entries: 0,
  },
  {
    name: 'called after what stopped, in short',
    path: 'docs/reports/2031-02-13-mail-down.md',
    text: lines('# 2031-02-13 Mail down', '', 'Around 10:00 the mail server stopped. It was restored at 10:40.', '', '## Impact', 'Nobody got mail.', '', '## Resolution', 'The disk was full, logs were deleted.', '', '## Lessons', 'Watch the disk.'),
    date: '2031-02-13', start: '2031-02-13T10:00:00Z', end: '2031-02-13T10:40:00Z', entries: 0,
  },
  {
    name: 'a day and a sentence, named by the day alone',
    path: 'incidents/2031/20310607.txt.md',
    text: lines('2031-06-07', '==========', '', '### State', '', 'Resolved', '', '### Details', '', 'For five minutes requests timed out.'),
    date: '2031-06-07', start: '2031-06-07', end: null,
  },
  {
    name: 'a sentence and what its front matter says that it is',
    path: 'notes/2031-08-14-disk.md',
    text: lines('---', 'title: The disk of one host is full', 'type: incident', '---', 'On 2031-08-14 at 10:05 UTC writes failed.'),
    date: '2031-08-14', start: '2031-08-14T10:05:00Z', end: null,
  },
  {
    name: 'the whole form, called an incident by nothing',
    path: 'docs/pager.md',
    text: lines('# The pager was silent', '', '**Date:** 2031-04-07', '**Severity:** SEV-2', '', '## Impact', '', 'Nobody was woken for an hour and a half.', '', '## Timeline', '', 'All times in UTC.', '', '- 14:05 The first alert fires', '- 14:20 The pool is found to be full', '- 15:40 Errors are gone, resolved', '', '## Root cause', '', 'A pool that was too small.', '', '## Action items', '', '- [ ] Raise the pool'),
    title: 'The pager was silent', date: '2031-04-07', start: '2031-04-07T14:05:00Z', end: '2031-04-07T15:40:00Z', startLine: 14, severity: 'SEV-2', entries: 3,
  },
];

const incident = lines('# Incident: orders fail', '', '**Date:** 2031-05-02', '**Severity:** SEV-1', '', 'Orders failed for all customers.', '', '## Timeline', '- 10:00 UTC the cache is down', '- 10:20 UTC the alert comes', '- 10:40 UTC resolved', '', '## Root cause', 'A limit.');
/** What looks like it and is none. */
export const others: readonly { readonly name: string; readonly path: string; readonly text: string }[] = [
  { name: 'a template', path: 'docs/postmortems/template.md', text: lines('# Postmortem: [Title]', '', '**Date:** YYYY-MM-DD', '**Severity:** SEV-1', '', '## Summary', '', '## Impact', '', '## Timeline', '| Time (UTC) | Event |', '|---|---|', '| HH:MM | Alert |', '| HH:MM | Resolved |', '', '## Root cause', '', '## Action items', '', '## Lessons learned') },
  { name: 'a template that is numbered', path: 'postmortems/000 - Postmortem Template.md', text: lines('# 000 - Postmortem for [name]', '', '## Summary', 'Put a summary here.', '', '## Timeline', '- **2031-01-01**: What happened', '- **2031-01-02**: What then', '', '## Detection', 'How', '', '## Root cause', 'Why') },
  { name: 'a guide', path: 'handbook/incidents/writing-up-an-incident.md', text: lines('# Writing up an incident', '', 'You should write it within two days. Please make sure that it has these parts.', '', '## Timeline', 'You should list what happened. Use UTC.', '', '## Root cause', 'Ask why five times. You must not blame.', '', '## Impact', 'You need to say who could not work.', '', '## Action items', 'Each should have an owner.') },
  { name: 'an index', path: 'docs/incident-reports/index.md', text: lines('# Incident reports', '', '- [2031-01-02, cache](2031-01-02-cache.md)', '- [2031-02-03, queue](2031-02-03-queue.md)') },
  { name: 'a runbook', path: 'runbooks/queue.md', text: lines('# The queue is full', '', '## Impact', 'Orders wait.', '', '## Detection', 'The alert `queue-full`.', '', '## Resolution', 'Restart the consumer.', '', '## Root cause', 'Usually a slow consumer.') },
  { name: 'release notes', path: 'CHANGELOG.md', text: lines('# Changelog', '', '## 2.1.0', '2031-05-01', '- Fixed an outage of the queue', '', '## 2.0.1', '2031-04-01', '- Fixes', '', '## 2.0.0', '2031-03-01', '- Impact: all') },
  { name: 'a design with times', path: 'docs/specs/2031-03-24-validation-design.md', text: lines('# Validation', '', '**Status:** Draft', '', '## Impact', 'All orders.', '', '## Timeline', '- 08:45 the market opens', '- 12:00 a pause', '- 15:00 it closes', '', '## Mitigation', 'A limit.') },
  { name: 'minutes of a meeting', path: 'doc/meetings/2031-05-14.md', text: lines('# Meeting 2031-05-14', '', '- 10:00 The outage of last week', '- 10:20 Actions', '- 10:40 Next steps') },
  { name: 'a paper with all the parts', path: 'research/summaries/2601.md', text: lines('# A paper', '', '## Timeline', 'Long.', '', '## Impact', 'Large.', '', '## Detection', 'By eye.', '', '## Mitigation', 'None.', '', '## Lessons learned', 'Many.') },
  { name: 'an example to copy, whatever it tells', path: 'skills/communication/examples/incident.md', text: incident },
  { name: 'a drill that was written up', path: 'docs/incidents/2031-05-02-cache.md', text: incident.replace('Orders', 'In this game day, orders') },
  { name: 'work that was announced', path: 'content/issues/2031-08-23-database.md', text: lines('---', 'title: Upgrade of the database', 'date: 2031-08-23T14:10:00Z', 'resolved: true', 'resolvedWhen: 2031-08-23T15:55:00Z', 'severity: down', '---', 'The database is down from 14:10 to 15:55.') },
  { name: 'what a quarter brought', path: 'docs/incidents/2031-q2.md', text: lines('# Quarterly review of incidents', '', '## Impact', 'On 2031-05-02 at 10:00 the cache was down.', '', '## Lessons learned', 'Many.') },
  { name: 'a list of incidents', path: 'docs/incidents.md', text: lines('# Incidents', '', '## 2031-05-02 Cache down', 'At 10:00 the cache was down.', '', '## 2031-06-02 Queue down', 'At 11:00 the queue was down.') },
  {
    name: 'a session on a fault that has all the parts',
    path: 'docs/notes/2031-11-03_login.md',
    text: lines('# Login is broken - 2031-11-03', '', '## Timeline', '- 10:00 `src/login.ts` returns undefined ❌', '- 10:20 the session of the agent goes on in `src/token.ts`', '- 10:40 fixed in `src/token.ts` and `test/token.test.ts` ✅', '', '## Impact', '`src/app.tsx` renders nothing ❌', '', '## Root cause', '`src/token.ts:40` ✅', '', '## Resolution', '`npm test` is green ✅', '', '## Next steps', 'Look at `src/user.ts` ⚠'),
  },
  { name: 'a post-mortem of a project', path: 'docs/postmortems/atlas.md', text: lines('# Post-mortem: Atlas', '', 'Shipped on 2031-08-15, in two phases.', '', '## What went well', 'The plan.', '', '## Lessons', 'Begin with the store.', '', '## Action items', '- Keep the plan') },
  { name: 'something else that lies among them', path: 'docs/incidents/2031-08-15-directive.md', text: lines('# Directive', '', 'Status: active', '', 'On 2031-08-15 the rules were lost. From now on all work is kept.') },
  { name: 'a runbook among incidents', path: 'incidents/runbooks/queue.md', text: lines('# The queue stalls', '', '## Impact', 'On 2031-05-02 the queue failed for the first time.', '', '## Detection', 'The alert.', '', '## Root cause', 'A slow consumer.', '', '## Resolution', 'Restart it.') },
  { name: 'a pitch that lies among post-mortems', path: 'docs/postmortem/predictor.md', text: lines('# Pitch: the predictor', '', '2031-05-02', '', '## Impact', 'Better odds.', '', '## Solution', 'More features.', '', '## Next steps', 'Train it.', '', '## Lessons', 'Few.') },
  { name: 'a move on a status page, of a service that is called after issues', path: 'content/issues/2031-11-17-site.md', text: lines('---', 'title: issues.example.org and site-issues, arm64 migration', 'date: 2031-11-17T14:00:00Z', 'resolved: true', 'severity: disrupted', '---', 'All done.') },
  { name: 'what a status page says will happen', path: 'content/issues/2031-11-18-controllers.md', text: lines('---', 'title: Controllers', 'date: 2031-11-18T14:00:00Z', 'resolved: true', 'severity: notice', '---', 'From 14:30 on we will replace the controllers.') },
  { name: 'the pages of a theme', path: 'themes/page/exampleSite/content/issues/2031-01-02-outage.md', text: lines('---', 'title: Outage of the API', 'date: 2031-01-02T14:00:00Z', 'resolved: true', 'severity: down', '---', 'The API was down.') },
  { name: 'somebody who steps down', path: '_posts/2031-04-30-stepping-down.md', text: lines('# Stepping down', '', 'On 2031-04-30 I leave. We had problems, and I could not solve them all.') },
  { name: 'a fault that nothing calls an incident', path: 'docs/2031-05-02-parser.md', text: lines('# The parser', '', 'On 2031-05-02 the parser failed.', '', '## Impact', 'None.', '', '## Cause', 'A comma.', '', '## Resolution', 'A test.', '', '## Next steps', 'More tests.') },
  { name: 'nothing', path: 'a.md', text: '' },
];
