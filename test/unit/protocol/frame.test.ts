import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frameMessage, PRESSES, toFrame } from '../../../src/core/frame';

describe('the frame around each page', () => {
  it('asks whether it is covered, and for what its buttons stand for', () => {
    assert.deepEqual(frameMessage({ type: 'covered', more: 1 }), { type: 'covered' });
    for (const press of PRESSES) assert.deepEqual(frameMessage({ type: 'press', press, more: 1 }), { type: 'press', press });
  });

  it('gets nothing but whether contents are hidden', () => {
    for (const hidden of [true, false]) assert.deepEqual(toFrame({ type: 'cover', hidden, more: 1 }), { type: 'cover', hidden });
  });

  it('refuses everything else, so that no page runs another command', () => {
    const other = fc.oneof(fc.anything(), fc.record({ type: fc.constantFrom('press', 'cover', 'state'), press: fc.string(), hidden: fc.anything() }));
    fc.assert(
      fc.property(other, (data) => {
        const [asked, got] = [frameMessage(data), toFrame(data)];
        if (asked?.type === 'press') assert.ok(PRESSES.includes(asked.press));
        if (got) assert.equal(typeof got.hidden, 'boolean');
      }),
    );
    for (const data of [{ type: 'press', press: 'deleteIncident' }, { type: 'press' }, { type: 'cover', hidden: 1 }, null, 'covered', []]) {
      assert.equal(frameMessage(data), undefined);
      assert.equal(toFrame(data), undefined);
    }
  });
});
