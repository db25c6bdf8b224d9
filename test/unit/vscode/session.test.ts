import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choose } from '../../../src/core/reflection/choices';
import { openScreen } from '../../../src/core/reflection/progress';
import { back, next, skip } from '../../../src/vscode/reflection/leaving';
import { filesIn, ownFolder } from '../store/journalFolder';
import { atPlan, EVENING, journalWith, ONE, onDisk, Sitting } from './sitting';

describe('a reflection over a real journal', () => {
  const folder = ownFolder();

  it('goes from screen to screen, counts what was left unanswered, and ends', async () => {
    const lead = Sitting.at(await journalWith(folder.path(), ONE), ONE, EVENING);
    assert.deepEqual([lead.screen, lead.state?.count], ['facts', '1 of 5']);
    await next(lead.session);
    await skip(lead.session);
    assert.equal(lead.screen, 'evidence');
    await back(lead.session);
    assert.equal(lead.screen, 'guess');
    await lead.session.change((record, step) => choose(record, { type: 'choose', field: 'best', value: 'C1' }, step));
    await next(lead.session);
    await next(lead.session);
    lead.type('evidence.C1', 'I said it');
    await next(lead.session);
    assert.equal(lead.screen, 'nextPlan');
    await next(lead.session);
    assert.deepEqual([lead.screen, lead.state?.count, lead.closed], ['summary', 'Done', false]);
    await next(lead.session);
    assert.ok(lead.closed);
    const { reflection } = onDisk(folder.path(), ONE);
    assert.deepEqual(reflection?.skipped, ['facts', 'evidence', 'nextPlan']);
    assert.deepEqual(reflection?.guess, { best: 'C1', changedAfterEvidence: true });
    assert.equal(reflection?.ratings?.[0]?.evidence, 'I said it');
  });

  it('is found again where it was left, by another panel on another journal', async () => {
    const lead = await atPlan(folder.path());
    await lead.session.unsaved.flush();
    const again = Sitting.at(await journalWith(folder.path()), ONE, '2026-05-15T09:00:00Z');
    assert.deepEqual([again.screen, again.state?.texts['plan.cue']], ['nextPlan', 'two alerts from one service']);
  });

  it('keeps edits after Finish as revisions, and ratings beside the originals', async () => {
    const lead = await atPlan(folder.path(), '', '');
    await lead.session.go((record, step) => openScreen(record, 'ratings', step));
    lead.type('stakes', 'money');
    await lead.session.go((record, step) => openScreen(record, 'nextPlan', step));
    await next(lead.session);
    assert.equal(lead.screen, 'summary');
    const again = Sitting.at(lead.journal, ONE, '2026-05-15T09:00:00Z');
    for (const stakes of ['d', 'da', 'data']) {
      again.type('stakes', stakes);
      await again.session.unsaved.flush();
    }
    assert.deepEqual(again.record.reflection?.revisions?.map(({ field, before }) => [field, before]), [['stakes', 'money']]);
  });

  it('keeps texts and choices on screen that could not be saved, says why, and saves them all once it can', async () => {
    const lead = await atPlan(folder.path());
    await lead.session.unsaved.flush();
    const [file, text] = Object.entries(filesIn(folder.path())).find(([name]) => name.endsWith(`${ONE}.debrief.json`))!;
    writeFileSync(join(folder.path(), file), `${text.slice(0, 40)}`);
    await lead.journal.refresh();
    lead.type('stakes', 'money');
    assert.equal(await lead.session.change((record, step) => choose(record, { type: 'choose', field: 'role', value: 'responder' }, step)), false);
    assert.equal(lead.state?.save.kind, 'failed');
    assert.equal(lead.state?.facts.role, 'responder');
    assert.equal(lead.state?.unsaved.stakes?.text, 'money');
    await next(lead.session);
    assert.equal(lead.screen, 'nextPlan');
    writeFileSync(join(folder.path(), file), text);
    assert.ok(await lead.session.unsaved.flush());
    const { stakes, role } = onDisk(folder.path(), ONE);
    assert.deepEqual([stakes, role, lead.state?.save.kind, lead.state?.unsaved], ['money', 'responder', 'saved', {}]);
  });

  it('never makes a folder anew that went away', async () => {
    const lead = await atPlan(folder.path());
    await lead.session.unsaved.flush();
    rmSync(join(folder.path(), '.lead-debrief'), { recursive: true });
    lead.type('stakes', 'money');
    assert.equal(await lead.session.unsaved.flush(), false);
    assert.deepEqual(Object.keys(filesIn(folder.path())), []);
    assert.match(lead.state?.save.kind === 'failed' ? lead.state.save.reason : '', /folder is not there any more|not in the folder now/);
  });
});
