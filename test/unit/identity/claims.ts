import fc from 'fast-check';
import type { Claim } from '../../../src/core/journal/schema';

export const NOW = Date.UTC(2026, 4, 20);
/** "14:02" on the day of these tests, or a whole time. */
export const at = (time: string): string => (time.includes('T') ? time : `2026-05-14T${time}:00Z`);

let made = 0;
/** A claim from 14:02 to 15:00, unless it says otherwise. */
export function claim(source: string, ref: string | undefined, more: Partial<Claim> = {}): Claim {
  made += 1;
  return { id: `claim${made.toString().padStart(5, '0')}`, source, ...(ref !== undefined && { ref }), seen: at('16:00'), title: `${source} title`, start: at('14:02'), end: at('15:00'), ...more };
}

const SOURCES = ['pagerduty', 'prometheus', 'git', 'document', 'import'] as const;
const minutes = fc.nat(600);
const time = (minute: number): string => new Date(Date.UTC(2026, 4, 14) + minute * 60_000).toISOString().replace('.000Z', 'Z');

/** Claims of a busy day: few services, titles and addresses, so that many have something in common. */
export const anyClaims: fc.Arbitrary<readonly Claim[]> = fc
  .array(
    fc.record({
      source: fc.constantFrom(...SOURCES), number: fc.nat(5), start: minutes, minutes: fc.option(fc.nat(120), { nil: undefined }), day: fc.boolean(), service: fc.option(fc.constantFrom('checkout', 'search'), { nil: undefined }),
      title: fc.constantFrom('Checkout queue full', 'Search latency', 'Queue alert', ''), url: fc.option(fc.constantFrom('https://x.example/1', 'https://x.example/2'), { nil: undefined }), seen: fc.nat(3), sure: fc.nat(100), why: fc.constantFrom('one', 'two'),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ source, number, start, minutes: length, day, service, title, url, seen, sure, why }, index) => ({
      id: `claim${index.toString().padStart(5, '0')}`, source, ref: `${source}-${number}`, seen: time(1_000 + seen), title, start: time(start), sure, why: [why],
      ...(day && { precision: 'day' as const }), ...(length !== undefined && { end: time(start + length) }), ...(service !== undefined && { services: [service] }), ...(url !== undefined && { urls: [url] }),
    })),
  );
