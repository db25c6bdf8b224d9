import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deepState } from '../../../src/core/deep/deepStateOf';
import type { DeepState } from '../../../src/core/deep/deepState';
import { knownBy } from '../../../src/core/deep/knownBy';
import { coach, sayOfMember } from '../../../src/core/deep/members';
import { chooseView, noteAsked, openView } from '../../../src/core/deep/outsideView';
import { DEEP_PLACES, DEEP_SECTIONS, type DeepPlace } from '../../../src/core/deep/places';
import { nextSeek } from '../../../src/core/deep/personParts';
import { leaveDeep, leaveSection, openPlace, placeBeside } from '../../../src/core/deep/progress';
import { questions } from '../../../src/core/deep/questions';
import { answeredSections, deepPlace, sectionToGoOn } from '../../../src/core/deep/sections';
import type { EvidenceEntry } from '../../../src/core/evidence/entry';
import { markDecision } from '../../../src/core/evidence/marks';
import { timeline } from '../../../src/core/evidence/timeline';
import type { Incident } from '../../../src/core/journal/schema';
import { letterOf } from '../../../src/core/letter/letter';
import { typeText } from '../../../src/core/reflection/clashes';
import { openScreen } from '../../../src/core/reflection/progress';
import { writeText } from '../../../src/core/reflection/texts';
import { CARD_CHOICE } from '../../../src/core/share/choice';
import { draft, finished, rating, step } from '../reflection/records';
import { EVERY_SECTION, written } from '../share/records';

const MEI = { id: 'p-mei', name: 'Mei Lin', alias: 'Heron', mails: ['mei@example.org'] };
const LOCALE = { zone: 'UTC', language: 'en' };
const NOW = Date.parse('2026-05-14T18:00:00Z');
const guessed = { guess: { best: 'C1', costly: 'C5' } };

