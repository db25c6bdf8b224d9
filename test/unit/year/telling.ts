import assert from 'node:assert/strict';
import { readIncidentDocument } from '../../../src/core/documents/read';
import { documentClaim, toldBy } from '../../../src/core/found/documentClaim';
import { declareIncident, openIncidents, type NotedMoment } from '../../../src/core/incident/life';
import { linkEffect } from '../../../src/core/incidentLink/linkEffect';
import { readLink } from '../../../src/core/incidentLink/readLink';
import type { Claim, Incident } from '../../../src/core/journal/schema';
import { signalOf } from '../../../src/core/signals/findSignals';
import { claimOfSignal } from '../../../src/core/signals/signalClaim';
import { KnownIncidents } from '../../../src/core/tableImport/duplicates';
import { incidentOf } from '../../../src/core/tableImport/rows';
import { firstChoice, judgeTable } from '../../../src/core/tableImport/tableState';
import type { Machine } from './machine';
import type { ToldIncident } from './story';

/** An incident that seems to last longer is refused: most likely the month is wrong. */
const LONGEST = 30 * 86_400_000;

/** An incident as it is told: what it is called, and when it was, ISO 8601 UTC. */
export interface Told extends ToldIncident {
  readonly title: string;
  readonly number: number;
  readonly start: string;
  readonly end: string;
}

/** What one line of the story does to the journal of a machine. Gives the id of the incident. */
export async function declares(machine: Machine, { title, severity }: Told, moment: NotedMoment): Promise<string> {
  return saved(await machine.journal.create(declareIncident({ title, severity }, moment))).id;
}

/** The link of an incident tool, followed. Undefined where it is taken for one that runs for longer than any incident may, and is refused. */
export async function followsLink(machine: Machine, { title, severity, service, start, end, number }: Told, state: 'open' | 'resolved', moment: NotedMoment): Promise<string | undefined> {
  const query = new URLSearchParams({ v: '1', source: 'pagerduty', id: `PD-2026-${number}`, title, sev: severity, service, start, state, ...(state === 'resolved' && { end }) }).toString();
  const reading = readLink('/incident', decodeURIComponent(query.replaceAll('+', ' ')), Date.parse(moment.now));
  assert.ok(reading.ok, reading.ok ? '' : reading.reason);
  const deleted = machine.journal.deletedEntries().flatMap((entry) => (entry.state === 'ok' ? [entry.record] : []));
  const records = machine.journal.records();
  const effect = linkEffect(reading.link, { records, deleted }, moment);
  if (!effect.ok) {
    assert.ok(openIncidents(records).some(({ window }) => Date.parse(moment.now) - Date.parse(window.start) > LONGEST), effect.reason);
    return undefined;
  }
  if (effect.act === 'add') return saved(await machine.journal.create(effect.record)).id;
  if (effect.act === 'change') return saved(await machine.journal.update(effect.before.id, () => effect.after)).id;
  return effect.record.id;
}

/** A row of a table, imported. Undefined where the journal has it, or one that looks like it. */
export async function imports(machine: Machine, { title, severity, service, start, end, number }: Told, moment: NotedMoment): Promise<string | undefined> {
  const now = Date.parse(moment.now);
  const columns = ['Incident number', 'Title', 'Created At', 'Resolved At', 'Severity', 'Service'];
  const table = { columns, rows: [{ line: 2, cells: [`INC-2026-${number}`, title, start, end, severity, service] }] };
  const choice = firstChoice(table, moment.locale.zone);
  const judged = judgeTable(table, { name: 'incidents.csv', choice, locale: moment.locale, now }, new KnownIncidents(machine.journal.records(), now));
  assert.deepEqual(judged.left, []);
  const [row] = judged.ready;
  return row && saved(await machine.journal.create(incidentOf(row, choice.source, moment.newId, now))).id;
}

/** What git's history says: the revert of a change that hurt. */
export function gitClaim({ title, start, end, number }: Told, { locale, now, newId }: NotedMoment): Claim {
  const hash = number.toString(16).padStart(40, 'a');
  const commit = {
    hash, parents: [], committed: Date.parse(end), written: Date.parse(end), author: 'Ana Ferreira', documents: [],
    subject: `Revert "${title}"`, body: `This caused the outage in production.\n\nThis reverts commit ${'b'.repeat(40)}.`,
  };
  const undone = { commit: { hash: 'b'.repeat(40), parents: [], committed: Date.parse(start), subject: title, author: 'Ben Okafor' }, landed: Date.parse(start), landing: 'b'.repeat(40) };
  const signal = signalOf({ commit, landed: Date.parse(end), landing: hash, undone }, []);
  assert.ok(signal, 'git shows a sign');
  return claimOfSignal(signal, { id: newId(), locale, now: Date.parse(now) });
}

/** What an incident document in the workspace says. */
export function claimOfDocument({ title, severity, service, start, end, number }: Told, { now }: NotedMoment): Claim {
  const path = `docs/incidents/${start.slice(0, 10)}-${number}.md`;
  const time = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  const text = [
    `# Incident ${start.slice(0, 10)}: ${title}`, '', `- Severity: ${severity}`, `- Service: ${service}`, `- Start: ${time(start)}`, `- End: ${time(end)}`, '',
    '## Summary', '', 'Requests failed for many users until the change was reverted.', '', '## Impact', '', 'A third of the orders could not be placed.', '',
    '## Timeline (UTC)', '', `- ${start.slice(11, 16)} alerts fired`, `- ${end.slice(11, 16)} recovered`, '', '## Action items', '', '- [ ] Add an alert', '',
  ].join('\n');
  const document = readIncidentDocument(path, text);
  assert.ok(document.accepted, 'the document is recognised');
  const claim = documentClaim(toldBy(`service/${path}`, document), document.severity?.value, Date.parse(now));
  assert.ok(claim, 'the document names a day');
  return claim;
}

/** The record of a save, which went well. */
export function saved(outcome: { readonly ok: true; readonly record: Incident } | { readonly ok: false; readonly reason: string }): Incident {
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason);
  return outcome.record;
}
