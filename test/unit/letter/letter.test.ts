import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident, Person, Reflection } from '../../../src/core/journal/schema';
import { letterOf } from '../../../src/core/letter/letter';
import type { LetterContext, LetterSection, LetterState } from '../../../src/core/letter/state';
import { sayOfMember } from '../../../src/core/deep/members';
import { markDecision } from '../../../src/core/evidence/marks';
import { choose, setWindow } from '../../../src/core/reflection/choices';
import { missPerson } from '../../../src/core/reflection/person';
import { rate } from '../../../src/core/reflection/ratings';
import { writeText } from '../../../src/core/reflection/texts';
import { plainIncident } from '../journal/records';
import { draft, finished, rating, step } from '../reflection/records';

const NOW = Date.parse('2026-06-20T12:00:00Z');
const MEI: Person = { id: 'p-mei', name: 'Mei Lin' };

function letter(incident: Incident, more: Partial<LetterContext> = {}): LetterState {
  return letterOf({ incident, last: undefined, people: [MEI], locale: { zone: 'UTC', language: 'en' }, now: NOW, titleOf: () => undefined, ...more });
}

function section(incident: Incident, id: string, more: Partial<LetterContext> = {}): LetterSection | undefined {
  return letter(incident, more).sections.find((each) => each.id === id);
}

/** A section as lines: "label | text", and what each said before. */
function lines(incident: Incident, id: string, more: Partial<LetterContext> = {}): string[] {
  return (section(incident, id, more)?.parts ?? []).flatMap(({ label, text, changes }) => [
    [label, text].filter(Boolean).join(' | '),
    ...changes.flatMap(({ title, before }) => [`  ${title}`, ...before.map((each) => `    ${each.until}: ${each.text}`)]),
  ]);
}

const FULL: Incident = finished(
  {
    guess: { best: 'C1', costly: 'C5' },
    evidenceOpened: '2026-05-14T18:03:00Z',
    answers: { moment: 'The queue.\nIt rose.', lastPlan: 'replace' },
    person: 'e1',
    ratings: [rating('C1', { anchor: 4, evidence: 'Said it at the second alert.' }), rating('C5', { anchor: 'no-occasion' })],
  },
  {
    role: 'commander', kind: 'real', outcome: 'rough', severity: 'sev2', stakes: 'Orders.',
    evidence: [
      { id: 'v1', at: '2026-05-14T14:20:00Z', source: 'git', kind: 'landing', title: 'halve the pool', ref: '1a2b3c4d5e6f', repository: 'payments', moment: true },
      { id: 'v2', at: '2026-05-14T14:30:00Z', source: 'person', kind: 'moment', title: 'A shop called' },
      { id: 'v3', at: '2026-05-14T14:31:00Z', source: 'git', kind: 'landing', title: 'of no account', hidden: true },
    ],
    foresight: [{ id: 'n1', at: '2026-05-14T14:10:00Z', belief: 'It is the pool.', sure: 70, next: 'A restart helps.', judged: 'no' }],
    incidentNotes: [{ id: 'i1', at: '2026-05-14T14:05:00Z', text: 'Started late' }],
    people: [{ id: 'e1', person: 'p-mei', marks: ['corrected', 'calmed'], note: 'Said that they were retries.', thanked: '2026-05-20T09:00:00Z' }],
    plan: {
      id: 'plan1', cue: 'two alerts in five minutes', act: 'say who leads', made: '2026-05-14T18:09:00Z', typed: { cue: 'two alerts', act: 'say it' },
      ledger: [{ id: 'l1', at: '2026-06-01T10:00:00Z', did: 'forgot', incident: 'other', why: 'It was late.' }],
    },
    promises: [{ id: 'q1', text: 'Tell them what it made possible', person: 'p-mei', due: '2026-05-17', check: 'They nod.', state: 'kept' }],
  },
);

