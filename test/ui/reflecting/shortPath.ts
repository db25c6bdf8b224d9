import assert from 'node:assert/strict';
import type { JournalFiles } from '../journalFiles';
import { daysAgo, draft, sampleTime, sampleWindow, withPlan } from '../journalFiles';
import { paletteByKeys, pickByKeys } from '../keys';
import type { Group } from '../oneWindow';
import { openFromTree, ReflectionPage } from '../reflection';
import type { Workbench } from '../workbench';

export const shortPath: Group = (begin) => describe('the short path', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let reflection: ReflectionPage;
  const press = (key: string, times = 1) => times > 0 ? workbench.page.keyboard.press(key).then((): Promise<void> => press(key, times - 1)) : Promise.resolve();
  const type = (text: string) => workbench.page.keyboard.type(text);

  before(async () => {
    ({ workbench, journal } = await begin());
    reflection = new ReflectionPage(workbench);
  });

  it('is walked with the keyboard only, from the palette to the end; the first reflection of all has five screens', async () => {
    const title = 'Payment timeouts';
    await paletteByKeys(workbench, 'Debrief: Reflect on an Incident…');
    await workbench.quickInput.enter(title);
    await pickByKeys(workbench, 'Exact times…');
    await workbench.quickInput.enter(`${sampleTime(journal.workspace, '14:02').slice(0, 10)} 19:32 to 21:07`);

    await reflection.shows('facts');
    await reflection.focusIsOn('question');
    assert.equal(await reflection.count(), '1 of 5');
    await reflection.tabTo('end');
    await press('ArrowRight', 4); // month, day, year and hour come before the minute
    await press('ArrowDown');
    await reflection.tabTo('role');
    await press('Space');
    await reflection.tabTo('outcome');
    await press('Space');
    await press('ArrowDown');
    await reflection.tabTo('severity');
    await type('SEV-2');
    await reflection.tabTo('stakes');
    await type('Orders of one lunch break.');
    await press('Control+Enter');
    const facts = await journal.saved(title, 'the facts', ({ reflection: { screen } = {} as never }) => screen === 'guess');
    assert.deepEqual(
      { window: facts.window, role: facts.role, kind: facts.kind, outcome: facts.outcome, severity: facts.severity, stakes: facts.stakes },
      {
        window: { start: sampleTime(journal.workspace, '14:02'), end: sampleTime(journal.workspace, '15:36'), startFrom: 'person', endFrom: 'person' },
        role: 'commander', kind: 'real', outcome: 'rough', severity: 'sev2', stakes: 'Orders of one lunch break.',
      },
    );

    await reflection.shows('guess');
    await reflection.focusIsOn('question');
    await reflection.tabTo('best');
    await type('Size');
    await reflection.tabTo('costly');
    await type('Close');
    await press('Control+Enter');
    const guess = await journal.saved(title, 'the guess', (record) => record.reflection?.screen === 'evidence');
    assert.deepEqual(guess.reflection?.guess, { best: 'C1', costly: 'C5' });
    assert.ok(guess.reflection?.evidenceOpened, 'the evidence closes the guess');

    await reflection.shows('evidence');
    await reflection.focusIsOn('question');
    await reflection.page.getByText('payments: halve the connection pool (#412)', { exact: true }).first().waitFor();
    await reflection.tabTo('moment');
    await press('Space');
    await press('ArrowDown');
    await reflection.page.getByText('19:11. What were you looking at?').waitFor();
    await reflection.tabTo('look');
    await type('The graph of the pool.\n');
    await press('Control+Enter');
    const evidence = await journal.saved(title, 'the moment', (record) => record.reflection?.screen === 'ratings');
    assert.deepEqual(evidence.evidence?.map(({ at, title: words, moment }) => [at.slice(11, 16), words, moment]), [
      ['13:41', 'payments: halve the connection pool (#412)', true],
    ]);
    assert.equal(evidence.reflection?.answers?.['moment'], 'The graph of the pool.\n');

    await reflection.shows('ratings');
    await reflection.focusIsOn('question');
    await reflection.tabTo('evidence.C1');
    await type('Said it at the second alert.');
    await reflection.tabTo('scale-C1');
    await press('4');
    await reflection.tabTo('Rate without an example');
    await press('Enter');
    await reflection.focusIsOn('scale-C5');
    await press('2');
    await reflection.tabTo('person');
    await press('Space');
    await press('ArrowDown');
    await reflection.tabTo('Corrected us');
    await press('Space');
    await reflection.tabTo('made');
    await type('We looked at the gateway.');
    await reflection.tabTo('Remind me to tell them');
    await press('Space');
    await press('Control+Enter');
    const ratings = await journal.saved(title, 'the ratings', (record) => record.reflection?.screen === 'nextPlan');
    assert.deepEqual(ratings.reflection?.ratings?.map(({ behaviour, anchor, evidence: shows }) => [behaviour, anchor, shows]), [
      ['C1', 4, 'Said it at the second alert.'],
      ['C5', 2, undefined],
    ]);
    const { people } = journal.people();
    assert.deepEqual(ratings.people?.map(({ person, marks, note }) => [people.find(({ id }) => id === person)?.name, marks, note]), [
      ['Jonas Weber', ['corrected'], 'We looked at the gateway.'],
    ]);
    assert.deepEqual(ratings.promises?.map(({ person, state }) => [person, state]), [[ratings.people?.[0]?.person, 'open']]);

    await reflection.shows('nextPlan');
    await reflection.focusIsOn('question');
    await reflection.tabTo('plan.cue');
    await type('two alerts from one service within five minutes');
    await reflection.tabTo('plan.act');
    await type('say aloud who leads');
    await press('Control+Enter');
    await reflection.page.getByText('Type it once from memory').waitFor();
    const plan = await journal.saved(title, 'the plan', (record) => record.plan?.made);
    assert.deepEqual([plan.plan?.cue, plan.plan?.act], ['two alerts from one service within five minutes', 'say aloud who leads']);
    assert.equal(plan.reflection?.finished, undefined);
    await reflection.focusIsOn('typed.cue');
    await type('two alerts of a service in five minutes');
    await press('Tab');
    await type('say who leads');
    await press('Control+Enter');

    await reflection.shows('summary');
    await reflection.focusIsOn('question');
    const end = await journal.saved(title, 'the end', (record) => record.reflection?.finished);
    assert.deepEqual(end.plan?.typed, { cue: 'two alerts of a service in five minutes', act: 'say who leads' });
    assert.equal(end.reflection?.screen, 'summary');
    assert.equal(end.reflection?.skipped, undefined);
    await press('Control+Enter');
    await workbench.page.locator('.tab', { hasText: title }).waitFor({ state: 'detached' });
  });

  it('asks about the last plan first, with the keyboard only; what is not answered counts as skipped', async () => {
    const title = 'Search is slow';
    // To the millisecond: the plan of the reflection before may have been made in this very second.
    journal.add(withPlan('The outage before', 'a graph that halves', 'wait for a third sample', new Date().toISOString()));
    await workbench.showSidebar();
    await workbench.page.locator('.part.sidebar').getByText('The outage before').waitFor();
    await paletteByKeys(workbench, 'Debrief: Reflect on an Incident…');
    await workbench.quickInput.enter(title); // nothing waits, so the title is asked for at once
    await pickByKeys(workbench, 'It ended just now');

    await reflection.shows('lastPlan');
    assert.equal(await reflection.count(), '1 of 6');
    await reflection.page.getByText('When I next see a graph that halves, I will wait for a third sample.').waitFor();
    await reflection.tabTo('ledger');
    await press('Space');
    await press('ArrowDown');
    await reflection.tabTo('why');
    await type('It was late.');
    await press('Control+Enter');
    await reflection.shows('facts');
    const { id } = journal.read(title);
    const before = await journal.saved('The outage before', 'what became of the plan', ({ plan }) => plan?.ledger?.[0]?.why);
    assert.deepEqual(before.plan?.ledger?.map(({ did, incident, why }) => ({ did, incident, why })), [{ did: 'forgot', incident: id, why: 'It was late.' }]);

    for (const screen of ['guess', 'evidence', 'ratings', 'nextPlan'] as const) {
      await press('Control+Enter');
      await reflection.shows(screen);
    }
    assert.equal(await reflection.count(), '6 of 6');
    await reflection.tabTo('lastPlan');
    await press('Space');
    await press('Control+Enter');
    await reflection.shows('summary');
    const end = await journal.saved(title, 'the end', (record) => record.reflection?.finished);
    assert.deepEqual(end.reflection?.skipped, ['facts', 'guess', 'evidence', 'ratings']);
    assert.equal(end.reflection?.answers?.['lastPlan'], 'keep');
    assert.equal(journal.read('The outage before').plan?.closed, undefined, 'the plan stays open');
    await press('Control+Shift+Enter');
    await reflection.shows('nextPlan');
  });

  it('is walked with the mouse', async () => {
    const title = 'Checkout errors';
    journal.add(draft(title, 'facts', { window: sampleWindow(journal.workspace), reflection: { path: 'short', started: daysAgo(20) } }));
    await openFromTree(workbench, title);
    await reflection.field('To').fill(`${sampleTime(journal.workspace, '14:02').slice(0, 10)}T19:00`);
    await reflection.page.getByText('The end is before the start. Until then the old times stay.').waitFor();
    await reflection.field('To').fill(`${sampleTime(journal.workspace, '14:02').slice(0, 10)}T20:30`);
    await reflection.choice('Worked on the fix').click();
    await reflection.choice('Drill').click();
    await reflection.choice('Clean').click();
    await reflection.field('Severity').selectOption('SEV-3 minor');
    await reflection.field('What could have been lost?').fill('Nothing, it was a drill.');
    await reflection.next();

    await reflection.shows('guess');
    await reflection.field('Nearly went wrong').selectOption('Keep the picture open');
    await journal.saved(title, 'the first guess', (record) => record.reflection?.guess?.costly);
    await reflection.field('Went best').selectOption('Keep the picture open');
    await reflection.page.getByText('Choose two different ones, or leave one open.').waitFor();
    await reflection.field('Went best').selectOption('Hold the lead role');
    await reflection.next();

    await reflection.shows('evidence');
    await reflection.page.getByText('gateway: fix the retry storm, cap at 2 with jitter (#414)', { exact: true }).click();
    await reflection.momentBox.fill('I should have looked at the retries.');
    await reflection.page.getByText('“I should have”: what made that choice sensible then?').waitFor();
    await reflection.next();

    await reflection.shows('ratings');
    const [, second] = await reflection.page.locator('fieldset.rating').all();
    await reflection.page.getByLabel('What did you do or say that shows it?').first().fill('Kept off the keyboard.');
    await reflection.page.getByText('I stayed off the keyboard, and named a stand-in').click();
    await second?.getByText('No occasion this time').click();
    await reflection.choice('Someone else').click();
    await reflection.field('Their name').fill('Samir Haddad');
    await reflection.page.getByText('Calmed').click();
    await reflection.next();

    await reflection.shows('nextPlan');
    await reflection.field('When I next see').fill('the same graph for the third time');
    await reflection.field('I will').fill('ask one person for another cause');
    await reflection.next();
    await reflection.button('Show it again').click();
    await reflection.page.getByText('When I next see the same graph for the third time, I will ask one person for another cause.').waitFor();
    await reflection.next();
    await reflection.shows('summary');
    await reflection.next();
    await workbench.page.locator('.tab', { hasText: title }).waitFor({ state: 'detached' });

    const { window, role, kind, outcome, severity, ...record } = journal.read(title);
    assert.deepEqual([window.end, role, kind, outcome, severity], [sampleTime(journal.workspace, '15:00'), 'responder', 'drill', 'clean', 'sev3']);
    assert.deepEqual(record.reflection?.guess, { best: 'C2', costly: 'C4' });
    assert.deepEqual(record.reflection?.ratings?.map(({ behaviour, anchor }) => [behaviour, anchor]), [['C2', 4], ['C4', 'no-occasion']]);
    const { people } = journal.people();
    assert.deepEqual(record.people?.map(({ person, marks }) => [people.find(({ id }) => id === person)?.name, marks]), [['Samir Haddad', ['calmed']]]);
    assert.ok(record.reflection?.finished && record.plan?.made && !record.plan.typed);
  });
});
