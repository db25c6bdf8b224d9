import assert from 'node:assert/strict';
import { askedIn, fits, type Asking } from '../../../src/core/deep/asked';
import { FINDINGS } from '../../../src/core/deep/findings';
import { DEEP_SECTIONS } from '../../../src/core/deep/places';
import { FACTS, type Fact, type Question } from '../../../src/core/deep/question';
import { questionOf, questions, questionWords } from '../../../src/core/deep/questions';
import type { Incident, Kind, Outcome, Role } from '../../../src/core/journal/schema';
import { KINDS, OUTCOMES, ROLES } from '../../../src/core/journal/values';
import { draft, rating } from '../reflection/records';

const bank = questions();

/** What makes each fact so. Complete by type. */
const made: Record<Fact, (asking: Asking) => Asking> = {
  several: (asking) => ({ ...asking, evidence: { status: 'ready', people: [{ name: 'Mei', mails: [] }, { name: 'Omar', mails: [] }] } }),
  again: withPerson({ again: true }),
  heldBack: withPerson({ heldBack: true }),
  learned: withPerson({ marks: ['learned'] }),
  unlike: ({ incident, ...rest }) => ({ ...rest, incident: { ...incident, foresight: [{ id: 'n1', at: incident.window.start, belief: 'the pool', judged: 'no' }] } }),
  compared: inReflection({ guess: { best: 'C1' }, ratings: [rating('C1', { anchor: 4 })] }),
  heard: ({ incident, ...rest }) => ({ ...rest, incident: { ...incident, outside: [{ id: 'o1', at: incident.window.start, text: 'You named who leads.' }] } }),
  planned: ({ incident, ...rest }) => ({ ...rest, incident: { ...incident, plan: { id: 'p1', cue: 'a red graph' } } }),
  pastLimit: (asking) => ({ ...asking, load: { month: 4, limit: 3 } }),
  decision: ({ incident, ...rest }) => ({ ...rest, incident: { ...incident, evidence: [{ id: 'e1', at: incident.window.start, source: 'person', title: 'A shop called', decision: true }] } }),
  coached: (asking) => inReflection({ coached: 'x1' })(withPerson({ id: 'x1' })(asking)),
};

function withPerson(more: object): (asking: Asking) => Asking {
  return ({ incident, ...rest }) => ({ ...rest, incident: { ...incident, people: [...(incident.people ?? []), { id: 'x0', person: 'p-mei', marks: [], ...more }] } });
}

function inReflection(more: object): (asking: Asking) => Asking {
  return ({ incident, ...rest }) => ({ ...rest, incident: { ...incident, reflection: { path: 'deep', started: incident.window.start, ...incident.reflection, ...more } } });
}

function asking(more: Partial<Incident> = {}): Asking {
  return { incident: draft({ path: 'deep' }, more), evidence: { status: 'ready', people: [{ name: 'Mei', mails: [] }] }, load: { month: 1 } };
}

/** Who may be asked: each outcome, kind and role, also where none was said. */
const leads: readonly { readonly outcome?: Outcome; readonly kind?: Kind; readonly role?: Role }[] = [undefined, ...OUTCOMES].flatMap((outcome) =>
  [undefined, ...KINDS].flatMap((kind) => [undefined, ...ROLES].map((role) => ({ ...(outcome && { outcome }), ...(kind && { kind }), ...(role && { role }) }))),
);

/** Answers everything that is asked in a section, over and over, until nothing new comes. */
function answerAll(first: Asking): { readonly asked: readonly Question[]; readonly last: Asking } {
  let now = first;
  for (;;) {
    const asked = DEEP_SECTIONS.flatMap((section) => askedIn(section, now));
    const answers = Object.fromEntries(asked.map(({ id }) => [id, 'a line']));
    if (Object.keys(now.incident.reflection?.answers ?? {}).length === asked.length) return { asked, last: now };
    now = inReflection({ answers })(now);
  }
}

