import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentAfter } from '../../../src/webview/shared/sent';

describe('a value that is sent on each key', () => {
  it('is waited for while an older one comes back; a state may skip some', () => {
    assert.deepEqual(sentAfter('14:01', ['14:01', '14:02', '14:03']), ['14:02', '14:03']);
    assert.deepEqual(sentAfter('14:03', ['14:01', '14:02', '14:03']), []);
  });

  it('gives way to one that was set elsewhere', () => {
    assert.deepEqual(sentAfter('09:00', ['14:01', '14:02']), []);
    assert.deepEqual(sentAfter('09:00', []), []);
  });

  it('shows the last one sent when all have come back, and none before it', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(fc.boolean()), (keys, arrives) => {
        let sent: readonly string[] = [];
        const onTheWay: string[] = [];
        let typed: string | undefined;
        let stored = '';
        const arrive = (): void => {
          const now = onTheWay.shift();
          if (now === undefined) return;
          const isNews = now !== stored;
          stored = now;
          if (isNews) sent = sentAfter(now, sent);
          if (isNews && sent.length === 0) typed = undefined;
          assert.equal(typed ?? stored, shown());
        };
        const last = (): string => keys[done - 1] as string;
        const shown = (): string => typed ?? last();
        let done = 0;
        for (const [at, key] of keys.entries()) {
          typed = key;
          done += 1;
          sent = [...sent, key];
          onTheWay.push(key);
          if (arrives[at]) arrive();
        }
        while (onTheWay.length > 0) arrive();
        assert.equal(typed ?? stored, keys.at(-1));
      }),
    );
  });
});
