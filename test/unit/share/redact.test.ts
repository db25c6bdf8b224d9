import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeIncident } from '../../../src/core/journal/check';
import { SECTIONS, type Section } from '../../../src/core/share/choice';
import { redactIncident } from '../../../src/core/share/redact';
import { FIRST_CHOICE } from '../../../src/core/share/choice';
import { anyIncident } from '../journal/records';
import { anyChoice, EVERY_SECTION, FULL, LOCALE, NOW, shareOf, written } from './records';

/** Words that only one section brings. */
const WORDS: Readonly<Record<Section, string>> = {
  facts: 'What could have been lost', notes: 'Expected next', moment: 'The queue', ratings: 'Asked Person A at once', answers: 'It was a Tuesday', plan: 'two alerts', lesson: 'Cap retries',
  people: 'Carried the work', promises: 'Tell her', feelings: 'You did what you could', outside: 'You were hard to follow', card: 'A bigger part',
};
const OUT: readonly Section[] = ['people', 'promises', 'feelings', 'outside', 'card'];

describe('what leaves of a record', () => {
  it('by default: all but notes about others, promises to them, feelings, and what others said', () => {
    const text = written([FULL], {});
    for (const section of SECTIONS) assert.equal(text.includes(WORDS[section]), !OUT.includes(section), section);
    assert.ok(text.includes('Self-reflection, not appraisal evidence.'));
  });

  for (const section of SECTIONS) {
    it(`${section}: nothing of it where it is off, all where it is on`, () => {
      for (const on of [true, false]) for (const form of ['markdown', 'html'] as const) {
        assert.equal(written([FULL], { form, sections: { ...EVERY_SECTION, [section]: on } }).includes(WORDS[section]), on, `${form}, ${on}`);
      }
    });
  }

  it('a question that this version does not know counts as one about feelings', () => {
    assert.ok(!written([FULL], {}).includes('I was afraid'));
    assert.ok(written([FULL], { sections: { feelings: true } }).includes('I was afraid'));
  });

  it('never what it said before, nor what lost in a merge', () => {
    assert.doesNotMatch(written([FULL], { sections: EVERY_SECTION }), /older wording|A clash/);
    assert.doesNotMatch(written([FULL], { form: 'json', whole: false, sections: EVERY_SECTION }), /older wording|A clash/);
  });

  it('nothing about who is left out', () => {
    const text = written([FULL], { sections: EVERY_SECTION, people: { 'p-1': 'out' } });
    assert.doesNotMatch(text, /Heron|Carried the work|Tell her/);
  });

  it('property: what leaves is a record by the schema, says what each form says, and holds no field that nobody knows', () => {
    fc.assert(
      fc.property(anyIncident, anyChoice, (record, choice) => {
        const redacted = redactIncident(record, { choice, leaves: () => true, hide: (text) => text });
        assert.equal(judgeIncident(JSON.parse(JSON.stringify(redacted))).state, 'valid');
        const known = Object.keys(redacted).filter((key) => !(key in FULL) && !['rawSeverity', 'cancelled'].includes(key));
        assert.deepEqual(known, []);
        assert.match(written([record], choice), choice.form === 'csv' ? /^"Incident",/ : /Self-reflection, not appraisal evidence/);
      }),
      { numRuns: 200 },
    );
  });

  it('property: what the page shows is the beginning of the text that leaves, and says whether there is more', () => {
    const several = fc.uniqueArray(anyIncident, { minLength: 1, maxLength: 70, selector: ({ id }) => id });
    fc.assert(
      fc.property(several, anyChoice, fc.integer({ min: 0, max: 9_000 }), (records, choice, most) => {
        const [share, context] = [shareOf(records), { choice, locale: LOCALE, now: NOW }];
        const [{ text }, shown] = [share.write(context), share.preview(context, most)];
        assert.deepEqual([shown.text, shown.more], [text.slice(0, most), text.length > most]);
      }),
      { numRuns: 50 }, // a text of seventy records takes a tenth of a second
    );
  });

  it('whole JSON is the one form that leaves as it is', () => {
    const text = written([FULL], { form: 'json' });
    assert.match(text, /Priya Nair/);
    assert.match(text, /An older wording/);
    assert.equal(FIRST_CHOICE.whole, true);
  });
});
