// A journal with something on every screen, and the ways to each of them: for tests of how they look.
import { readFileSync } from 'node:fs';
import type { Incident } from '../../src/core/journal/schema';
import { freshSample } from './harness/folders';
import { until } from './harness/until';
import { anId, daysAgo, draft, JournalFiles, put, sampleTime, sampleWindow } from './journalFiles';
import { openFromTree, ReflectionPage } from './reflection';
import type { Workbench } from './workbench';

const FULL = 'Payment timeouts';
const OPEN_GUESS = 'Search lag after the move';
const RECALL = 'Login loop for single sign-on';
const CLASH = 'Refund mails sent twice';
const BROKEN = 'Certificate ran out';
const DONE = 'Checkout errors';
const NEARLY = 'Stock counts off by one';

type Look = (workbench: Workbench) => Promise<ReflectionPage>;

/** A reflection, in front; by its tab where it is open already, since a low window shows few rows of the history. */
async function front(workbench: Workbench, title: string): Promise<ReflectionPage> {
  const open = workbench.page.locator('.editor-group-container .tab', { hasText: title });
  if ((await open.count()) === 0) return openFromTree(workbench, title);
  await open.click();
  const reflection = new ReflectionPage(workbench);
  await reflection.page.locator('header .incident', { hasText: title }).waitFor();
  return reflection;
}

/** A screen of a reflection, in front. */
const tab = (title: string, name: string): Look => async (workbench) => {
  const reflection = await front(workbench, title);
  const isShown = async (): Promise<boolean> => (await reflection.tab(name).getAttribute('aria-current')) === 'step';
  if (!(await isShown())) await reflection.tab(name).click(); // else what was pressed there the last time goes, a moment later
  await until(`the tab ${name}`, isShown);
  return reflection;
};

/** The same, and then something is pressed. */
const then = (look: Look, press: RegExp, sign: string): Look => async (workbench) => {
  const reflection = await look(workbench);
  const [shown, button] = [reflection.page.getByText(sign).first(), reflection.page.getByRole('button', { name: press })];
  await shown.or(button).first().waitFor();
  if (!(await shown.isVisible())) await button.click();
  await shown.waitFor();
  return reflection;
};

/** What would leave of all reflections, in front. */
async function sharing(workbench: Workbench): Promise<ReflectionPage> {
  const open = workbench.page.locator('.editor-group-container .tab', { hasText: /^Share: / });
  if ((await open.count()) > 0) await open.click();
  else {
    await workbench.palette('Debrief: Share…');
    await workbench.quickInput.pick('A range of time…');
    await workbench.quickInput.pick('Everything in this journal');
  }
  const reflection = new ReflectionPage(workbench);
  await reflection.page.getByText('Choose what leaves.').waitFor();
  return reflection;
}

/** Every screen, also in the states that are rare. By name of the picture. */
export const looks: Readonly<Record<string, Look>> = {
  lastPlan: tab(FULL, 'Last plan'),
  facts: tab(FULL, 'Facts'),
  guess: tab(OPEN_GUESS, 'Guess'),
  'guess-locked': tab(FULL, 'Guess'),
  evidence: tab(FULL, 'Evidence'),
  'evidence-all': then(tab(FULL, 'Evidence'), /^Show all/, 'Show turning points only'),
  ratings: tab(FULL, 'Ratings'),
  'ratings-clash': tab(CLASH, 'Ratings'),
  nextPlan: then(tab(FULL, 'Next plan'), /^Finish$/, 'has no moment that you could notice'),
  recall: then(tab(RECALL, 'Next plan'), /^Finish$/, 'The plan says'),
  summary: async (workbench) => {
    const reflection = await front(workbench, NEARLY);
    if (await reflection.button('Finish').isVisible()) await reflection.next();
    await reflection.shows('summary');
    return reflection;
  },
  letter: async (workbench) => {
    const reflection = await front(workbench, DONE);
    const before = reflection.button('Show what was changed');
    await before.or(reflection.button('Hide what was changed')).waitFor();
    if (await before.isVisible()) await before.click();
    await reflection.page.getByText('Orders of one shop.').waitFor();
    return reflection;
  },
  share: async (workbench) => {
    const reflection = await sharing(workbench);
    await reflection.choice('Markdown').click();
    await reflection.page.locator('pre.shown').waitFor();
    return reflection;
  },
  'share-html': async (workbench) => {
    const reflection = await sharing(workbench);
    await reflection.page.getByRole('radio', { name: /^HTML/ }).click();
    await reflection.page.locator('div.shown').waitFor();
    return reflection;
  },
  failed: async (workbench) => {
    const reflection = await front(workbench, BROKEN);
    await reflection.field('What could have been lost?').fill('Typed while the file cannot be read.');
    await reflection.alert.waitFor();
    return reflection;
  },
};

