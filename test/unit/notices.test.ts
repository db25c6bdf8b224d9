import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { notices } from '../../tools/notices.mjs';

describe('third-party notices', () => {
  it('name every package that is in the bundles: else run `npm run notices`', async () => {
    assert.equal(readFileSync(new URL('../../THIRD-PARTY-NOTICES.txt', import.meta.url), 'utf8'), await notices());
  });
});