describe('a finished reflection as a letter', () => {
  it('has the title, when it was, and when it was looked back at', () => {
    const { title, when, finished: words, skipped } = letter(FULL);
    assert.deepEqual([title, when, words, skipped], ['Payment timeouts', 'Thu 14 May, 14:02 to 15:37', 'Finished on Thu 14 May.', undefined]);
  });

  it('has its sections in the order in which they are read', () => {
    assert.deepEqual(letter(FULL).sections.map(({ id }) => id), ['facts', 'lastPlan', 'guess', 'notes', 'moment', 'ratings', 'person', 'plan', 'promises']);
  });

  const rows: readonly (readonly [id: string, expected: readonly string[]])[] = [
    ['facts', ['A real incident. You led. It ended rough. It took 1 h 35 min. SEV-2 major.', 'What could have been lost? | Orders.']],
    ['lastPlan', ['What becomes of your last plan? | A new one takes its place']],
    ['guess', ['Went best | Size up and declare', 'Cost most | Close the loop', 'As you guessed it before you saw the evidence.']],
    ['notes', ['14:05 | Started late', '14:10, 70 % sure | It is the pool.', 'What you expected next | A restart helps.', 'Did it happen? No.']],
    ['moment', [
      'Thu 14 May, 14:20 | halve the pool', 'Commit 1a2b3c4 in payments', 'What were you looking at? | The queue.\nIt rose.',
      'Also on that day, not in git', 'Thu 14 May, 14:30 | A shop called',
    ]],
    ['ratings', [
      'Size up and declare', '4: Declared on a stated threshold and fixed symptoms, scope and trend with the experts in minutes.', 'What shows it | Said it at the second alert.',
      'Close the loop', 'No occasion this time.',
    ]],
    ['person', ['Mei Lin', 'Corrected us. Calmed.', 'Told on 20 May.', 'What did it make possible? | Said that they were retries.']],
    ['plan', [
      'When I next see two alerts in five minutes, I will say who leads.', 'Made on 14 May.', 'Typed from memory | When I next see two alerts, I will say it.',
      'What became of it', '1 June, after Search is slow | It came, and I forgot.', 'It was late.',
    ]],
    ['promises', ['Mei Lin | Tell them what it made possible', 'The sign to look for | They nod.', 'Kept. Due on 17 May.']],
  ];
  for (const [id, expected] of rows) {
    it(`says in words: ${id}`, () => assert.deepEqual(lines(FULL, id, { titleOf: (other) => (other === 'other' ? 'Search is slow' : undefined) }), expected));
  }

  it('says what became of the plan before, and what made the difference', () => {
    const before = finished({}, { id: 'before', title: 'The outage before', plan: { id: 'p1', cue: 'a graph that halves', act: 'wait', made: '2026-05-01T10:00:00Z' } });
    const last = { incident: before, plan: before.plan as NonNullable<Incident['plan']>, entry: { id: 'l1', at: '2026-05-14T18:01:00Z', did: 'acted' as const, incident: FULL.id, why: 'I had it on a note.' } };
    const said = ['When I next see a graph that halves, I will wait.', 'You made it on 1 May, after The outage before.', 'It came, and I did it.', 'What made the difference? | I had it on a note.'];
    assert.deepEqual(lines(finished(), 'lastPlan', { last }), said);
    const { entry, ...unsaid } = last;
    assert.ok(entry);
    assert.equal(letter(FULL, { last: unsaid }).skipped, undefined, 'what became of it was said');
    assert.match(letter(finished(), { last: unsaid }).skipped ?? '', /^Skipped: Last plan, Facts,/);
  });

  it('names what was skipped in one line, and says nothing else of it', () => {
    const { sections, skipped } = letter(finished({ skipped: ['facts', 'guess', 'evidence', 'ratings', 'nextPlan'] }));
    assert.equal(skipped, 'Skipped: Facts, Guess, Evidence, Ratings, Next plan.');
    assert.deepEqual(sections.map(({ id, parts }) => [id, parts.map(({ text }) => text)]), [['facts', ['It took 1 h 35 min.']]]);
  });

  it('shows an act of another table by its number alone, and a clash with both texts', () => {
    assert.deepEqual(lines(finished({ ratings: [rating('C1', { anchor: 2, table: 9 })] }), 'ratings'), ['Size up and declare', '2, in an earlier wording of the acts.']);
    const twofold = finished({}, { stakes: 'Here.', clashes: [{ path: 'text/stakes', other: 'There.' }] });
    assert.deepEqual(lines(twofold, 'twofold').slice(1), ['What could have been lost? | There.']);
    assert.deepEqual(lines(twofold, 'facts').slice(1), ['What could have been lost? | Here.']);
  });

  it('names a note that is the moment, and does not say it twice', () => {
    const evidence = [{ id: 'v1', at: '2026-05-14T14:10:00Z', source: 'incident', kind: 'note', ref: 'n1', title: 'It is the pool.', moment: true }];
    assert.deepEqual(lines({ ...FULL, evidence }, 'moment')[0], 'Thu 14 May, 14:10 | Your note, as it stands above');
    assert.deepEqual(lines({ ...FULL, evidence, foresight: [] }, 'moment')[0], 'Thu 14 May, 14:10 | It is the pool.');
  });
});

