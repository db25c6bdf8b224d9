import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextField } from '../../../src/core/protocol';
import { incident } from '../reflection/records';
import { OK, refuse, WorkBench, type Outcome } from './workBench';

describe('texts that are not saved yet', () => {
  it('are written half a second after the first key, not after the last', async () => {
    const bench = new WorkBench();
    for (const text of ['t', 'th', 'the']) bench.unsaved.type('moment', text, '');
    assert.deepEqual(bench.timers.map(({ milliseconds }) => milliseconds), [500]);
    await bench.ring();
    assert.deepEqual([...bench.disk], [['moment', 'the']]);
    assert.ok(bench.unsaved.isEmpty);
    assert.equal(bench.timers.length, 0);
    assert.equal(bench.changed, 1);
  });

  it('are all in one batch, each with what it was based on', async () => {
    const bench = new WorkBench();
    bench.unsaved.type('moment', 'the log', 'the');
    bench.unsaved.type('stakes', 'money', '');
    assert.deepEqual([...bench.unsaved.texts.keys()], ['moment', 'stakes']);
    assert.ok(await bench.unsaved.flush());
    assert.deepEqual(bench.batches, [new Map([['moment', { text: 'the log', base: 'the' }], ['stakes', { text: 'money', base: '' }]])]);
  });

  it('are told apart from what was written from here before', async () => {
    const bench = new WorkBench();
    bench.unsaved.type('moment', 'a', '');
    await bench.unsaved.flush();
    bench.unsaved.type('moment', 'ab', '');
    await bench.unsaved.flush();
    assert.deepEqual(bench.batches.at(-1)?.get('moment'), { text: 'ab', base: '', written: ['a'] });
  });

  it('typed while a save is under way wait for the next', async () => {
    const bench = new WorkBench();
    bench.unsaved.type('moment', 'a', '');
    const saving = bench.unsaved.flush();
    await Promise.resolve();
    bench.unsaved.type('moment', 'ab', '');
    assert.ok(await saving);
    assert.deepEqual([...bench.unsaved.texts], [['moment', { text: 'ab', base: '', written: ['a'] }]]);
    await bench.ring();
    assert.equal(bench.disk.get('moment'), 'ab');
    assert.ok(bench.unsaved.isEmpty);
  });

  it('that are flushed with nothing there touch no disk', async () => {
    const bench = new WorkBench();
    assert.ok(await bench.unsaved.flush());
    assert.deepEqual([bench.batches, bench.changed], [[], 0]);
  });
});

describe('a save that failed', () => {
  it('keeps the text, says why, and is tried again by itself, later each time', async () => {
    const bench = new WorkBench();
    bench.outcomes = Array.from({ length: 7 }, () => refuse());
    bench.unsaved.type('moment', 'the log', '');
    const delays: number[] = [];
    for (let at = 0; at < 7; at++) {
      delays.push(bench.timers[0]!.milliseconds);
      await bench.ring();
      assert.equal(bench.unsaved.problem, 'The disk is full.');
      assert.equal(bench.unsaved.texts.get('moment')?.text, 'the log');
    }
    assert.deepEqual(delays, [500, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000]);
    await bench.ring();
    assert.equal(bench.unsaved.problem, undefined);
    assert.equal(bench.disk.get('moment'), 'the log');
    bench.outcomes = [refuse()];
    bench.unsaved.type('moment', 'the log, again', 'the log');
    await bench.ring();
    assert.deepEqual(bench.timers.map(({ milliseconds }) => milliseconds), [1_000], 'a new fault begins anew');
  });

  it('takes the keys typed meanwhile along', async () => {
    const bench = new WorkBench();
    bench.outcomes = [refuse()];
    bench.unsaved.type('moment', 'a', '');
    await bench.ring();
    bench.unsaved.type('moment', 'ab', '');
    assert.equal(bench.timers.length, 1);
    await bench.ring();
    assert.equal(bench.disk.get('moment'), 'ab');
  });

  it('may have been written all the same: that is no other place’s change', async () => {
    const bench = new WorkBench();
    bench.outcomes = [refuse(), refuse()];
    for (const text of ['a', 'ab', 'abc']) {
      bench.unsaved.type('moment', text, '');
      await bench.unsaved.flush();
    }
    assert.deepEqual(bench.batches.at(-1)?.get('moment'), { text: 'abc', base: '', written: ['a', 'ab'] });
    bench.unsaved.type('moment', 'abcd', '');
    assert.deepEqual(bench.unsaved.texts.get('moment')?.written, ['abc']);
  });

  it('by a fault of the program is a reason like any other, and the next save goes on', async () => {
    const bench = new WorkBench();
    bench.outcomes = [new Error('no such thing')];
    bench.unsaved.type('moment', 'the log', '');
    assert.equal(await bench.unsaved.flush(), false);
    assert.equal(bench.unsaved.problem, 'It could not be saved (no such thing).');
    assert.ok(await bench.unsaved.flush());
    assert.equal(bench.disk.get('moment'), 'the log');
    bench.outcomes = [new Error('nor this')];
    assert.equal(await bench.add('led'), false);
    assert.ok(await bench.unsaved.flush());
    assert.deepEqual(bench.log.slice(-1), ['led: true']);
  });

  it('is said once while the reason is the same', async () => {
    const bench = new WorkBench();
    bench.outcomes = [refuse(), refuse(), refuse('Another window holds the journal.', 'locked')];
    await bench.add('led');
    assert.equal(bench.changed, 1);
    await bench.ring();
    assert.equal(bench.changed, 1);
    await bench.ring();
    assert.equal(bench.changed, 2);
    await bench.ring();
    assert.deepEqual([bench.changed, bench.unsaved.problem], [3, undefined]);
  });
});

