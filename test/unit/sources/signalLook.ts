import { lookForSignals, type SignalLook, type SignalQuestion } from '../../../src/sources/gitSignals';
import type { TestRepository } from './testRepository';

export const NOW = Date.UTC(2026, 4, 20);

/** Looks as the editor does, on 20 May; a document is one where its text says so. */
export function look(repository: TestRepository, more: Partial<SignalQuestion> = {}): Promise<SignalLook> {
  return lookForSignals({
    repository: { name: 'service', root: repository.root, remoteHead: undefined },
    git: 'git',
    memory: undefined,
    isIncidentDocument: (_, text) => text.includes('## Timeline'),
    now: NOW,
    signal: new AbortController().signal,
    ...more,
  });
}
