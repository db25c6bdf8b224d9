import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promptTurn } from '../../../src/core/prompting/gate';
import { recordAsk, type PromptHistory } from '../../../src/core/prompting/history';
import { historyKey, PromptHistories } from '../../../src/store/promptHistory';
import { circumstances, EMPTY } from '../prompting/scenes';
import { writerProgram } from './children';
import { filesIn, leftovers, ownFolder } from './journalFolder';

const JOURNAL = 'k3f9q2m7xa';
const SCENE = circumstances({});
const NOW = SCENE.now;
const AT = new Date(NOW).toISOString();

describe('the history of prompts on disk', () => {
  const own = ownFolder();
  const folder = () => join(own.path(), 'global', 'prompts');
  const file = () => join(folder(), `${JOURNAL}.json`);
  const histories = () => new PromptHistories({ folder: folder(), now: () => NOW, lockTimes: { patience: 60, unsignedPatience: 20, giveUp: 60 } });
  const ask = ({ history }: { history: PromptHistory }) => recordAsk(history, '7k3f9q2mxa', NOW);

  function put(text: string | Uint8Array): void {
    mkdirSync(dirname(file()), { recursive: true });
    writeFileSync(file(), text);
  }

  it('is empty where there is none; looking writes nothing', async () => {
    assert.deepEqual(await histories().read(JOURNAL), { state: 'read', history: EMPTY });
    assert.equal((await histories().change(JOURNAL, () => undefined)).ok, true);
    assert.ok(!existsSync(file()));
  });

  it('of a journal that has no id yet is kept under its folder, and goes on when it has one', async () => {
    const given = { folder: folder(), now: () => NOW, journalFolder: '/work/shop/.lead-debrief' };
    const key = historyKey(undefined, given.journalFolder);
    assert.notEqual(key, historyKey(undefined, '/work/other/.lead-debrief'));
    assert.equal(historyKey(JOURNAL, given.journalFolder), JOURNAL);
    assert.ok((await new PromptHistories(given).change(key, ask)).ok);
    const reading = await new PromptHistories(given).read(JOURNAL);
    assert.equal('state' in reading && reading.state === 'read' && reading.history.asked.length, 1);
    assert.ok((await new PromptHistories(given).change(JOURNAL, ask)).ok);
    assert.equal((JSON.parse(readFileSync(file(), 'utf8')) as PromptHistory).asked.length, 2);
  });

  it('is one file for each journal, for this person alone, and keeps what it does not know', async () => {
    put(`${JSON.stringify({ format: 1, asked: [], later: { kept: true } })}\n`);
    assert.ok((await histories().change(JOURNAL, ask)).ok);
    assert.ok((await histories().change('another', ask)).ok);
    assert.deepEqual(readdirSync(folder()).sort(), ['another.json', `${JOURNAL}.json`]);
    assert.deepEqual(JSON.parse(readFileSync(file(), 'utf8')), { format: 1, asked: [{ incident: '7k3f9q2mxa', times: [AT] }], later: { kept: true } });
    if (process.platform !== 'win32') assert.equal(statSync(join(folder(), 'another.json')).mode & 0o777, 0o600);
    assert.deepEqual(leftovers(own.path()), []);
  });

  for (const [what, bytes] of Object.entries({
    'half of a file': Buffer.from('{ "format": 1, "asked": [{ "inci'),
    'no history': Buffer.from('{ "format": 1, "asked": "yesterday" }'),
    'no UTF-8': Buffer.from([0xff, 0xfe, 0]),
    'a list': Buffer.from('[]'),
  })) {
    it(`broken (${what}): asks nothing more today, and is set aside to the byte when the next one is written`, async () => {
      put(bytes);
      const reading = await histories().read(JOURNAL);
      assert.ok('state' in reading && reading.state === 'broken', 'it is broken');
      const { verdict, history, changed } = promptTurn({ ...SCENE, history: reading });
      assert.deepEqual([verdict.act, verdict.incidents[0]?.reason, changed, history.lost], ['wait', { code: 'historyLost' }, true, AT]);
      assert.deepEqual(readFileSync(file()), bytes, 'looking changed nothing');
      assert.ok((await histories().change(JOURNAL, (found) => found.history)).ok);
      assert.deepEqual(readFileSync(join(folder(), `${JOURNAL}.broken.json`)), bytes);
      assert.deepEqual(await histories().read(JOURNAL), { state: 'read', history: { ...EMPTY, lost: AT } });
    });
  }

  it('of a newer version is never written over', async () => {
    const newer = '{"format":2,"prompts":{}}';
    put(newer);
    const reading = await histories().read(JOURNAL);
    assert.ok('state' in reading && reading.state === 'newer');
    const outcome = await histories().change(JOURNAL, ask);
    assert.deepEqual(outcome, { ok: false, code: 'newer', reason: reading.reason });
    assert.deepEqual(filesIn(folder()), { [`${JOURNAL}.json`]: newer });
  });

  it('that cannot be written is a refusal with a sentence', async () => {
    writeFileSync(join(own.path(), 'global'), 'a file where the folder should be');
    const outcome = await histories().change(JOURNAL, ask);
    assert.equal(outcome.ok, false);
    assert.deepEqual(await histories().read(JOURNAL), { state: 'read', history: EMPTY });
  });

  it('that is too large is neither read nor written', async () => {
    put(Buffer.alloc(5_000_001, ' '));
    assert.ok('code' in (await histories().read(JOURNAL)));
    const outcome = await histories().change(JOURNAL, ask);
    assert.ok(!outcome.ok && outcome.code === 'unreadable');
    assert.equal(statSync(file()).size, 5_000_001);
  });

  it('under a lock that another window holds is left alone, and says so', async () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(folder(), '.lock'), JSON.stringify({ pid: process.pid, here: 'another machine', nonce: 'abc' }));
    const patient = new PromptHistories({ folder: folder(), now: () => NOW, lockTimes: { patience: 3_600_000, unsignedPatience: 3_600_000, giveUp: 30 } });
    const outcome = await patient.change(JOURNAL, ask);
    assert.ok(!outcome.ok && outcome.code === 'locked');
    assert.ok(!existsSync(file()));
  });

  it('of windows that judge at the same time, one asks', async function () {
    this.timeout(120_000);
    const program = await writerProgram('promptProcess.ts');
    try {
      const windows = Array.from({ length: 3 }, () => program.start(folder(), '100'));
      await Promise.all(windows.map(({ started }) => started));
      mkdirSync(folder(), { recursive: true });
      await Promise.all(windows.map(({ ended }) => ended));
      assert.deepEqual(windows.flatMap(({ refused }) => refused), []);
      const asked = windows.flatMap(({ acknowledged }) => acknowledged.slice(1));
      assert.deepEqual([...asked].sort(), Array.from({ length: 100 }, (_, number) => `j${number}`).sort());
      assert.deepEqual(leftovers(own.path()), []);
    } finally {
      program.dispose();
    }
  });
});
