import assert from 'node:assert/strict';
import { activated, extension } from './harness';

describe('activation', () => {
  it('returns the journal and nothing else', async () => {
    const api = await activated<Record<string, unknown>>();
    assert.deepEqual(Object.keys(api), ['journal']);
  });

  it('is asked for after the start of the editor, and by panels that come back', () => {
    const manifest = extension().packageJSON as { activationEvents: string[] };
    assert.ok(manifest.activationEvents.includes('onStartupFinished'));
    assert.ok(manifest.activationEvents.includes('onWebviewPanel:leadDebrief.reflection'));
  });
});
