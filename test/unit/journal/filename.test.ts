import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameParts, incidentFile } from '../../../src/core/journal/filename';
import { incident } from './sample';

describe('the file of a record', () => {
  const created = Date.UTC(2026, 10, 24, 23, 59);
  const names: readonly (readonly [string, string])[] = [
    ['Checkout errors after the queue change', 'checkout-errors-after-the-queue-change-'],
    ['Ärger im Café: 100 % weg!', 'arger-im-cafe-100-weg-'],
    ['../../etc/passwd', 'etc-passwd-'],
    ['a'.repeat(100), `${'a'.repeat(40)}-`],
    ['障害', ''],
    ['   ', ''],
  ];

  for (const [title, slug] of names) {
    it(`is named after its day, ${JSON.stringify(title.slice(0, 40))} and its id`, () => {
      assert.equal(incidentFile(incident('7k3f9q2mxa', { title }), created), `incidents/2026/2026-11-24-${slug}7k3f9q2mxa.debrief.json`);
    });
  }

  it('has a name that is safe everywhere and says its id, whatever the title is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{10}$/), (title, id) => {
      const file = incidentFile(incident(id, { title }), created);
      assert.match(file, /^incidents\/2026\/2026-11-24-([a-z0-9]([a-z0-9-]{0,39})-)?[0-9a-z]{10}\.debrief\.json$/);
      assert.equal(fileNameParts(file).id, id);
    }));
  });

  it('says what to call it where the record cannot be read', () => {
    assert.deepEqual(fileNameParts('incidents/2026/2026-11-24-checkout-errors-7k3f9q2mxa.debrief.json'), { day: '2026-11-24', name: '2026-11-24 checkout-errors', id: '7k3f9q2mxa' });
    assert.deepEqual(fileNameParts('incidents/2026/2026-11-24-7k3f9q2mxa.debrief.json'), { day: '2026-11-24', name: '2026-11-24', id: '7k3f9q2mxa' });
    assert.deepEqual(fileNameParts('incidents/My copy.debrief.json'), { day: undefined, name: 'My copy', id: undefined });
  });
});
