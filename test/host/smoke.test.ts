import assert from 'node:assert/strict';
import { activated, extension } from './harness';

describe('the extension in the editor', () => {
  it('activates and returns its interface', async () => {
    const api = await activated<Record<string, unknown>>();
    assert.equal(extension().isActive, true);
    assert.ok(api.journal, 'the journal is what it returns');
  });
});
