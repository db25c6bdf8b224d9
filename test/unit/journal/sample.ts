import type { Incident } from '../../../src/core/journal/schema';

/** A small valid record. */
export const incident = (id: string, more: Partial<Incident> = {}): Incident => ({
  format: 1,
  id,
  title: 'Checkout errors',
  window: { start: '2026-11-24T09:12:00Z', end: '2026-11-24T10:47:00Z' },
  ...more,
});
