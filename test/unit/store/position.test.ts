import assert from 'node:assert/strict';
import { incident } from '../journal/sample';
import { positionOf } from '../../../src/store/position';
import { ID, openJournal, workspace } from './journalFolder';

describe('the place of a fault', () => {
  const { folder, put } = workspace();
  const text = '{\n  "id": "a1",\n  "plan": {\n    "ledger": [\n      { "id": "x" },\n      { "did": "slept" }\n    ]\n  }\n}\n';

  const cases: readonly (readonly [string, number, number])[] = [
    ['', 1, 1],
    ['id', 2, 9],
    ['plan.ledger.1.did', 6, 16],
    ['plan.ledger.0.did', 5, 7],
    ['plan.ledger.7', 4, 15],
    ['window.start', 1, 1],
    ['toString', 1, 1],
  ];
  for (const [path, line, column] of cases) {
    it(`${path === '' ? 'the whole' : path} is at line ${line}, column ${column}`, () => assert.deepEqual(positionOf(text, path), { line, column }));
  }

  it('is said of each file that is not as it should be', async () => {
    put(`${JSON.stringify({ ...incident(ID), kind: 'reel' }, null, 2)}\n`);
    put('{\n  "format": 1,\n  "people": [\n    { "id": "Ada" }\n  ]\n}\n', '.lead-debrief/debrief-people.json');
    const journal = await openJournal(folder.path());
    const entry = journal.get(ID);
    assert.deepEqual(entry?.state === 'invalid' && [entry.path, entry.line, entry.column], ['kind', 9, 11]);
    assert.deepEqual(journal.problems().map(({ file, line, column }) => [file, line, column]), [['debrief-people.json', 4, 13]]);
  });
});
