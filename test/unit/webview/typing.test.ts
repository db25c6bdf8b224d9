import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Incident } from '../../../src/core/journal/schema';
import { otherText, typeText } from '../../../src/core/reflection/clashes';
import type { UnsavedText } from '../../../src/core/reflection/reflectionState';
import { readText } from '../../../src/core/reflection/texts';
import { Typing } from '../../../src/webview/shared/typing';
import { draft, step } from '../reflection/records';

const says = (moment: string, unsaved: Readonly<Record<string, UnsavedText>> = {}) => ({ texts: { moment }, unsaved });

describe('what is typed on the page', () => {
  it('shows what the state says where nothing is typed', () => {
    const typing = new Typing();
    assert.equal(typing.shown('moment'), '');
    typing.receive(says('the log'));
    assert.equal(typing.shown('moment'), 'the log');
    typing.receive(says('the trace'));
    assert.equal(typing.shown('moment'), 'the trace');
    assert.ok(typing.isSaved);
  });

  it('stays on screen whatever state arrives, until a state says the same', () => {
    const typing = new Typing();
    typing.receive(says('the'));
    assert.equal(typing.type('moment', 'the l'), 'the');
    for (const other of ['the', 'their words', '']) {
      typing.receive(says(other));
      assert.equal(typing.shown('moment'), 'the l');
      assert.equal(typing.isSaved, false);
    }
    typing.receive(says('the l'));
    assert.ok(typing.isSaved);
    typing.receive(says('their words'));
    assert.equal(typing.shown('moment'), 'their words');
  });

  it('is based on what the field said when the typing began, until it is saved', () => {
    const typing = new Typing();
    typing.receive(says('the'));
    assert.equal(typing.type('moment', 'the l'), 'the');
    typing.receive(says('their words'));
    assert.equal(typing.type('moment', 'the lo'), 'the');
    typing.receive(says('the lo'));
    assert.equal(typing.type('moment', 'the log'), 'the lo');
  });

  it('is not saved while the editor has still to save it, though the record says the same', () => {
    const typing = new Typing();
    typing.type('moment', 'a');
    typing.type('moment', '');
    typing.receive(says('', { moment: { text: 'a', base: '' } }));
    assert.equal(typing.shown('moment'), '');
    assert.equal(typing.isSaved, false);
    typing.receive(says('a', { moment: { text: '', base: '' } }));
    assert.equal(typing.shown('moment'), '');
    typing.receive(says(''));
    assert.ok(typing.isSaved);
  });

  it('is saved once the editor had it and has it no more, whatever was chosen for the field in the same moment', () => {
    const typing = new Typing();
    typing.receive(says('the'));
    typing.type('moment', 'mine');
    typing.receive(says('theirs'));
    assert.equal(typing.shown('moment'), 'mine', 'the editor has not heard of it yet');
    typing.receive(says('mine', { moment: { text: 'mine', base: 'the' } }));
    assert.equal(typing.isSaved, false);
    typing.receive(says('theirs'));
    assert.equal(typing.shown('moment'), 'theirs');
    assert.ok(typing.isSaved);
  });

  it('goes on in a page that is made anew', () => {
    const typing = new Typing();
    typing.receive(says('the', { moment: { text: 'the lo', base: 'the' } }));
    assert.equal(typing.shown('moment'), 'the lo');
    assert.equal(typing.isSaved, false);
    assert.equal(typing.type('moment', 'the log'), 'the');
    typing.receive(says('the log'));
    assert.ok(typing.isSaved);
  });

  it('can be taken along, all of it', () => {
    const typing = new Typing();
    typing.receive({ texts: { moment: 'old', stakes: 'money' }, unsaved: {} });
    typing.type('moment', 'the log');
    typing.type('plan.cue', 'two alerts');
    assert.equal(typing.unsaved, 'the log\n\ntwo alerts');
  });
});

const withMoment = (record: Incident, moment: string): Incident => ({ ...record, reflection: { ...record.reflection!, answers: { moment } } });

/** A page, an editor and the two lines between them, as they are: messages come in order, but late. */
class World {
  page = new Typing();
  record: Incident = draft();
  newest = '';
  /** What was on disk from here at any time, in order. */
  readonly saved: string[] = [''];
  #toHost: ({ readonly text: string; readonly base: string } | 'ready')[] = ['ready'];
  #toPage: ReturnType<typeof says>[] = [];
  #unsaved: UnsavedText | undefined;
  #written: readonly string[] = [];

  key(text: string): void {
    this.newest = text;
    this.#toHost.push({ text, base: this.page.type('moment', text) });
  }

  hear(): void {
    const message = this.#toHost.shift();
    if (message === 'ready') this.post();
    else if (message) this.#unsaved = message;
  }