describe('what a letter said before', () => {
  const [first, second] = [step('19:00', '18:59'), { ...step(), now: '2026-06-05T09:00:00Z', session: '2026-06-05T08:59:00Z' }];

  it('stands beside its field, the newest first', () => {
    const once = writeText(FULL, 'stakes', 'Orders and trust.', first);
    assert.deepEqual(lines(once, 'facts').slice(1), ['What could have been lost? | Orders and trust.', '  Changed on 14 May: what it said before', '    Until Thu 14 May, 19:00: Orders.']);
    const twice = writeText(once, 'stakes', 'Trust.', second);
    assert.deepEqual(lines(twice, 'facts').slice(1), [
      'What could have been lost? | Trust.', '  Changed 2 times, last on 5 June: what it said before', '    Until Fri 5 Jun, 09:00: Orders and trust.', '    Until Thu 14 May, 19:00: Orders.',
    ]);
    assert.equal(letter(twice).finished, 'Finished on Thu 14 May. Changed since, last on Fri 5 Jun.');
  });

  it('names the field where several stand in one sentence, with stored values in words', () => {
    const changed = setWindow(choose(FULL, { type: 'choose', field: 'role', value: 'standby' }, first), '2026-05-14T14:00:00Z', '2026-05-14T15:37:00Z', first);
    assert.deepEqual(lines(changed, 'facts').slice(0, 5), [
      'A real incident. You stood by. It ended rough. It took 1 h 37 min. SEV-2 major.',
      '  What I mostly did: Changed on 14 May: what it said before', '    Until Thu 14 May, 19:00: Led', '  When: Changed on 14 May: what it said before', '    Until Thu 14 May, 19:00: Thu 14 May, 14:02 to 15:37',
    ]);
  });

  it('is not lost with a field that is empty now', () => {
    const { thanked, ...mei } = FULL.people?.[0] ?? assert.fail();
    assert.ok(thanked);
    const emptied = missPerson(writeText({ ...FULL, people: [mei] }, 'moment', '', first), undefined, first);
    assert.deepEqual(lines(emptied, 'changes'), [
      'What were you looking at when your next step was not obvious?', '  Changed on 14 May: what it said before', '    Until Thu 14 May, 19:00: The queue.\nIt rose.',
      'Who would have been missed', '  Changed on 14 May: what it said before', '    Until Thu 14 May, 19:00: Mei Lin',
    ]);
    assert.deepEqual(lines(emptied, 'person'), ['What did it make possible? | Said that they were retries.']);
  });

  it('says of a field that said nothing: nothing', () => {
    assert.deepEqual(lines(writeText(finished(), 'stakes', 'Orders.', first), 'facts').at(-1), '    Until Thu 14 May, 19:00: Nothing');
  });

  it('takes no first word in the deep path or in the lesson for a change; only says when something was added', () => {
    const entry = { key: 'git:a', at: '2026-05-14T14:32:00Z', source: 'git', kind: 'landing', ref: 'a'.repeat(40), title: 'raise it', turningPoint: true } as const;
    const written = [['lesson', 'Look at the queue.'], ['answer.luck', 'Somebody was awake.'], ['evidence.C3', 'I asked Raj.']] as const;
    const base = finished({}, { people: [{ id: 'e1', person: 'p-mei', marks: [] }] });
    const deep = written.reduce((record, [field, text]) => writeText(record, field, text, first), base);
    const all = sayOfMember(sayOfMember(markDecision(deep, entry, true, first), 'p-mei', 'calmed', true, first), 'p-mei', 'thanked', true, first);
    assert.equal(all.reflection?.revisions?.length, 6);
    const { finished: words, sections } = letter(all);
    assert.deepEqual(sections.flatMap(({ parts }) => parts.flatMap(({ changes }) => changes)), []);
    assert.match(words, /^Finished on .* Added to since, last on Thu 14 May\.$/);
    const changed = letter(writeText(all, 'answer.luck', 'Raj was awake.', second));
    assert.match(changed.finished, /Changed since, last on Fri 5 Jun\.$/);
    assert.deepEqual(changed.sections.flatMap(({ parts }) => parts.flatMap(({ changes }) => changes.flatMap(({ before }) => before.map(({ text }) => text)))), ['Somebody was awake.']);
    const untold = sayOfMember(all, 'p-mei', 'thanked', false, second);
    assert.match(JSON.stringify(letter(untold)), /When you thanked them(?!.*\/people\/)/);
  });

  it('keeps a rating beside the one that it was rated again with, and says a text that stayed once', () => {
    const again = rate(FULL, 'C1', 2, second);
    assert.deepEqual(lines(again, 'ratings').slice(1, 5), [
      '2: Suspected something big but waited for certainty before telling anyone.', '  Rated again on 5 June: what you rated before',
      '    Until Fri 5 Jun, 09:00: 4: Declared on a stated threshold and fixed symptoms, scope and trend with the experts in minutes.',
      'What shows it | Said it at the second alert.',
    ]);
    const rewritten = writeText(again, 'evidence.C1', 'Support had asked twice.', second);
    const all = lines(rewritten, 'ratings').join('\n');
    assert.equal(all.split('Said it at the second alert.').length, 2);
    assert.ok(all.includes('What shows it | Support had asked twice.\n  Changed on 5 June: what it said before\n    Until Fri 5 Jun, 09:00: Said it at the second alert.'));
  });

  it('reads the marks of the timeline', () => {
    const before = '2026-05-14T14:20:00Z halve (the) pool (moment)\n2026-05-14T14:31:00Z by hand (x)\nno line of ours';
    const changed = finished({ revisions: [{ id: 'r1', at: '2026-05-14T19:00:00Z', field: 'evidence', before }] });
    assert.equal(section(changed, 'changes')?.parts[0]?.changes[0]?.before[0]?.text, 'Thu 14 May, 14:20: halve (the) pool (the moment)\nThu 14 May, 14:31: by hand (x)\nno line of ours');
  });
});