describe('the bank of questions', () => {
  it('has about forty, each with words, a reason and a finding of its own name, and no id twice', () => {
    assert.ok(bank.length >= 40 && bank.length <= 60, String(bank.length));
    assert.equal(new Set(bank.map(({ id }) => id)).size, bank.length);
    assert.equal(new Set(bank.map(({ words }) => words())).size, bank.length);
    for (const { id, words, why, source } of bank) {
      assert.match(id, /^[a-zA-Z]{1,24}$/);
      assert.ok(words().length > 5 && why().length > 10 && source in FINDINGS, id);
    }
    assert.deepEqual(Object.keys(FINDINGS).filter((finding) => !bank.some(({ source }) => source === finding)), [], 'a finding on which nothing stands');
  });

  it('has no dead end: what a question waits for is a question or a fact, and no question waits for itself', () => {
    const waitsFor = (id: string): readonly string[] => questionOf(id)?.when?.after ?? [];
    for (const { id } of bank) {
      const seen = new Set<string>();
      const next = [...waitsFor(id)];
      for (let each = next.pop(); each !== undefined; each = next.pop()) {
        assert.ok(questionOf(each), `${id} waits for ${each}, which is no question`);
        assert.notEqual(each, id);
        if (!seen.has(each)) next.push(...waitsFor(each));
        seen.add(each);
      }
    }
  });

  it('every question is reached by somebody, and every fact leads to one', () => {
    const reached = new Set(leads.flatMap((lead) => {
      const all = (facts: readonly Fact[]): Asking => facts.reduce((before, fact) => made[fact](before), asking(lead));
      const ends = [FACTS, FACTS.filter((fact) => fact !== 'pastLimit')].map((facts) => answerAll(all(facts)).last);
      return ends.flatMap((last) => bank.filter(({ when = {} }) => fits(when, last)).map(({ id }) => id));
    }));
    assert.deepEqual(bank.filter(({ id }) => !reached.has(id)).map(({ id }) => id), []);
    assert.deepEqual(FACTS.filter((fact) => !bank.some(({ when }) => when?.fact === fact)), []);
  });

  it('each fact is what it says: not so at first, and so once it was made', () => {
    for (const fact of FACTS) {
      assert.equal(fits({ fact }, asking()), false, fact);
      assert.equal(fits({ fact }, made[fact](asking())), true, fact);
    }
  });

  it('past the load limit asks for no next situation, unless one was named before', () => {
    const asked = (more: Partial<Asking>) => askedIn('H', { ...asking(), ...more }).map(({ id }) => id);
    assert.deepEqual([asked({}), asked({ load: { month: 4, limit: 3 } })], [['nextSituation'], ['restFirst']]);
    assert.ok(asked({ ...inReflection({ answers: { nextSituation: 'The failover' } })(asking()), load: { month: 4, limit: 3 } }).includes('nextSituation'));
  });

  it('asks whoever it is something in each section that has no list of its own', () => {
    for (const lead of leads) for (const section of ['C', 'D', 'H', 'I'] as const) assert.notEqual(askedIn(section, asking(lead)).length, 0, `${section} ${JSON.stringify(lead)}`);
  });

  it('after a clean outcome asks first what nearly went wrong, after a rough one first what worked', () => {
    const first = (outcome: Outcome): string | undefined => askedIn('C', asking({ outcome, kind: 'real' }))[0]?.id;
    assert.deepEqual([first('clean'), first('rough')], ['nearly', 'worked']);
    const order = (outcome?: Outcome) => answerAll(asking({ ...(outcome && { outcome }) })).asked.map(({ id }) => id).filter((id) => id === 'helped' || id === 'inTheWay');
    assert.deepEqual([order('clean'), order('rough'), order()], [['inTheWay', 'helped'], ['helped', 'inTheWay'], ['helped', 'inTheWay']]);
  });

  it('asks some of the optional ones: the same each time, not the same in each reflection, and never loses one that was answered', () => {
    const optional = (id: string) => askedIn('B', asking({ id, role: 'responder' })).filter((each) => each.optional).map((each) => each.id);
    const ids = Array.from({ length: 60 }, (_, index) => `incident${index.toString(36)}`);
    for (const id of ids) assert.deepEqual([optional(id), optional(id).length], [optional(id), 1]);
    const fitting = bank.filter(({ section, optional: some, when = {} }) => section === 'B' && some && fits(when, asking({ role: 'responder' }))).map(({ id }) => id);
    assert.deepEqual(new Set(ids.flatMap(optional)), new Set(fitting));
    const answered = inReflection({ answers: Object.fromEntries(fitting.map((id) => [id, 'a line'])) })(asking());
    assert.deepEqual(askedIn('B', answered).filter((each) => each.optional).map(({ id }) => id), fitting);
  });

  it('knows the words of an answer by its name, also of one thing among several', () => {
    assert.equal(questionWords('luck'), 'Where were you lucky?');
    assert.equal(questionWords('knew.k3f9q2m7xa'), 'What did you know?');
    assert.equal(questionWords('constructor'), undefined);
  });
});