  /** The editor saves what it has heard; two texts may now wait for the lead's choice. */
  save(chosen?: string): void {
    if (!this.#unsaved) return;
    const before = readText(this.record, 'moment');
    const own = ['', this.#unsaved.base, this.#unsaved.text, ...this.#written];
    this.record = typeText(this.record, { field: 'moment', ...this.#unsaved, written: this.#written }, step());
    assert.ok(own.includes(before) || this.record.clashes?.some(({ other }) => other === before), `${before} is gone`);
    this.#written = [this.#unsaved.text];
    this.saved.push(this.#unsaved.text);
    this.post(); // the journal tells before the save is over
    if (chosen !== undefined) this.record = withMoment(this.record, chosen);
    this.#unsaved = undefined;
    this.post();
  }

  /** The lead chooses another text, right after typing: no state comes in between. */
  choose(): void {
    this.save('chosen');
  }

  /** Any other news posts the whole state too, also while a text waits. */
  post(): void {
    this.#toPage.push(says(readText(this.record, 'moment'), this.#unsaved ? { moment: this.#unsaved } : {}));
  }

  show(): void {
    const state = this.#toPage.shift();
    if (state) this.page.receive(state);
  }

  /** Another window writes the field. */
  edit(text: string): void {
    this.record = withMoment(this.record, text);
    this.post();
  }

  /** The tab is hidden and shown again: the page is made anew, what was on its way to it is gone. */
  reload(): void {
    this.page = new Typing();
    this.#toPage = [];
    this.#toHost.push('ready');
  }

  settle(): void {
    while (this.#toHost.length > 0) this.hear();
    this.save();
    while (this.#toPage.length > 0) this.show();
  }

  get isQuiet(): boolean {
    return this.#toHost.length === 0 && this.#toPage.length === 0 && !this.#unsaved;
  }
}

type Event = { readonly does: 'key' | 'edit'; readonly text: string } | { readonly does: 'hear' | 'save' | 'choose' | 'post' | 'show' | 'reload' };

const events = (texts: fc.Arbitrary<string>): fc.Arbitrary<readonly Event[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: texts.map((text): Event => ({ does: 'key', text })) },
      { weight: 1, arbitrary: texts.map((text): Event => ({ does: 'edit', text: `${text} (theirs)` })) },
      { weight: 12, arbitrary: fc.constantFrom<Event>({ does: 'hear' }, { does: 'save' }, { does: 'post' }, { does: 'show' }, { does: 'show' }) },
      { weight: 2, arbitrary: fc.constantFrom<Event>({ does: 'reload' }, { does: 'choose' }) },
    ),
    { maxLength: 60 },
  );

function happens(world: World, event: Event): void {
  if (event.does === 'key' || event.does === 'edit') world[event.does](event.text);
  else world[event.does]();
}

describe('keys, saves and states in any order', () => {
  it('end with the newest text saved, and every text of another window kept beside it until the lead has chosen', () => {
    fc.assert(
      fc.property(events(fc.constantFrom('', 'a', 'ab', 'b')), (all) => {
        const world = new World();
        for (const event of all) happens(world, event);
        world.settle();
        assert.ok(world.isQuiet && world.page.isSaved);
        assert.equal(world.saved.at(-1), world.newest);
        assert.equal(world.page.shown('moment'), readText(world.record, 'moment'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never take a newer text off the screen, nor call it saved before it was on disk', () => {
    fc.assert(
      fc.property(events(fc.constant('')).map((all) => all.filter(({ does }) => does !== 'reload')), (all) => {
        const world = new World();
        let count = 0;
        for (const event of all) {
          // Each text is another one: a state that says the same as the page then holds what was typed.
          happens(world, event.does === 'key' || event.does === 'edit' ? { ...event, text: `${event.does} ${(count += 1)}` } : event);
          if (world.saved.includes(world.newest)) continue;
          assert.equal(world.page.shown('moment'), world.newest);
          assert.equal(world.page.isSaved, false);
        }
        world.settle();
        assert.equal(world.saved.at(-1), world.newest);
      }),
      { numRuns: 1_000 },
    );
  });

  it('show a text in a new page that the old one had typed, before it is on disk', () => {
    fc.assert(
      fc.property(events(fc.constantFrom('a', 'ab')).map((all) => all.filter(({ does }) => does !== 'edit')), (before) => {
        const world = new World();
        for (const event of before) happens(world, event);
        world.key('typed last');
        world.reload();
        for (let at = 0; at < before.length + 10; at++) {
          world.hear();
          world.show();
        }
        assert.equal(world.page.shown('moment'), 'typed last');
      }),
      { numRuns: 500 },
    );
  });

  it('keep two texts that were typed in two places at once', () => {
    const world = new World();
    world.settle();
    world.key('mine');
    world.edit('theirs');
    world.settle();
    assert.equal(readText(world.record, 'moment'), 'mine');
    assert.equal(otherText(world.record, 'moment'), 'theirs');
  });
});
