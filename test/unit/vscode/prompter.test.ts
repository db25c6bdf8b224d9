import assert from 'node:assert/strict';
import type { Incident } from '../../../src/core/journal/schema';
import { putOff } from '../../../src/core/prompting/answers';
import { readHistory, type HistoryReading, type PromptHistory } from '../../../src/core/prompting/history';
import { refused, type Refused, type Saved } from '../../../src/store/refusal';
import { LOOK_AGAIN, Prompter, type Judgement, type Surroundings } from '../../../src/vscode/prompting/prompter';
import { DAY, HOUR, MINUTE, QUIET, STANDARD, ZONE, at, over, running } from '../prompting/scenes';

/** What all windows of an editor share: the journal, what was asked, the clock. */
class Editor {
  records: readonly Incident[] = [over('a1', '2026-05-14 11:00')];
  stored: unknown;
  now = at('2026-05-14 14:00');
  /** What the disk says instead of saving. */
  refusal: Refused | undefined;
  writes = 0;

  async read(): Promise<HistoryReading> {
    await Promise.resolve();
    return readHistory(this.stored, this.now);
  }

  async change(_: string, change: (reading: Exclude<HistoryReading, { state: 'newer' }>) => PromptHistory | undefined): Promise<Saved<PromptHistory> | Refused> {
    await Promise.resolve();
    const reading = readHistory(this.stored, this.now);
    if (reading.state === 'newer') return refused('newer', reading.reason);
    const changed = change(reading);
    if (changed && this.refusal) return this.refusal;
    if (changed) [this.stored, this.writes] = [JSON.parse(JSON.stringify(changed)), this.writes + 1];
    return { ok: true, record: changed ?? reading.history };
  }
}

/** One window of it, whose timers ring when they are told. */
class Window {
  around: Surroundings = { settings: STANDARD, zone: ZONE, moment: QUIET };
  readonly timers: { readonly work: () => void; readonly milliseconds: number }[] = [];
  readonly asked: string[] = [];
  /** What was stored at the moment in which it asked. */
  storedWhenAsked: unknown;
  readonly prompter: Prompter;

  constructor(editor: Editor) {
    this.prompter = new Prompter({
      journal: { records: () => editor.records, key: () => 'journal', whenLoaded: Promise.resolve() },
      histories: editor,
      surroundings: () => this.around,
      now: () => editor.now,
      ask: ({ id }) => void (this.asked.push(id), (this.storedWhenAsked = editor.stored)),
      askStillOpen: ({ id }) => void this.asked.push(`still open: ${id}`),
      sayLesson: ({ id }) => void this.asked.push(`lesson: ${id}`),
      later: (work, milliseconds) => {
        const timer = { work, milliseconds };
        this.timers.push(timer);
        return () => void (this.timers.includes(timer) && this.timers.splice(this.timers.indexOf(timer), 1));
      },
    });
  }

  judge(): Promise<Judgement> {
    return this.prompter.judge();
  }

  /** After how long each timer rings. */
  get waits(): readonly number[] {
    return this.timers.map(({ milliseconds }) => milliseconds);
  }

  moment(more: Partial<Surroundings['moment']>): void {
    this.around = { ...this.around, moment: { ...QUIET, ...more } };
  }

  setting(more: Partial<Surroundings['settings']>): void {
    this.around = { ...this.around, settings: { ...STANDARD, ...more } };
  }
}

