import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Sent } from '../../../src/webview/shared/sent';

describe('a value that is sent on each key', () => {
  it('is older while a newer one is on its way', () => {
    const sent = new Sent();
    for (const value of ['14:01', '14:02', '14:03']) sent.add(value);
    assert.equal(sent.isOlder('14:01'), true);
    assert.equal(sent.isOlder('14:03'), false, 'a state may skip some');
    assert.equal(sent.isOlder('14:03'), false);
  });

  it('gives way to one that was set elsewhere', () => {
    const sent = new Sent();
    assert.equal(sent.isOlder('09:00'), false);
    sent.add('14:01');
    sent.add('14:02');
    assert.equal(sent.isOlder('09:00'), false);
    assert.equal(sent.isOlder('14:01'), false, 'nothing is waited for any more');
  });

  it('shows the last one sent when all have come back, and none before it', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(fc.boolean()), (keys, arrives) => {
        const sent = new Sent();
        const onTheWay: string[] = [];
        let typed: string | undefined;
        let stored = '';
        const arrive = (): void => {
          const now = onTheWay.shift();
          if (now === undefined) return;
          const isNews = now !== stored;
          stored = now;
          if (isNews && !sent.isOlder(now)) typed = undefined;
          assert.equal(typed ?? stored, shown());
        };
        const last = (): string => keys[done - 1] as string;
        const shown = (): string => typed ?? last();
        let done = 0;
        for (const [at, key] of keys.entries()) {
          typed = key;
          done += 1;
          sent.add(key);
          onTheWay.push(key);
          if (arrives[at]) arrive();
        }
        while (onTheWay.length > 0) arrive();
        assert.equal(typed ?? stored, keys.at(-1));
      }),
    );
  });
});