describe('a choice', () => {
  it('is saved at once, after the texts before it', async () => {
    const bench = new WorkBench();
    bench.unsaved.type('moment', 'the log', '');
    assert.ok(await bench.add('led'));
    assert.deepEqual(bench.log, ['texts the log: true', 'led: true']);
    assert.equal(bench.timers.length, 0);
  });

  it('that could not be saved stays on screen, is saved before the next, and holds no text back', async () => {
    const bench = new WorkBench();
    bench.outcomes = [refuse(), refuse()];
    assert.equal(await bench.add('led'), false);
    assert.equal(await bench.add('rough'), false);
    assert.equal(bench.unsaved.preview(incident()).title, 'Payment timeouts, led, rough');
    bench.unsaved.type('moment', 'the log', '');
    assert.ok(await bench.unsaved.flush());
    assert.deepEqual(bench.log, ['led: false', 'led: false', 'texts the log: true', 'led: true', 'rough: true']);
    assert.equal(bench.unsaved.preview(incident()).title, 'Payment timeouts');
  });

  it('that waits behind a text that cannot be saved is not saved before it', async () => {
    const bench = new WorkBench();
    bench.outcomes = [refuse()];
    bench.unsaved.type('moment', 'the log', '');
    assert.equal(await bench.add('led'), false);
    assert.deepEqual(bench.log, ['texts the log: false']);
    await bench.ring();
    assert.deepEqual(bench.log.slice(1), ['texts the log: true', 'led: true']);
  });

  it('that the format forbids is said, not tried for ever, and holds nothing back', async () => {
    const bench = new WorkBench();
    bench.outcomes = [refuse('This cannot be saved.', 'not-possible')];
    assert.equal(await bench.add('never'), false);
    assert.equal(bench.unsaved.problem, 'This cannot be saved.');
    assert.ok(bench.unsaved.isEmpty);
    assert.equal(bench.timers.length, 0);
    assert.ok(await bench.add('led'));
    assert.equal(bench.unsaved.problem, undefined);
    assert.deepEqual(bench.log, ['never: false', 'led: true']);
  });
});

describe('keys, choices, faults and timers in any order', () => {
  type Event = { readonly does: 'type'; readonly field: TextField } | { readonly does: 'choose' | 'flush' | 'ring' | 'wait' };
  const events = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<TextField>('moment', 'stakes').map((field): Event => ({ does: 'type', field })) },
      { weight: 6, arbitrary: fc.constantFrom<Event>({ does: 'choose' }, { does: 'flush' }, { does: 'ring' }, { does: 'wait' }) },
    ),
    { maxLength: 40 },
  );
  const outcomes = fc.array(fc.constantFrom<Outcome | Error>(OK, OK, refuse(), refuse('Locked.', 'locked'), new Error('no such thing')), { maxLength: 40 });

  it('end with the newest of each text on disk, and each choice saved once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(events, outcomes, async (all, faults) => {
        const bench = new WorkBench();
        bench.outcomes = [...faults];
        const newest = new Map<TextField, string>();
        let count = 0;
        for (const event of all) {
          count += 1;
          if (event.does === 'type') {
            bench.unsaved.type(event.field, `text-${count}`, '');
            newest.set(event.field, `text-${count}`);
          } else if (event.does === 'choose') void bench.add(`choice-${count}`);
          else if (event.does === 'flush') void bench.unsaved.flush();
          else if (event.does === 'ring') bench.timers.shift()?.work();
          else await bench.quiet();
          assert.ok(bench.timers.length <= 1);
          for (const [field, text] of newest) assert.ok(bench.disk.get(field) === text || bench.unsaved.texts.get(field)?.text === text);
        }
        await bench.quiet();
        assert.ok(bench.unsaved.isEmpty || bench.timers.length === 1, 'what waits is tried again by itself');
        bench.outcomes = [];
        assert.ok(await bench.unsaved.flush());
        assert.deepEqual(bench.disk, newest);
        assert.ok(bench.unsaved.isEmpty && bench.unsaved.problem === undefined);
        const saved = bench.log.filter((line) => line.startsWith('choice') && line.endsWith('true'));
        assert.deepEqual(saved, all.flatMap(({ does }, at) => (does === 'choose' ? [`choice-${at + 1}: true`] : [])));
      }),
      { numRuns: 500 },
    );
  });
});
