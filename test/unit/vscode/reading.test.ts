import assert from 'node:assert/strict';
import { openScreen } from '../../../src/core/reflection/progress';
import { next } from '../../../src/vscode/reflection/leaving';
import { edit, leadsNowhere, read } from '../../../src/vscode/reflection/turning';
import { ownFolder } from '../store/journalFolder';
import { atPlan, onDisk, ONE, Sitting } from './sitting';

describe('a finished reflection that is opened', () => {
  const folder = ownFolder();
  const texts = ({ letter }: Sitting) => letter?.sections.flatMap(({ parts }) => parts.map(({ text }) => text)) ?? [];

  /** A reflection that was finished without a plan, opened the next day. */
  async function opened(): Promise<Sitting> {
    const lead = await atPlan(folder.path(), '', '');
    lead.type('stakes', 'money');
    await next(lead.session);
    assert.deepEqual([lead.screen, lead.turns], ['summary', []], 'the first time ends with the summary');
    return Sitting.at(lead.journal, ONE, '2026-05-15T09:00:00Z', true);
  }

  it('is read, and a draft is not', async () => {
    const lead = await opened();
    assert.deepEqual([lead.session.reading, lead.state, lead.letter?.title], [true, undefined, `Incident ${ONE}`]);
    assert.ok(texts(lead).includes('money'));
    const draft = Sitting.at(lead.journal, ONE, '2026-05-15T09:00:00Z');
    assert.equal(draft.session.reading, false);
    const other = await lead.journal.create({ format: 1, id: 'cccccccccc', title: 'Other', window: { start: '2026-05-13T10:00:00Z', end: '2026-05-13T11:00:00Z' } });
    assert.ok(other.ok);
    assert.equal(Sitting.at(lead.journal, 'cccccccccc', '2026-05-15T09:00:00Z', true).session.reading, false);
  });

  it('goes to its first screen with Edit, to the screen where it was left after that, and back with Read', async () => {
    const lead = await opened();
    await edit(lead.session);
    await lead.session.unsaved.flush();
    assert.deepEqual([lead.screen, lead.state?.finished, lead.turns], ['facts', true, ['screens']]);
    lead.type('stakes', 'data');
    await read(lead.session);
    assert.deepEqual(lead.turns, ['screens', 'letter']);
    assert.ok(texts(lead).includes('data'), 'what was typed is on disk first');
    await edit(lead.session);
    await lead.session.go((record, step) => openScreen(record, 'ratings', step));
    await read(lead.session);
    await edit(lead.session);
    assert.equal(lead.screen, 'ratings');
  });

  it('is an editing session of its own each time', async () => {
    const lead = await opened();
    for (const stakes of ['data', 'trust']) {
      await edit(lead.session);
      lead.type('stakes', `${stakes}, typed`);
      await lead.session.unsaved.flush();
      lead.type('stakes', stakes);
      await read(lead.session);
    }
    assert.deepEqual(onDisk(folder.path(), ONE).reflection?.revisions?.map(({ before }) => before), ['money', 'data']);
    const [change] = lead.letter?.sections.flatMap(({ parts }) => parts.flatMap(({ changes }) => changes)) ?? [];
    assert.deepEqual(change?.before.map(({ text }) => text), ['data', 'money']);
  });

  it('is read again when it is finished again', async () => {
    const lead = await opened();
    await edit(lead.session);
    await lead.session.go((record, step) => openScreen(record, 'nextPlan', step));
    await next(lead.session);
    assert.deepEqual([lead.turns, lead.closed], [['screens', 'letter'], false]);
    assert.equal(onDisk(folder.path(), ONE).reflection?.screen, 'summary');
  });

  it('saves what the page before still had to say, and follows no way through its screens', async () => {
    const lead = await opened();
    const ways = [{ type: 'next' }, { type: 'skip' }, { type: 'back' }, { type: 'open', screen: 'guess' }] as const;
    assert.ok(ways.every((message) => leadsNowhere(lead.session, message)));
    assert.ok(!leadsNowhere(lead.session, { type: 'answer', field: 'moment', text: 'The queue.', base: '' }));
    lead.type('moment', 'The queue.');
    await lead.session.unsaved.flush();
    assert.deepEqual([lead.session.reading, onDisk(folder.path(), ONE).reflection?.answers], [true, { moment: 'The queue.' }]);
    assert.ok(texts(lead).includes('The queue.'));
    await edit(lead.session);
    assert.ok(!ways.some((message) => leadsNowhere(lead.session, message)));
  });

  it('becomes a draft on screen where another place took the end back', async () => {
    const lead = await opened();
    await lead.journal.update(ONE, ({ reflection, ...record }) => {
      const { finished, ...begun } = reflection ?? assert.fail();
      assert.ok(finished);
      return { ...record, reflection: begun };
    });
    assert.deepEqual([lead.session.reading, lead.turns], [false, ['screens']]);
    await read(lead.session);
    assert.equal(lead.session.reading, false, 'a draft is no letter');
  });
});
