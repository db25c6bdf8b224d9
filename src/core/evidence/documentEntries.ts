import type { ToldDocument } from '../found/documentClaim';
import { shortId } from '../found/shortId';
import type { EvidenceEntry } from './entry';
import { keyOf } from './stored';

/** A row has a few lines: characters. */
const LONGEST = 300;

/** What documents tell of the time around an incident, each entry with its line. Known by what it says, since lines move when somebody writes. */
export function documentEntries(documents: readonly ToldDocument[]): EvidenceEntry[] {
  return documents.flatMap(({ ref: document, timeline }) =>
    timeline.map(({ at, line, text }): EvidenceEntry => {
      const ref = shortId(`${document}\n${at}\n${text}`);
      return { key: keyOf({ source: 'document', kind: 'told', ref }), at, source: 'document', kind: 'told', title: text.slice(0, LONGEST), ref, told: { document, line }, turningPoint: true };
    }),
  );
}
