// What tests of links share.
import assert from 'node:assert/strict';
import type { NotedMoment } from '../../../src/core/incident/life';
import { readLink, type IncidentLink } from '../../../src/core/incidentLink/readLink';

export const NOW = '2026-05-14T16:00:00.000Z';
export const locale = { zone: 'UTC', language: 'en' };

/** The editor's own way with an address: it takes one encoding off, sign by sign where the whole is none. */
export function asEditor(query: string): string {
  return query.replace(/(%[0-9A-Za-z][0-9A-Za-z])+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

export function moment(now = NOW): NotedMoment {
  let made = 0;
  return { now, locale, newId: () => `id${String(made++).padStart(8, '0')}` };
}

/** What a link says that is as it should be. */
export function linkOf(query: string, now = NOW): IncidentLink {
  const reading = readLink('/incident', asEditor(query), Date.parse(now));
  assert.ok(reading.ok, reading.ok ? '' : reading.reason);
  return reading.link;
}

/** Why a link is refused. */
export function refusal(query: string, now = NOW): string {
  const reading = readLink('/incident', asEditor(query), Date.parse(now));
  assert.ok(!reading.ok, `it was taken: ${query}`);
  return reading.reason;
}