/** A workspace with a year of reflections, and with those that `looks` shows. */
export async function furnished(): Promise<JournalFiles> {
  const folder = await freshSample({ year: true });
  const journal = new JournalFiles(folder);
  const window = sampleWindow(folder);
  const begun: Incident['reflection'] = { path: 'short', started: daysAgo(0), screen: 'facts' };
  const [person] = journal.people().people;
  const rated = (behaviour: string, anchor: 2 | 4, evidence: string) => ({ id: anId(), at: daysAgo(0), behaviour, table: 1, anchor, evidence });
  const answered: Partial<Incident> = {
    role: 'commander', kind: 'real', outcome: 'rough', severity: 'sev2', stakes: 'Orders from all shops for the length of a lunch break.',
    evidence: [{ id: anId(), at: sampleTime(folder, '14:20'), source: 'person', kind: 'moment', title: 'A shop called: customers pay twice', moment: true }],
    people: [{ id: 'missed1', person: person?.id ?? 'p-nobody', marks: ['corrected', 'calmed'], note: 'Said that the orders were retries.' }],
    reflection: {
      ...begun, evidenceOpened: daysAgo(0), guess: { best: 'C1', costly: 'C5' }, person: 'missed1',
      answers: { moment: 'I should have looked at the retries. The queue rose the whole time.', lastPlan: 'replace' },
      ratings: [rated('C1', 4, 'Declared at the second alert, and said what we did not know yet.'), rated('C5', 2, 'I should have written a name and a time.')],
    },
    plan: { id: anId(), cue: 'in future', act: 'be more careful' },
  };
  journal.edit(FULL, (record) => ({ ...record, ...answered }));
  journal.edit(CLASH, (record) => ({ ...record, ...answered, clashes: [{ path: 'text/evidence.C1', other: 'Declared late. Support had asked twice by then.' }] }));
  journal.add(draft(OPEN_GUESS, 'guess', { window }));
  journal.add(draft(BROKEN, 'facts', { window, stakes: 'A day of deliveries.' }));
  const plan = { id: anId(), cue: 'two alerts within five minutes', act: 'say who leads', made: daysAgo(0), typed: { cue: 'a quiet channel', act: 'ask' } };
  journal.add(draft(RECALL, 'nextPlan', { window, ...answered, plan, reflection: { ...begun, guess: { best: 'C1' } } }));
  const remembered = { ...plan, typed: { cue: plan.cue, act: plan.act } };
  journal.add(draft(NEARLY, 'nextPlan', { window, ...answered, plan: remembered, reflection: { ...(answered.reflection as NonNullable<Incident['reflection']>), screen: 'nextPlan', started: daysAgo(0.2) } }));
  const revisions = [{ id: anId(), at: daysAgo(0.3), field: 'stakes', before: 'Orders of one shop.' }, { id: anId(), at: daysAgo(0.2), field: 'role', before: 'responder' }];
  const finished = { ...(answered.reflection as NonNullable<Incident['reflection']>), screen: 'summary', started: daysAgo(1), finished: daysAgo(1), revisions };
  journal.add(draft(DONE, 'summary', { ...answered, window, plan: { ...plan, made: daysAgo(1), closed: daysAgo(0.5) }, reflection: finished }));
  return journal;
}

/** Opens the reflection of `failed`, whose file cannot be read from then on. */
export async function breakOne(workbench: Workbench, journal: JournalFiles): Promise<void> {
  await openFromTree(workbench, BROKEN);
  const file = journal.file(BROKEN);
  put(file, readFileSync(file, 'utf8').replace('"facts"', 'facts'));
}
