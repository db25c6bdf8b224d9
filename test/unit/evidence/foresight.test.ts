import assert from 'node:assert/strict';
import { judgeNote } from '../../../src/core/evidence/foresight';
import { judgeIncident } from '../../../src/core/journal/check';
import type { Step } from '../../../src/core/reflection/step';
import { at, counter, incident } from './builders';

const step = (): Step => ({ now: at('18:06'), newId: counter(), session: at('18:00') });
const note = { id: 'n1', at: at('14:09'), belief: 'The pool starves card-auth.', sure: 70 };
const noted = incident({ foresight: [note, { id: 'n2', at: at('14:20'), belief: 'It is the network.' }] });

describe('whether what a foresight note expected happened', () => {
  it('is kept in the note, which stays as it was written', () => {
    const after = judgeNote(noted, 'n1', 'no', step());
    assert.deepEqual(after.foresight, [{ ...note, judged: 'no' }, noted.foresight?.[1]]);
    assert.equal(judgeIncident(after).state, 'valid');
  });

  it('can be taken back, without a trace', () => assert.deepEqual(judgeNote(judgeNote(noted, 'n1', 'yes', step()), 'n1', undefined, step()), noted));

  it('changes nothing where it is said already, or there is no such note', () => {
    const said = judgeNote(noted, 'n2', 'unclear', step());
    assert.equal(judgeNote(said, 'n2', 'unclear', step()), said);
    assert.equal(judgeNote(said, 'n3', 'yes', step()), said);
    assert.equal(judgeNote(said, undefined, 'yes', step()), said);
  });

  it('leaves a revision after Finish', () => {
    const finished = { ...judgeNote(noted, 'n1', 'yes', step()), reflection: { path: 'short' as const, started: at('16:00'), finished: at('16:10') } };
    const after = judgeNote(finished, 'n1', 'no', step());
    assert.deepEqual(after.reflection?.revisions, [{ id: 'e1', at: at('18:06'), field: 'foresight.n1', before: 'yes' }]);
  });
});
