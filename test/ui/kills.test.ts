import assert from 'node:assert/strict';
import type { Incident } from '../../src/core/journal/schema';
import { randomFrom } from '../../tools/sample/random.mjs';
import { seen, times, type Seen } from '../torture/row';
import { until } from './harness/until';
import type { JournalFiles } from './journalFiles';
import { daysAgo, draft } from './journalFiles';
import type { ReflectionPage } from './reflection';
import { closeEditors, openFromTree } from './reflection';
import { openSample } from './sample';
import type { Workbench } from './workbench';

const KILLS = times(5, 50);
/** For one kill, in milliseconds: the extensions start anew after each. */
const PATIENCE = 120_000;
const SEED = Number(process.env.KILL_SEED ?? 1);
const BEHAVIOURS = ['C1', 'C5'] as const;
type Texts = Record<(typeof BEHAVIOURS)[number], string>;

/** As much of a page as is used here: tests are compiled without its types. */
interface Field {
  readonly value: string;
}
declare const document: { getElementById(id: string): Field | null; querySelector(selector: string): { readonly textContent: string | null } | null };

/** From now on the page itself notes what its texts were whenever it said "Saved". */
function noteWhatIsCalledSaved(reflection: ReflectionPage): Promise<void> {
  return reflection.page.locator(':root').evaluate((_, ids) => {
    const page = globalThis as unknown as { calledSaved?: Record<string, string> };
    const note = () => {
      if (document.querySelector('.saved:not(.pending)')?.textContent !== 'Saved') return;
      page.calledSaved = Object.fromEntries(ids.map((id) => [id, document.getElementById(`evidence.${id}`)?.value ?? '']));
    };
    note();
    setInterval(note, 5);
  }, [...BEHAVIOURS]);
}

function calledSaved(reflection: ReflectionPage): Promise<Texts> {
  return reflection.page.locator(':root').evaluate(() => (globalThis as unknown as { calledSaved: Texts }).calledSaved);
}

describe('the extension host is killed while somebody types', function () {
  this.timeout(KILLS * PATIENCE);
  let workbench: Workbench;
  let journal: JournalFiles;
  const title = 'Killed';

  before(async () => {
    ({ workbench, journal } = await openSample({
      records: () => [draft(title, 'ratings', { reflection: { path: 'short', started: daysAgo(0), guess: { best: 'C1', costly: 'C5' } } })],
    }));
  });
  after(() => workbench?.close());

  const textOf = ({ reflection }: Incident, behaviour: string) => reflection?.ratings?.find((each) => each.behaviour === behaviour)?.evidence ?? '';

  async function typeAndKill(kill: number, upTo: (most: number) => number): Promise<{ called: Texts; typed: Texts }> {
    const reflection = await openFromTree(workbench, title);
    await reflection.shows('ratings');
    await noteWhatIsCalledSaved(reflection);
    const typed: Texts = { C1: '', C5: '' };
    const type = async (behaviour: 'C1' | 'C5', text: string) => {
      typed[behaviour] += text;
      await reflection.page.locator(`[id="evidence.${behaviour}"]`).pressSequentially(text, { delay: upTo(60) });
    };
    for (const behaviour of BEHAVIOURS) {
      typed[behaviour] = `Kill ${kill}. `;
      await reflection.page.locator(`[id="evidence.${behaviour}"]`).fill(typed[behaviour]);
    }
    await until('the first words to be called saved', async () => (await calledSaved(reflection)).C5 === typed.C5);
    await type('C1', 'abcdefghij klmnopqrst uvwxyz '.slice(0, 3 + upTo(26)));
    if (upTo(10) < 3) await until('more to be called saved', async () => (await calledSaved(reflection)).C1 === typed.C1);
    await type('C5', 'ABCDEFGHIJ KLMNOPQRST UVWXYZ '.slice(0, 3 + upTo(26)));

    await workbench.killExtensionHost();
    const called = await calledSaved(reflection);
    await closeEditors(workbench); // nobody listens to that page any more
    return { called, typed };
  }

  /** What the file holds, undefined where it cannot be read: one that was cut would not parse. */
  function kept(): Texts | undefined {
    try {
      const record = journal.read(title);
      return { C1: textOf(record, 'C1'), C5: textOf(record, 'C5') };
    } catch {
      return undefined;
    }
  }

  async function killAgainAndAgain(): Promise<Seen> {
    const random = randomFrom(SEED);
    let [kill, lost, other] = [0, 0, 0];
    while (kill < KILLS) {
      kill += 1;
      const { called, typed } = await typeAndKill(kill, (most) => Math.floor(random() * most));
      const texts = kept();
      if (!texts) return { often: kill, lost, wrong: { unreadable: 1 } };
      for (const behaviour of BEHAVIOURS) {
        if (!texts[behaviour].startsWith(called[behaviour])) lost += 1;
        if (!typed[behaviour].startsWith(texts[behaviour])) other += 1;
      }
      if (lost + other > 0) console.log(`      kill ${kill}: ${JSON.stringify({ called, texts, typed })}`);
    }
    return { often: kill, lost, wrong: { unreadable: 0, 'never typed': other } };
  }

  it(`${KILLS} times (seed ${SEED}): every text that the screen called saved is there`, () => seen('killedEditor', killAgainAndAgain));

  it('a page that was open says that nobody answers, and keeps the text', async () => {
    const reflection = await openFromTree(workbench, title);
    await workbench.killExtensionHost();
    const field = reflection.page.locator('[id="evidence.C1"]');
    await field.fill('Nobody hears this.');
    await reflection.says('Saving…');
    await reflection.says('Not saved: the editor does not answer. Copy your text and open this tab again.');
    assert.equal(await field.inputValue(), 'Nobody hears this.');
    await closeEditors(workbench);
  });

  it('and goes on after that', async () => {
    const reflection = await openFromTree(workbench, title);
    await reflection.shows('ratings');
    assert.equal(await reflection.page.locator('[id="evidence.C1"]').inputValue(), textOf(journal.read(title), 'C1'));
    await reflection.page.locator('[id="evidence.C1"]').fill('Saved after the last kill.');
    await journal.saved(title, 'what was typed after the last kill', (record) => textOf(record, 'C1') === 'Saved after the last kill.');
  });
});