/** A record in which each text that a lead typed is a word that nothing else has. */
function withWords(incident: Incident): { readonly record: Incident; readonly words: readonly string[] } {
  const words: string[] = [];
  const word = (): string => words[words.push(`word${words.length}x`) - 1] ?? '';
  const maybe = <K extends string>(key: K, text: unknown) => (text === undefined ? {} : ({ [key]: word() } as { [key in K]: string }));
  const each = <T>(list: readonly T[] | undefined, change: (item: T) => T) => list && list.map(change);
  const fill = ({ answers, ratings, revisions, ...reflection }: Reflection): Reflection => ({
    ...reflection,
    ...(answers && { answers: Object.fromEntries(Object.keys(answers).map((key) => [key, word()])) }),
    ...(ratings && { ratings: ratings.map((one) => ({ ...one, ...maybe('evidence', one.evidence) })) }),
    ...(revisions && { revisions: revisions.map((one) => ({ ...one, before: word() })) }),
  });
  const { plan, lesson, reflection } = incident;
  const record = {
    ...incident,
    title: word(),
    ...maybe('stakes', incident.stakes),
    services: each(incident.services, word),
    tags: each(incident.tags, word),
    incidentNotes: each(incident.incidentNotes, (one) => ({ ...one, text: word() })),
    evidence: each(incident.evidence, (one) => (one.moment || one.source === 'person' ? { ...one, title: word() } : one)),
    foresight: each(incident.foresight, (one) => ({ ...one, belief: word(), ...maybe('next', one.next) })),
    people: each(incident.people, (one) => ({ ...one, ...maybe('note', one.note) })),
    promises: each(incident.promises, (one) => ({ ...one, text: word(), ...maybe('check', one.check) })),
    outside: each(incident.outside, (one) => ({ ...one, text: word() })),
    clashes: each(incident.clashes, (one) => ({ ...one, other: word() })),
    ...(lesson && { lesson: { ...lesson, text: word() } }),
    ...(reflection && { reflection: fill(reflection) }),
    ...(plan && {
      plan: {
        ...plan, ...maybe('cue', plan.cue), ...maybe('act', plan.act),
        ...(plan.typed && { typed: { ...maybe('cue', plan.typed.cue), ...maybe('act', plan.typed.act) } }),
        ...(plan.ledger && { ledger: plan.ledger.map((one) => ({ ...one, ...maybe('why', one.why) })) }),
      },
    }),
  };
  return { record: record as Incident, words };
}

