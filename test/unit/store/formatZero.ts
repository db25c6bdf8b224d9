import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Migrations, Step } from '../../../src/core/journal/migrations';

/*
 * A format 0 that never was, to see the steps work: an incident had a name, a start and an end beside its id, and other words for
 * roles; the journal was public or not; people were names by id.
 */

const incident: Step = ({ name, start, end, role, ...rest }) => ({ ...rest, title: name, window: { start, end }, ...(role === 'ic' && { role: 'commander' }) });
const facts: Step = ({ public: shared, ...rest }) => ({ ...rest, shared });
const people: Step = ({ names, ...rest }) => ({ ...rest, people: Object.entries(names as Record<string, unknown>).map(([id, name]) => ({ id, name })) });

export const fromZero: Migrations = { incident: { 0: incident }, facts: { 0: facts }, people: { 0: people } };

/** The bytes of a fixture. */
export function zero(kind: 'incident' | 'journal' | 'people'): string {
  return readFileSync(fileURLToPath(new URL(`./fixtures/format0/${kind}.json`, import.meta.url)), 'utf8');
}