const entry = (key: string, time: string, more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({ key, at: `2026-05-14T${time}:00Z`, source: 'git', kind: 'landing', title: `Title ${key}`, turningPoint: true, ref: key, ...more });

function stateOf(incident: Incident, entries: readonly EvidenceEntry[] = [], more: { readonly loadLimit?: number } = {}): DeepState {
  const people = [{ name: 'Mei Lin', mails: ['mei@example.org'] }, { name: 'Omar', mails: [] }];
  const journal = { format: 1 as const, id: 'journal001', ...more };
  return deepState({
    incident, last: undefined, people: [MEI], files: { journal }, evidence: { status: 'ready', entries, people, machines: [], problems: [], inside: 0 },
    locale: LOCALE, now: NOW, save: { kind: 'saved' }, unsaved: new Map(), session: { turnedBack: {}, differs: false, guessOpen: false }, records: [incident],
  });
}

const at = (place: DeepPlace, incident: Incident = draft(guessed)): Incident => openPlace(incident, place, step());

describe('the way through the deep path', () => {
  it('is stored where it was left, and goes when a screen is opened', () => {
    const there = at('D');
    assert.deepEqual([there.reflection?.path, deepPlace(there), stateOf(there).place], ['deep', 'D', 'D']);
    assert.equal(deepPlace(openScreen(there, 'guess', step())), undefined);
    assert.deepEqual(leaveDeep(there, step()).reflection, { ...draft(guessed).reflection, path: 'deep' });
    assert.equal(deepPlace({ ...there, reflection: { path: 'deep', started: '2026-05-14T18:00:00Z', section: 'Z' } }), 'list', 'a place of another version');
  });

  it('goes from each section to the next, and from the last to the list', () => {
    const way = [...DEEP_SECTIONS].reduce<DeepPlace[]>((before) => [...before, placeBeside(before.at(-1) ?? 'list', 1)], ['list']);
    assert.deepEqual(way, ['list', ...DEEP_SECTIONS]);
    assert.deepEqual([placeBeside('I', 1), placeBeside('A', -1), placeBeside('list', -1), placeBeside('card', 1)], ['list', 'list', 'list', 'E']);
  });

  it('counts a section that was passed by as skipped, until it is answered', () => {
    const skipped = leaveSection(at('D'), 'D', step());
    assert.deepEqual(skipped.reflection?.skipped, ['D']);
    assert.deepEqual(stateOf(skipped).sections.filter((each) => each.skipped).map(({ id }) => id), ['D']);
    const answered = writeText(skipped, 'answer.luck', 'A colleague was awake.', step());
    assert.deepEqual([answeredSections(answered), stateOf(answered).sections.find(({ id }) => id === 'D')?.skipped], [['D'], false]);
    assert.equal(leaveSection(answered, 'D', step()).reflection?.skipped, undefined);
  });

  it('goes on from the list where nothing was answered yet, then where it was passed by, then with the first', () => {
    const words = (record: Incident): readonly string[] => [sectionToGoOn(record), stateOf(openPlace(record, 'list', step())).goOn, stateOf(openPlace(record, 'list', step())).lead];
    const answer = (record: Incident, ...names: readonly string[]): Incident => names.reduce((before, name) => writeText(before, `answer.${name}`, 'x', step()), record);
    assert.deepEqual(words(draft(guessed)).slice(0, 2), ['A', 'Begin with the first']);
    const some = leaveSection(answer(draft(guessed), 'knew.e1', 'quiet', 'luck', 'want', 'added', 'heard', 'sentence'), 'C', step());
    assert.deepEqual(words(some).slice(0, 2), ['H', 'Go on with Ahead']);
    assert.deepEqual(words(answer(some, 'obstacle')).slice(0, 2), ['C', 'Go on with Explanations']);
    assert.deepEqual(words(answer(some, 'obstacle', 'nearly')), ['A', 'Begin with the first', 'Every section is answered. Each can be opened and changed.']);
  });

  it('opens the evidence with the sections that show it, not before the guess, and not with the others', () => {
    assert.ok(at('A').reflection?.evidenceOpened);
    assert.equal(at('D').reflection?.evidenceOpened, undefined);
    assert.equal(at('A', draft()).reflection?.evidenceOpened, undefined);
  });
});

describe('before the guess', () => {
  it('nothing of the evidence is in any state of the deep path', () => {
    for (const place of DEEP_PLACES) {
      const state = JSON.stringify(stateOf(at(place, draft()), [entry('a1', '14:05', { author: 'Omar' })]));
      assert.doesNotMatch(state, /Title a1|Omar/, place);
    }
  });
});

describe('a decision point', () => {
  const moments = fc.array(fc.record({ minute: fc.integer({ min: 0, max: 300 }), hidden: fc.boolean(), kind: fc.constantFrom('landing', 'note', 'moment', 'revert', 'told' as const) }), { minLength: 1, maxLength: 12 });

  it('property: shows what was known by then, and nothing that came later or was found out later', () => {
    fc.assert(
      fc.property(moments, fc.nat(), (all, which) => {
        const entries = all.map(({ minute, hidden, kind }, index): EvidenceEntry => ({
          key: `k${index}`, at: new Date(NOW + minute * 60_000).toISOString(), source: kind === 'note' ? 'incident' : 'git', kind, ref: `r${index}`, storedId: `s${index}`, title: `title-${index}-end`, turningPoint: true,
          author: `author-${index}-end`, fixCandidate: true, firstOf: `first-${index}-end`, ...(hidden && { hidden: true as const }),
          ...(kind === 'note' && { note: { belief: `belief-${index}-end`, next: `next-${index}-end`, judged: 'no' as const } }),
        })).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
        const chosen = entries[which % entries.length]!;
        const points = entries.map((each) => (each === chosen && !each.hidden ? { ...each, decision: true as const } : each));
        const by = Date.parse(chosen.at);
        const later = entries.filter((each) => each.hidden || Date.parse(each.at) > by);
        const known = JSON.stringify([knownBy(points, chosen.at), stateOf(at('A'), points).decisions?.points]);
        for (const { key } of later) for (const word of ['title', 'author', 'belief', 'next', 'first']) assert.ok(!known.includes(`${word}-${key.slice(1)}-end`), `${word} of ${key}`);
        assert.doesNotMatch(known, /judged|fixCandidate|turningPoint|firstOf|first-/);
        const before = entries.filter((each) => !each.hidden && Date.parse(each.at) <= by);
        assert.deepEqual(knownBy(points, chosen.at).map(({ key }) => key), before.map(({ key }) => key));
      }),
      { numRuns: 300 },
    );
  });

  it('on another day than that on which it began says which day', () => {
    const entry = (key: string, hour: number): EvidenceEntry => ({ key, at: new Date(Date.parse(at('A').window.start) + hour * 3_600_000).toISOString(), source: 'git', kind: 'landing', ref: key, title: key, turningPoint: true });
    const times = stateOf(at('A'), [entry('that', 0), entry('next', 24)]).decisions?.picks.map(({ time }) => time) ?? [];
    assert.match(times[0] ?? '', /^\d\d:\d\d$/);
    assert.match(times[1] ?? '', /^\w{3} \d+ \w+, \d\d:\d\d$/);
  });

  it('is one of three at most; taken off, it keeps its answers and comes back with them', () => {
    const git = (record: Incident): readonly EvidenceEntry[] => timeline(record, undefined).entries;
    const all = [1, 2, 3, 4].map((n): EvidenceEntry => entry(`abcdef${n}`, `14:0${n}`));
    let record = all.reduce((before, each) => markDecision(before, each, true, step()), at('A'));
    assert.deepEqual(record.evidence?.map(({ ref, decision }) => [ref, decision]), [['abcdef1', true], ['abcdef2', true], ['abcdef3', true]]);
    assert.equal(markDecision(record, all[3]!, true, step()), record);
    const id = record.evidence?.[1]?.id ?? '';
    record = writeText(record, `answer.knew.${id}`, 'One red graph.', step());
    record = markDecision(markDecision(record, all[1]!, false, step()), all[2]!, false, step());
    assert.deepEqual(record.evidence?.map(({ ref, decision }) => [ref, decision]), [['abcdef1', true], ['abcdef2', false]], 'what nothing was said of is not kept');
    record = markDecision(record, all[1]!, true, step());
    const state = stateOf(record, git(record));
    assert.deepEqual([state.decisions?.points.length, state.texts[`answer.knew.${id}`]], [2, 'One red graph.']);
    assert.ok(state.decisions?.points[1]?.questions.some(({ field }) => field === `answer.knew.${id}`));
  });
});

describe('people in the deep path', () => {
  it('are marked, used again, kept from something, thanked; after Finish each change is a revision', () => {
    const acts = ['calmed', 'learned', 'again', 'heldBack', 'remind', 'thanked'] as const;
    const said = acts.reduce((record, act) => sayOfMember(record, 'p-mei', act, true, step()), draft());
    const [mei] = said.people ?? [];
    assert.deepEqual([mei?.marks, mei?.again, mei?.heldBack, typeof mei?.thanked], [['calmed', 'learned'], true, true, 'string']);
    assert.deepEqual(said.promises?.map(({ state }) => state), ['kept'], 'to tell them was promised, and done');
    const back = acts.reduce((record, act) => sayOfMember(record, 'p-mei', act, false, step()), said);
    assert.deepEqual(back.people, [{ id: mei?.id, person: 'p-mei', marks: [] }], 'who was named stays');
    const later = sayOfMember(finished({}, { people: [{ id: 'x1', person: 'p-mei', marks: ['calmed'] }] }), 'p-mei', 'again', true, step('18:20', '18:15'));
    assert.deepEqual(later.reflection?.revisions?.map(({ field, before }) => [field, before]), [['person.marks', 'calmed']]);
  });

  it('who was marked and not thanked is named, whoever else there is', () => {
    const record = sayOfMember(sayOfMember(at('B'), 'p-mei', 'calmed', true, step()), 'p-mei', 'named', true, step());
    const { team } = stateOf(record);
    assert.deepEqual([team?.members.map(({ name }) => name), team?.notThanked, team?.known], [['Mei Lin', 'Omar'], ['Mei Lin'], ['Mei Lin', 'Heron']]);
    assert.deepEqual(stateOf(sayOfMember(record, 'p-mei', 'thanked', true, step())).team?.notThanked, []);
  });

  it('one is chosen to talk with; the card has what they want and four questions', () => {
    const chosen = coach(at('E'), 'p-mei', step());
    const record = writeText(writeText(chosen, 'answer.want', 'A bigger part.', step()), 'answer.said.will', 'I lead the next drill.', step());
    const state = stateOf(at('card', record));
    assert.deepEqual([state.heading, state.coaching?.want, state.coaching?.talk.map(({ part }) => part)], ['A conversation with Mei Lin', 'A bigger part.', ['goal', 'reality', 'options', 'will']]);
    assert.equal(state.texts['answer.said.will'], 'I lead the next drill.');
    assert.equal(coach(record, undefined, step()).reflection?.answers?.['want'], 'A bigger part.');
  });
});

describe('an outside view', () => {
  it('is chosen, asked for once, and answered beside the own rating', () => {
    const chosen = chooseView(chooseView(at('G', draft({ ...guessed, ratings: [rating('C5', { anchor: 2 })] })), 'person', 'p-mei', step()), 'behaviour', 'C5', step());
    assert.equal(chosen.outside?.length, 1);
    assert.match(stateOf(chosen).outside?.request ?? '', /Payment timeouts.*Close the loop\.\nWhat did you see me do/s);
    const asked = noteAsked(chosen, step());
    assert.equal(openView(asked), undefined);
    const [view] = asked.outside ?? [];
    const state = stateOf(writeText(asked, `outside.${view?.id ?? ''}`, 'You came back when you said.', step()));
    assert.deepEqual(state.outside?.views.map(({ label, own }) => [label, own]), [['What Mei Lin answered about “Close the loop”', 'Your own: 2, Named people but gave no time and no check-back.']]);
    assert.ok(state.questions.some(({ field }) => field === 'answer.heard'));
    assert.deepEqual(chooseView(chooseView(chosen, 'person', undefined, step()), 'behaviour', undefined, step()).outside, undefined);
  });
});

describe('the next situation', () => {
  it('is offered as what to seek next, beside the load, and only once it is named', () => {
    assert.equal(stateOf(at('H')).ahead?.offer, undefined);
    const answering = (answers: readonly (readonly ['nextSituation' | 'nextRole' | 'nextBacking' | 'nextBy', string])[]): Incident => answers.reduce((record, [question, text]) => writeText(record, `answer.${question}`, text, step()), at('H'));
    const named = answering([['nextSituation', 'The next failover'], ['nextRole', 'lead'], ['nextBacking', 'Mei'], ['nextBy', '2026-06-14']]);
    const state = stateOf(named, [], { loadLimit: 1 });
    assert.deepEqual([state.ahead?.offer, state.ahead?.past, state.ahead?.load], ['The next failover. Role: Lead. Backing: Mei. By 14 June.', false, '1 real this month, your limit is 1.']);
    assert.deepEqual(nextSeek(named), { goal: 'The next failover', role: 'commander', backing: 'Mei', by: '2026-06-14' });
    assert.deepEqual(nextSeek(answering([['nextSituation', 'The next failover'], ['nextRole', 'whoever is free'], ['nextBy', 'before summer']])), { goal: 'The next failover; whoever is free; before summer' });
  });
});

describe('two places that answer the same question', () => {
  it('keep both answers until the lead chooses, each in its section', () => {
    const first = writeText(at('D'), 'answer.luck', 'The cache.', step());
    const both = typeText(first, { field: 'answer.luck', text: 'A colleague.', base: '' }, step());
    const state = stateOf(both);
    const coach = { ...first, clashes: [{ path: '/reflection/coached', other: 'x1' }] };
    assert.deepEqual(stateOf(coach).twofold.map(({ at: where }) => where), [{ screen: 'E', field: 'coached' }]);
    assert.deepEqual([state.clashes['answer.luck'], state.twofold.map(({ about, at: where }) => [about, where])], ['The cache.', [['Where were you lucky?', { screen: 'D', field: 'answer.luck' }]]]);
  });
});

describe('what was answered in the deep path', () => {
  const all = questions().filter(({ each }) => each === undefined).map(({ id }) => id);
  const answers = Object.fromEntries([...all, 'knew.e1', 'said.goal'].map((id) => [id, `Words of ${id}.`]));
  const record = finished({ path: 'deep', answers, coached: 'x1' }, {
    evidence: [{ id: 'e1', at: '2026-05-14T14:20:00Z', source: 'git', title: 'Raise the pool', decision: true }], people: [{ id: 'x1', person: 'p-mei', marks: [] }],
  });

  it('is in the letter, each once, with its question', () => {
    const letter = letterOf({ incident: record, last: undefined, people: [MEI], locale: LOCALE, now: NOW, titleOf: () => undefined });
    const parts = letter.sections.flatMap((section) => section.parts);
    for (const [id, text] of Object.entries(answers)) {
      const found = parts.filter((part) => part.text === text);
      assert.equal(found.length, 1, id);
      assert.ok((found[0]?.label ?? '').length > 5 && found[0]?.label !== id, id);
    }
  });

  it('leaves with its question; what is about others and how it felt only where it is chosen', () => {
    const [usual, everything] = [written([record], {}), written([record], { sections: EVERY_SECTION })];
    assert.match(usual, /14:20\\?: What did you know\?:\*\* Words of knew\.e1/);
    assert.match(usual, /Where were you lucky\?:\*\* Words of luck/);
    assert.doesNotMatch(usual, /Words of (sentence|again|want|said|heard|sawOtherwise|restFirst)/);
    for (const id of Object.keys(answers)) assert.ok(everything.includes(`Words of ${id}`), id);
  });

  it('the card alone is a page for paper, with room where nothing was said', () => {
    const card = written([record], CARD_CHOICE);
    assert.match(card, /A conversation with.*Words of want.*Goal.*Words of said\.goal.*Reality.*____/s);
    assert.doesNotMatch(card, /Words of (luck|sentence|knew)|Mei/);
  });
});