/** Everything that can be read. */
function readable({ title, sections }: LetterState): string {
  const parts = sections.flatMap((each) => each.parts);
  return [title, ...parts.flatMap(({ label, text, changes }) => [label, text, ...changes.flatMap(({ before }) => before.map((each) => each.text))])].join('\n');
}

describe('every text of a record', () => {
  const choices = fc.record({ named: fc.boolean(), questions: fc.subarray(['moment', 'lastPlan', 'person.note']), behaviours: fc.array(fc.constantFrom('C1', 'C5', 'X9'), { minLength: 3, maxLength: 3 }) });
  /** As the schema allows, but with what a lead would more often have: a person who is named, the questions of the screens, behaviours rated twice. */
  const whole = fc.tuple(plainIncident, choices).map(([incident, { named, questions, behaviours }]): Incident => {
    const { reflection = draft().reflection as Reflection, people } = incident;
    const answers = { ...reflection.answers, ...Object.fromEntries(questions.map((question) => [question, 'x'])) };
    const ratings = reflection.ratings?.map((each, index) => ({ ...each, behaviour: behaviours[index] ?? 'C1' }));
    const id = named ? people?.[0]?.id : undefined;
    return { ...incident, reflection: { ...reflection, answers, ...(ratings && { ratings }), ...(id !== undefined && { person: id }), finished: '2026-05-14T18:10:00Z' } };
  });

  it('is in the letter, once', () => {
    fc.assert(
      fc.property(whole, (incident) => {
        const { record, words } = withWords(incident);
        const text = readable(letter(record));
        assert.deepEqual(words.filter((word) => text.split(word).length !== 2), []);
      }),
      { numRuns: 300 },
    );
  });

  it('of every field that was revised stays to be seen, the newest first', () => {
    const fields = ['stakes', 'moment', 'role', 'best', 'window', 'person', 'person.marks', 'promise', 'evidence', 'evidence.C1', 'foresight.n1', '/title', '/promises/q1/text', 'plan.cue', 'picked', 'of another version', '__proto__'];
    const revision = fc.record({ field: fc.constantFrom(...fields), at: fc.integer({ min: 0, max: 40 }).map((day) => new Date(Date.parse('2026-05-15T10:00:00Z') + day * 86_400_000).toISOString()) });
    fc.assert(
      fc.property(fc.array(revision, { maxLength: 12 }), fc.constantFrom(FULL, finished()), (revisions, record) => {
        const kept = revisions.map((each, index) => ({ ...each, id: `r${index}`, before: `before${index}x` }));
        const { sections } = letter({ ...record, reflection: { ...(record.reflection as Reflection), revisions: kept } });
        const groups = sections.flatMap(({ parts }) => parts.flatMap(({ changes }) => changes)).map(({ before }) => before.map(({ text }) => kept.find((each) => each.before === text) ?? assert.fail(text)));
        assert.equal(groups.flat().length, kept.length);
        for (const group of groups) assert.deepEqual(group.map(({ at }) => at), group.map(({ at }) => at).sort().reverse());
      }),
    );
  });
});
