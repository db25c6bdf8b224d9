import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { until } from '../harness/until';
import type { JournalFiles } from '../journalFiles';
import { anId, daysAgo, draft } from '../journalFiles';
import type { Group } from '../oneWindow';
import type { ReflectionPage } from '../reflection';
import { openFromTree } from '../reflection';
import type { Workbench } from '../workbench';

const SHOWS = 'What did you do or say that shows it?';

export const changedElsewhere: Group = (begin) => describe('a reflection that is changed in another place too', () => {
  let workbench: Workbench;
  let journal: JournalFiles;

  before(async () => {
    ({ workbench, journal } = await begin());
  });

  /** A draft at its ratings, with a text for each of the two behaviours. */
  function add(title: string): void {
    const rating = (behaviour: string) => ({ id: anId(), at: daysAgo(0), behaviour, table: 1, evidence: `Before ${behaviour}` });
    journal.add(draft(title, 'ratings', { reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1', costly: 'C5' }, ratings: [rating('C1'), rating('C5')] } }));
  }

  const evidenceOf = ({ reflection }: Incident, behaviour: string) => reflection?.ratings?.filter((each) => each.behaviour === behaviour).at(-1)?.evidence;

  /** Somebody rewrites what shows a behaviour, with another program. */
  const rewrite = (title: string, texts: Record<string, string>) =>
    journal.edit(title, (record) => {
      const ratings = record.reflection?.ratings?.map((each) => ({ ...each, ...(texts[each.behaviour] && { evidence: texts[each.behaviour] as string }) }));
      return { ...record, reflection: { ...(record.reflection as NonNullable<Incident['reflection']>), ...(ratings && { ratings }) } };
    });

  /** Types without a pause; meanwhile something else happens. */
  async function typeMeanwhile(reflection: ReflectionPage, text: string, meanwhile: () => void): Promise<void> {
    const box = reflection.page.getByLabel(SHOWS).first();
    await box.fill('');
    const typed = box.pressSequentially(text, { delay: 40 });
    await until('some letters', async () => (await box.inputValue()).length >= 8);
    meanwhile();
    await typed;
    assert.equal(await box.inputValue(), text, 'what is being typed stays');
  }

  const choices = {
    'Keep mine': ['Mine, typed without a pause.', 'Mine, typed without a pause.'],
    'Keep theirs': ['Theirs.', 'Theirs.'],
    'Keep both': ['Mine, typed without a pause.\nTheirs.', 'Mine, typed without a pause.\nTheirs.'],
  };
  for (const [choice, [words]] of Object.entries(choices)) {
    it(`a hand edit takes nothing that is being typed: ${choice}`, async () => {
      const title = `By hand: ${choice}`;
      add(title);
      const reflection = await openFromTree(workbench, title);
      await typeMeanwhile(reflection, 'Mine, typed without a pause.', () => rewrite(title, { C1: 'Theirs.', C5: 'Theirs too.' }));
      const clash = reflection.page.getByRole('group', { name: 'Changed in two places' });
      await clash.getByText('Theirs.', { exact: true }).waitFor();
      const both = await journal.saved(title, 'both texts', (record) => evidenceOf(record, 'C1') === 'Mine, typed without a pause.');
      assert.deepEqual(both.clashes?.map(({ other }) => other), ['Theirs.']);
      // Nobody types in the other field: it shows the edit.
      const other = reflection.page.getByLabel(SHOWS).nth(1);
      await until('the edit in the other field', async () => (await other.inputValue()) === 'Theirs too.');

      await clash.getByRole('button', { name: choice }).click();
      const settled = await journal.saved(title, 'the choice', (record) => record.clashes === undefined);
      assert.equal(evidenceOf(settled, 'C1'), words);
      await clash.waitFor({ state: 'detached' });
      await until('the field to say so', async () => (await reflection.page.getByLabel(SHOWS).first().inputValue()) === words);
      await reflection.says('Saved');
    });
  }

  it('a hand edit shows where nobody types: facts, title, and a new screen of the other window', async () => {
    const title = 'Shown at once';
    journal.add(draft(title, 'facts'));
    const reflection = await openFromTree(workbench, title);
    journal.edit(title, (record) => ({ ...record, role: 'commander', severity: 'sev1', stakes: 'By hand.', title: 'Renamed by hand' }));
    await reflection.page.locator('header .incident', { hasText: 'Renamed by hand' }).waitFor();
    await workbench.page.locator('.tab', { hasText: 'Renamed by hand' }).waitFor();
    assert.equal(await reflection.choice('Led').isChecked(), true);
    assert.equal(await reflection.field('Severity').inputValue(), 'sev1');
    assert.equal(await reflection.field('What could have been lost?').inputValue(), 'By hand.');
  });

  it('another window that saves the same field takes nothing either', async () => {
    const title = 'Two windows';
    add(title);
    const reflection = await openFromTree(workbench, title);
    const second = await workbench.openWindow(journal.workspace);
    try {
      const other = await openFromTree(second, title);
      await other.page.getByLabel(SHOWS).nth(1).fill('From the other window.');
      await until('the text of the other window', async () => (await reflection.page.getByLabel(SHOWS).nth(1).inputValue()) === 'From the other window.');

      let saved: Promise<unknown> = Promise.resolve();
      await typeMeanwhile(reflection, 'This window types for a while, without a pause.', () => {
        saved = other.page.getByLabel(SHOWS).first().fill('The other window was faster.');
      });
      await saved;
      for (const page of [reflection, other]) await page.page.getByRole('group', { name: 'Changed in two places' }).waitFor();
      const textsOf = (record: Incident) => [evidenceOf(record, 'C1') ?? '', ...(record.clashes ?? []).map((each) => String(each.other))];
      const record = await journal.saved(title, 'both texts', (now) => now.clashes && textsOf(now).some((text) => text.includes('without a pause.')));
      const texts = textsOf(record);
      // A choice that is made before the other window shows the last words is one about older words: it would be asked again.
      await until('the last words in the other window', async () => (await other.page.getByLabel(SHOWS).first().inputValue()) === evidenceOf(journal.read(title), 'C1'));
      // Our save may change the field between its selecting all and its typing: then it typed at the end.
      assert.ok(texts.some((text) => text.endsWith('The other window was faster.')), `one of the texts is theirs: ${texts.join(' | ')}`);
      assert.ok(texts.some((text) => text.includes('This window types for a while, without a pause.')), `one of the texts is ours: ${texts.join(' | ')}`);

      // Who saved when decides whether one text waits or two: the second is asked about when the first is settled.
      const left = () => journal.read(title).clashes?.length ?? 0;
      for (let waits = left(); waits > 0; waits = left()) {
        await other.page.getByRole('button', { name: 'Keep both' }).click();
        await journal.saved(title, 'the choice', () => left() < waits);
      }
      for (const page of [reflection, other]) await page.page.getByRole('group', { name: 'Changed in two places' }).waitFor({ state: 'detached' });
      const kept = evidenceOf(journal.read(title), 'C1') ?? '';
      assert.ok(texts.every((text) => kept.includes(text)), kept);
    } finally {
      await second.close();
    }
  });
});
