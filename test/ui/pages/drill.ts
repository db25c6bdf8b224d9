import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { anId, daysAgo, draft, put, sampleTime, sampleWindow } from '../journalFiles';
import { layoutFindings, setPanelWidth } from '../layout';
import type { Group } from '../oneWindow';
import { HistoryTree, ReflectionPage } from '../reflection';
import type { Workbench } from '../workbench';

const READY = 'Payments get slow on a Friday';
const OWN = 'Payment timeouts';
const line = (time: string, text: string) => ({ time, text });
const team = {
  format: 1, title: 'Cache runs full', situation: 'You lead.',
  decisions: [
    { time: '09:05', seen: [line('09:00', 'Alert: cache at 95 %')], did: 'They waited.', then: [line('09:10', 'Cache at 99 %')] },
    { time: '09:15', seen: [line('09:12', 'Orders are slow')], did: 'They emptied it.', then: [line('09:20', 'Orders are quick')] },
  ],
  outcome: 'It was over at 09:20.',
};

export const drill: Group = (begin) => describe('a drill, by keyboard alone', () => {
  let workbench: Workbench;
  let journal: JournalFiles;
  let drill: ReflectionPage;
  let broken: string;
  const wrong = JSON.stringify({ ...team, title: 'Queue', outcome: '' }, null, 2);

  before(async () => {
    ({ workbench, journal } = await begin((folder) => {
      mkdirSync(path.join(folder, 'drills'));
      put(path.join(folder, 'drills/cache.drill.json'), JSON.stringify(team, null, 2));
      broken = path.join(folder, 'drills/queue.drill.json');
      put(broken, wrong);
      return [
        draft(OWN, 'summary', {
          window: sampleWindow(folder), role: 'commander',
          foresight: [{ id: anId(), at: sampleTime(folder, '14:20'), belief: 'The pool is too small' }],
          reflection: { path: 'short', started: daysAgo(3), finished: daysAgo(3), guess: { best: 'C1' } },
        }),
        draft('Search lag', 'facts', { window: sampleWindow(folder) }),
      ];
    }));
    drill = new ReflectionPage(workbench);
    await workbench.showSidebar();
    const plan = workbench.sidebarView().getByRole('button', { name: 'Your plan', exact: true });
    if ((await plan.getAttribute('aria-expanded')) === 'false') await plan.click(); // folded before in the same window
  });

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  const write = (text: string): Promise<void> => workbench.page.keyboard.type(text);

  /** On to the next page, whose heading has the focus then. */
  async function next(heading: string): Promise<void> {
    await press('Control+Enter');
    await drill.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await until('the heading to have the focus', async () => (await drill.focused()) === 'question');
  }

  async function practise(title: string): Promise<void> {
    await workbench.palette('Debrief: Practise with a Drill…');
    await workbench.quickInput.pick(title);
    await drill.page.locator('header .incident', { hasText: `Drill: ${title}` }).waitFor();
    await until('the heading to have the focus', async () => (await drill.focused()) === 'question');
  }

  it('begins with the situation, and shows nothing of what is to come', async () => {
    await practise(READY);
    const html = await drill.page.locator('#root').innerHTML();
    for (const later of ['16:42', 'Release log', 'risk check', 'Thirteen']) assert.ok(!html.includes(later), later);
  });

  it('takes a call, closes it, and then shows what happened', async () => {
    await next('16:42: what now?');
    assert.ok(!(await drill.page.locator('#root').innerHTML()).includes('declared it at 16:43'));
    await drill.tabTo('answer.drillSee.d01');
    await write('Two alerts and a shop.');
    await drill.tabTo('answer.drillDo.d01');
    await write('Declare it.');
    await drill.tabTo('sure');
    await write('7'); // one key: a second that came late would choose another
    await journal.saved(`Drill: ${READY}`, 'how sure', ({ drill: saved }) => saved?.points[0]?.sure === 70);
    await next('16:42: what happened then');
    assert.equal(await drill.page.locator('[role=status].visually-hidden').textContent(), 'Decision 1 of 6');
    assert.equal(await drill.page.locator('textarea').count(), 0, 'the call is closed');
    await drill.page.getByText('declared it at 16:43').waitFor();
    assert.deepEqual(await drill.page.locator('.own-call dd').allTextContents(), ['Two alerts and a shop.', 'Declare it.', '70 %']);
    await drill.tabTo('same-d01');
    await press('Space');
    await journal.saved(`Drill: ${READY}`, 'the same', ({ drill: saved }) => saved?.points[0]?.same === 'same');
  });

  it('goes back without changing a call', async () => {
    await next('16:52: what now?');
    await drill.tabTo('answer.drillDo.d02');
    await write('Look at what a slow payment waits for.');
    await journal.saved(`Drill: ${READY}`, 'what was typed', ({ reflection }) => reflection?.answers?.['drillDo.d02'] === 'Look at what a slow payment waits for.');
    await press('Control+Shift+Enter');
    await drill.page.getByRole('heading', { level: 1, name: '16:42: what happened then' }).waitFor();
    await press('Control+Shift+Enter');
    await drill.page.getByRole('heading', { level: 1, name: '16:42: what now?' }).waitFor();
    assert.equal(await drill.page.locator('textarea, select').count(), 0);
    await next('16:42: what happened then');
    await next('16:52: what now?');
  });

  it('goes to its end, where the lead judges their own calls and makes a plan, and is then a finished drill of the journal', async () => {
    for (const time of ['16:52', '17:05', '17:17', '17:38', '18:02']) {
      if (time !== '16:52') await next(`${time}: what now?`);
      await next(`${time}: what happened then`);
    }
    await next('How it ended');
    await drill.tabTo('right-d01');
    await press('Space');
    await drill.page.locator('tbody tr', { hasText: '16:42' }).filter({ hasText: /70 %The sameYes/ }).waitFor();
    await drill.page.locator('#question').focus();
    await drill.page.locator('[id="answer.drillMissed"]').focus();
    await write('That the alert had closed by itself.');
    await drill.tabTo('answer.drillCalls');
    await write('Early, and alone.');
    await drill.tabTo('lesson');
    await write('Ask what it waits for.');
    await next('One plan for next time');
    await drill.tabTo('plan.cue');
    await write('an alert that closes by itself');
    await drill.tabTo('plan.act');
    await write('stay calm');
    await press('Control+Enter');
    await drill.page.getByText('“stay calm” is an aim.').waitFor();
    await drill.focusIsOn('plan.act');
    await press('Shift+Home'); // Control+A the editor carries out once more by itself, which may come after the next keys
    await write('ask aloud what changed');
    await press('Control+Enter');
    await drill.focusIsOn('typed.cue');
    await workbench.sidebarView().getByText('It shows again once you have typed it from memory.').waitFor();
    await write('some alert closes by itself');
    await drill.tabTo('typed.act');
    await write('ask what changed');
    await press('Control+Enter');
    await until('the drill to be done', async () => (await drill.count()) === 'Done');
    const plan = 'When I next see an alert that closes by itself, I will ask aloud what changed.';
    await drill.page.getByText(plan).waitFor();
    await workbench.sidebarView().getByText(plan).waitFor();
    const record = await journal.saved(`Drill: ${READY}`, 'its end', ({ reflection }) => reflection?.finished);
    assert.deepEqual([record.kind, record.drill?.points[0]?.right, record.reflection?.answers?.['drillMissed'], record.reflection?.answers?.['drillDo.d02'], record.lesson?.text], ['drill', 'yes', 'That the alert had closed by itself.', 'Look at what a slow payment waits for.', 'Ask what it waits for.']);
    await press('Control+Enter');
    await until('its tab to close', async () => (await workbench.page.locator('.editor-group-container .tab').count()) === 0);
  });

  it('is made of an own incident from the menu of the history, and says why one that waits cannot be', async () => {
    const tree = new HistoryTree(workbench);
    await tree.menu(OWN, 'Practise with This…', (soon) => drill.page.locator('header .incident', { hasText: `Drill: ${OWN}` }).waitFor(soon));
    await drill.page.getByText('Read it as if you did not').waitFor();
    await until('the heading to have the focus', async () => (await drill.focused()) === 'question');
    await press('Control+Enter');
    await drill.page.getByText('The incident began').waitFor();
    assert.ok(!(await drill.page.locator('#root').innerHTML()).includes('The pool is too small'), 'the note of then comes after the answer');
    await tree.menu('Search lag', 'Practise with This…', (soon) => workbench.page.getByText('Search lag comes as a drill once you have looked back at it').first().waitFor(soon));
  });

  it('of a team is listed with those that ship; a file that cannot be used is named with its place, and left as it is', async () => {
    await workbench.palette('Debrief: Practise with a Drill…');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Cache runs full' }).filter({ hasText: '2 decisions' }).waitFor();
    await rows.filter({ hasText: 'drills/queue.drill.json' }).filter({ hasText: 'outcome: must not be empty' }).click();
    await workbench.page.locator('.editor-group-container .tab.active', { hasText: 'queue.drill.json' }).waitFor();
    const line = wrong.split('\n').findIndex((each) => each.includes('"outcome"')) + 1;
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line}, Col 14` }).waitFor();
    assert.equal(readFileSync(broken, 'utf8'), wrong);
    await practise('Cache runs full');
  });

  it('nothing that axe finds wrong in four themes, and from 480 to 1600 px nothing scrolls sideways, is covered or cut off', async () => {
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      for (const theme of ['dark', 'light', 'hc', 'hc-light'] as const) {
        await workbench.setTheme(theme);
        found.push(...(await workbench.axe(drill.page)).map((each) => `${theme}, ${name}: ${each}`));
      }
      for (const width of [480, 1600]) {
        await setPanelWidth(workbench, width, 900);
        found.push(...(await layoutFindings(workbench, drill.page)).map((each) => `${width} px, ${name}: ${each}`));
      }
      await drill.page.locator('#question').focus();
    };
    await look('situation');
    await next('09:05: what now?');
    await drill.page.locator('[id="answer.drillDo.d01"]').fill('Empty it.');
    await look('ask');
    await next('09:05: what happened then');
    await look('told');
    await next('09:15: what now?');
    await next('09:15: what happened then');
    await next('How it ended');
    await look('end');
    await next('One plan for next time');
    await drill.choice('A new one takes its place').check({ force: true });
    await drill.page.locator('summary').click();
    await look('plan');
    assert.deepEqual(found, []);
  });
});
