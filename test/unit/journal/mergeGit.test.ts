import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { judgeIncident } from '../../../src/core/journal/check';
import { sidesFromMarkers } from '../../../src/core/journal/mergeMarkers';
import { mergeRecords } from '../../../src/core/journal/mergeRecords';
import type { Incident } from '../../../src/core/journal/schema';
import { Sandbox, type TestRepository } from '../sources/testRepository';
import { incident } from './sample';

describe('an incident in conflict in git', () => {
  const FILE = 'incident.debrief.json';
  const at = '2026-11-24T12:00:00Z';
  const base = incident('a1', { stakes: 'Orders', tags: ['queue'] });
  const note = (id: string, text: string) => ({ id, at, text });
  const a: Incident = { ...base, stakes: 'Orders of a day', incidentNotes: [note('n1', 'Ana leads')] };
  const b: Incident = { ...base, stakes: 'Trust', incidentNotes: [note('n2', 'Started late')] };
  const wanted: Incident = { ...a, incidentNotes: [note('n1', 'Ana leads'), note('n2', 'Started late')], clashes: [{ path: 'text/stakes', other: 'Trust' }] };

  let sandbox: Sandbox;
  before(() => (sandbox = new Sandbox()));
  after(() => sandbox.dispose());

  function conflicted(style: string): TestRepository {
    const repository = sandbox.repository(style);
    const save = (record: Incident): void => {
      writeFileSync(`${repository.root}/${FILE}`, `${JSON.stringify(record, null, 2)}\n`);
      repository.git('add', FILE);
      repository.git('commit', '--quiet', '--message', 'Journal');
    };
    save(base);
    repository.git('checkout', '--quiet', '-b', 'other');
    save(b);
    repository.git('checkout', '--quiet', 'main');
    save(a);
    assert.throws(() => repository.git('-c', `merge.conflictStyle=${style}`, 'merge', '--quiet', 'other'), 'git leaves a conflict');
    return repository;
  }

  for (const style of ['merge', 'diff3', 'zdiff3']) {
    it(`is merged from the index and from the markers in the style ${style}`, () => {
      const repository = conflicted(style);
      const stage = (number: number): unknown => JSON.parse(repository.git('show', `:${number}:${FILE}`));
      const staged = mergeRecords(stage(1), stage(2), stage(3));
      assert.deepEqual(staged.ok && staged.record, wanted);

      const sides = sidesFromMarkers(readFileSync(`${repository.root}/${FILE}`, 'utf8'));
      assert.ok(sides);
      assert.equal(sides.base === undefined, style === 'merge');
      const marked = mergeRecords(parsed(sides.base), JSON.parse(sides.ours), JSON.parse(sides.theirs));
      assert.deepEqual(marked.ok && marked.record, wanted);
      assert.equal(judgeIncident(marked.ok && marked.record).state, 'valid');
    });
  }

  /** The base of zdiff3 need not be JSON. */
  function parsed(text: string | undefined): unknown {
    try {
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }
});