describe('the prompter', () => {
  let editor: Editor;
  let window: Window;
  beforeEach(() => {
    editor = new Editor();
    window = new Window(editor);
  });

  it('asks once, and only when that is written', async () => {
    await window.judge();
    assert.deepEqual(window.asked, ['a1']);
    assert.deepEqual(window.storedWhenAsked, { format: 1, asked: [{ incident: 'a1', times: [new Date(editor.now).toISOString()] }] });
    await window.judge();
    assert.deepEqual([window.asked, editor.writes], [['a1'], 1]);
  });

  it('of two windows that judge at the same time, one asks', async () => {
    const second = new Window(editor);
    await Promise.all([window.judge(), second.judge()]);
    assert.deepEqual([...window.asked, ...second.asked], ['a1']);
  });

  it('asks nothing where it cannot be written, says so, and looks again', async () => {
    editor.refusal = refused('disk-full', 'The disk is full.');
    assert.equal((await window.judge()).problem, 'The disk is full.');
    assert.deepEqual([window.asked, window.waits], [[], [LOOK_AGAIN]]);
    editor.refusal = undefined;
    await window.judge();
    assert.deepEqual(window.asked, ['a1']);
  });

  it('asks nothing by a history of a newer version', async () => {
    editor.stored = { format: 2 };
    assert.deepEqual((await window.judge()).verdict.incidents[0]?.reason, { code: 'historyNewer' });
    assert.deepEqual([window.asked, editor.writes], [[], 0]);
  });

  it('looks again when the rest is over, in between when that is long, and asks then', async () => {
    editor.now = at('2026-05-14 12:28');
    await window.judge();
    assert.deepEqual(window.waits, [2 * MINUTE]);
    editor.now = at('2026-05-14 11:01');
    await window.judge();
    assert.deepEqual(window.waits, [LOOK_AGAIN], 'the machine may sleep meanwhile');
    editor.now = at('2026-05-14 12:30');
    await window.judge();
    assert.deepEqual(window.asked, ['a1']);
  });

  it('waits for typing to stop, and for the focus and the debugger without a timer', async () => {
    window.moment({ lastTypedAt: editor.now - 30_000 });
    await window.judge();
    assert.deepEqual(window.waits, [90_000]);
    for (const moment of [{ windowActive: false }, { debugging: true }]) {
      window.moment(moment);
      await window.judge();
      assert.deepEqual(window.waits, []);
    }
    window.moment({});
    await window.judge();
    assert.deepEqual(window.asked, ['a1']);
  });

  it('rests without a timer while nothing waits', async () => {
    editor.records = [over('a1', '2026-05-14 11:00', { kind: 'drill' })];
    await window.judge();
    editor.records = [];
    await window.judge();
    assert.deepEqual([window.waits, window.asked], [[], []]);
  });

  it('takes what comes in a row for one, and judges no more when the window is gone', async () => {
    window.prompter.judgeSoon();
    window.prompter.judgeSoon();
    assert.equal(window.timers.length, 1);
    window.prompter.dispose();
    window.prompter.judgeSoon();
    await window.judge();
    assert.deepEqual([window.timers, window.asked, editor.writes], [[], [], 0]);
  });

  it('asks again when the time has come that the lead chose', async () => {
    await window.judge();
    editor.stored = putOff(editor.stored as PromptHistory, 'a1', 'inTwoHours', editor.now, ZONE);
    editor.now += 2 * HOUR - MINUTE;
    await window.judge();
    assert.deepEqual([window.asked, window.waits], [['a1'], [MINUTE]]);
    editor.now += MINUTE;
    await window.judge();
    assert.deepEqual(window.asked, ['a1', 'a1']);
  });

  it('asks nothing while an incident is open, but once whether it still is, in the window that is in front', async () => {
    editor.records = [over('a1', '2026-05-14 11:00'), running('b2', '2026-05-14 06:00')];
    await window.judge();
    assert.deepEqual(window.waits, [], 'it was asked at once');
    assert.deepEqual(window.asked, ['still open: b2']);
    editor.now += DAY;
    await Promise.all([window.judge(), new Window(editor).judge()]);
    assert.deepEqual(window.asked, ['still open: b2']);
    editor.records = [running('c3', '2026-05-15 13:00')];
    await window.judge();
    assert.deepEqual([window.asked.length, window.waits], [1, [LOOK_AGAIN]], 'it may run for hours');
    editor.now += 8 * HOUR;
    window.moment({ windowActive: false });
    await window.judge();
    assert.equal(window.asked.length, 1);
    window.moment({});
    await window.judge();
    assert.deepEqual(window.asked, ['still open: b2', 'still open: c3']);
    editor.records = [running('d4', '2026-05-14 06:00')];
    window.setting({ stillOpenHours: 0 });
    await window.judge();
    assert.deepEqual([window.asked.length, window.waits], [2, []]);
  });
});
