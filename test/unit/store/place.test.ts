import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import type { Incident } from '../../../src/core/journal/schema';
import { Place } from '../../../src/store/place';
import type { Held } from '../../../src/store/reading';
import { MIGRATIONS } from '../../../src/core/journal/migrations';
import { recordKinds } from '../../../src/store/recordKind';
import { incident } from '../journal/sample';
import { FILE, ID, workspace } from './journalFolder';

describe('looking at one file', () => {
  const { folder, path, put } = workspace();

  it('does not put what was read before a save over what the save has written', async () => {
    put(JSON.stringify(incident(ID)));
    const { ino, mtimeMs, size } = statSync(path());
    const saved: Held<Incident> = { outcome: { state: 'ok', record: incident(ID, { stakes: 'Orders' }) }, stamp: { ino, mtimeMs, size }, missing: false };
    const taken: unknown[] = [];
    const held: Held<Incident>[] = [];
    const place = new Place(folder.path(), FILE, recordKinds(MIGRATIONS).incident, { held: () => held[0], put: (found) => taken.push(found) });
    const answer = await place.read();
    held.push(saved);
    assert.equal(answer.take(false), undefined);
    assert.equal(await place.look(false), 'same');
    assert.deepEqual(taken, []);
  });
});
